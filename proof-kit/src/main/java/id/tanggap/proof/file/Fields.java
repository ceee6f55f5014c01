package id.tanggap.proof.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object in their order: text as it reads, anything else as it is written. No number is reckoned
 * with, so none is too large.
 */
public record Fields(Map<String, String> shown, Set<String> texts) {

    /** @return null when this is no JSON object, or something stands beside it */
    public static @Nullable Fields read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try (var parser = Json.FACTORY.createParser(json)) {
            var fields = parser.nextToken() == JsonToken.START_OBJECT ? object(json, parser) : null;
            return parser.nextToken() == null ? fields : null;
        } catch (IOException _) {
            return null;
        }
    }

    private static Fields object(String json, JsonParser parser) throws IOException {
        var shown = new LinkedHashMap<String, String>();
        var texts = new HashSet<String>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(name);
                shown.put(name, parser.getText());
            } else {
                shown.put(name, written(json, parser));
            }
        }
        return new Fields(Collections.unmodifiableMap(shown), texts);
    }

    private static String written(String json, JsonParser parser) throws IOException {
        var from = parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return json.substring((int) from, (int) parser.currentLocation().getCharOffset());
    }

    /** @return null when the field is missing or no text */
    @Nullable
    String text(String name) {
        return texts.contains(name) ? shown.get(name) : null;
    }

    /** Whether the field is there and has another value. */
    public boolean contradicts(String name, String value) {
        return shown.containsKey(name) && !value.equals(shown.get(name));
    }
}
