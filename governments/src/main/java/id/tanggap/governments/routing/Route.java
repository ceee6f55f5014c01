package id.tanggap.governments.routing;

import id.tanggap.governments.agency.Agency;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An agency for a complaint, and the rule that speaks for it.
 *
 * @param words of the complaint that the rule goes by, the longest phrases only; none when it goes by something else
 * @param certain whether it speaks by more than words that may only be the scene
 */
public record Route(Agency agency, RoutingRule rule, List<String> words, boolean certain) {

    /** Why, in Indonesian, with the words that were found. */
    public String reason() {
        return words.isEmpty()
                ? rule.reason()
                : rule.reason()
                        + words.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ", ": kata ", ""));
    }

    /** How many words speak for it. */
    int weight() {
        return Words.weight(words);
    }
}
