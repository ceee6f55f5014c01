package id.tanggap.proof.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import id.tanggap.proof.Utf8;
import java.util.stream.Collectors;

/** Reads JSON to the letter: no field twice, unknown, or of another type, no more than one value, nothing endless. */
public final class Json {
    private static final int DEEPEST = 100;

    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /** On one line. */
    static final ObjectWriter COMPACT = MAPPER.writer();

    /** A field or an element a line, on every machine the same. */
    static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    public static <T> T read(byte[] utf8, Class<T> type) throws UnreadableProof {
        var text = Utf8.decode(utf8);
        if (text == null) {
            throw new UnreadableProof("isinya bukan teks UTF-8");
        }
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UnreadableProof("isinya tidak sesuai format" + place(e), e);
        }
    }

    private static String place(JsonProcessingException fault) {
        var line = fault.getLocation() == null
                ? ""
                : ", di baris " + fault.getLocation().getLineNr();
        var path = fault instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(Json::step).collect(Collectors.joining("."))
                : "";
        return line + (path.isEmpty() ? "" : " (" + path + ")");
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? Integer.toString(reference.getIndex() + 1) : reference.getFieldName();
    }
}
