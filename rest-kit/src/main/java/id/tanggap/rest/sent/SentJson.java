package id.tanggap.rest.sent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.resteasy.reactive.jackson.runtime.serialisers.ServerJacksonMessageBodyReader;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Reads a body as what it says and nothing else: one object, each key once, no number where a word is wanted. Ours alone:
 * what we stored or other services answer is read by the platform's own mapper.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.APPLICATION_JSON)
public class SentJson extends ServerJacksonMessageBodyReader {
    private final ObjectReader reader;

    SentJson(Instance<ObjectMapper> mapper) {
        super(mapper);
        reader = strict(mapper.get()).reader();
    }

    @Override
    protected ObjectReader getEffectiveReader() {
        return reader;
    }

    private static ObjectMapper strict(ObjectMapper ours) {
        var mapper = ours.copy();
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.setConfig(mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        for (var kind : new LogicalType[] {LogicalType.Enum, LogicalType.OtherScalar}) {
            mapper.coercionConfigFor(kind).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        return mapper.registerModule(new SimpleModule()
                .addDeserializer(String.class, new FromText<>(String.class, Characters::readable))
                .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, Values::day))
                .addDeserializer(Instant.class, new FromText<>(Instant.class, Values::moment)));
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> reader;

        FromText(Class<T> kind, Function<String, T> reader) {
            super(kind);
            this.reader = reader;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return reader.apply(parser.getText());
            } catch (Unfit unfit) {
                throw new WrongField(parser, unfit.expected());
            }
        }
    }
}
