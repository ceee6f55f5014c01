package id.tanggap.bench.replay;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.bench.platform.Arguments;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The categories of one government by every name that is known of them, as its catalogue gives them. */
record Categories(Map<String, String> idByLabel) {

    /** @param catalogue the answer of {@code GET /api/intake/v1/governments} */
    static Categories of(String government, JsonNode catalogue) {
        for (var candidate : catalogue) {
            if (candidate.path("id").asText().equals(government)) {
                return read(candidate.path("categories"));
            }
        }
        throw new Arguments.Wrong("this platform takes no complaints for the government " + government);
    }

    /** A category's own name wins over another's alias. */
    private static Categories read(JsonNode categories) {
        var ids = new HashMap<String, String>();
        for (var category : categories) {
            for (var alias : category.path("aliases")) {
                ids.putIfAbsent(Labels.key(alias.asText()), category.path("id").asText());
            }
        }
        for (var category : categories) {
            var id = category.path("id").asText();
            ids.put(Labels.key(category.path("name").asText()), id);
            ids.put(Labels.key(id), id);
        }
        return new Categories(Map.copyOf(ids));
    }

    @Nullable
    String id(@Nullable String label) {
        return label == null ? null : idByLabel.get(Labels.key(label));
    }
}
