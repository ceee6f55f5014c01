package id.tanggap.intake.conversation.script;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the script has to know.
 *
 * @param complaints those of this conversation that are not long over, the newest first
 * @param placesIn the places that words speak for, the likeliest first
 */
public record Facts(List<Known> complaints, Function<String, List<Place>> placesIn) {

    /** @param name as people read it */
    public record Place(String code, String name) {
        /** Without the district that it lies in. */
        String shortName() {
            return name.split(", ", 2)[0];
        }
    }

    List<Known> such(Predicate<Known> wanted) {
        return complaints.stream().filter(wanted).toList();
    }

    @Nullable
    Known find(String id) {
        return complaints.stream()
                .filter(known -> known.id().toString().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The only one like this; null when there is none, or another one. */
    @Nullable
    Known only(Predicate<Known> wanted) {
        var such = such(wanted);
        return such.size() == 1 ? such.getFirst() : null;
    }
}
