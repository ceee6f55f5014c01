package id.tanggap.intake.tracking;

import java.util.Map;

/**
 * A sentence for the citizen, which may be said in another language.
 *
 * @param sentence in Indonesian, with names in braces for the values
 */
public record Saying(String sentence, Map<String, String> values) {
    Saying(String sentence) {
        this(sentence, Map.of());
    }

    String inIndonesian() {
        return values.entrySet().stream()
                .reduce(
                        sentence,
                        (said, value) -> said.replace("{" + value.getKey() + "}", value.getValue()),
                        (one, _) -> one);
    }
}
