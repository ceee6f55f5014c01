package id.tanggap.intake.past.mapping;

import id.tanggap.contracts.vocabulary.Visibility;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the columns under a heading mean, as an officer said.
 *
 * @param places of the columns that mean something, counted from 0
 * @param unmarked what a row is that says nothing of its secrecy: it is never guessed
 */
public record ColumnMapping(Map<Meaning, Integer> places, Visibility unmarked) {
    /** The places by the names that readers ask for. */
    public Map<String, Integer> columns() {
        return places.entrySet().stream()
                .collect(Collectors.toMap(place -> Headings.name(place.getKey().column()), Map.Entry::getValue));
    }
}
