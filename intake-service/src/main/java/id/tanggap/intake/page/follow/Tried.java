package id.tanggap.intake.page.follow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen tried to add and has to look at again.
 *
 * @param act reply, objection or survey; empty when nothing was tried
 * @param text as it was typed
 * @param scores as they were chosen, by the element's name
 * @param fault what is wrong with the text, in Indonesian; null when nothing is
 * @param missing elements without a score
 */
public record Tried(
        String act,
        String text,
        Map<String, Integer> scores,
        @Nullable String fault,
        List<String> missing) {
    static final Tried NOTHING = new Tried("", "", Map.of(), null, List.of());

    static Tried words(String act, String text, String fault) {
        return new Tried(act, text, Map.of(), fault, List.of());
    }
}
