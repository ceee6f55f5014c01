package id.tanggap.governments.routing;

import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.sop.LegalClasses;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a complaint of some sort goes. What the law or the citizen chose decides in the order of the file; rules of words
 * are weighed against each other.
 *
 * @param reason why, in Indonesian, for the officer who reads the dispatch
 * @param sure whether it may ever decide alone; else it only proposes
 * @param measured how often its words were right; null when nobody measured it
 * @param suggests id of the category that its words speak for; null when for none
 */
public record RoutingRule(
        String id,
        When when,
        Destination to,
        String reason,
        boolean sure,
        @Nullable Measured measured,
        @Nullable String suggests) {

    /** By what it speaks. */
    public enum Kind {
        /** The legal class of the complaint. */
        LAW,
        /** The category that the citizen chose, or the place. */
        CHOICE,
        /** Words of the text alone. */
        WORDS,
        /** Nothing else spoke. */
        REST
    }

    /**
     * What was found when it was tried on complaints whose agency is known.
     *
     * @param precision the share of its complaints that were this agency's, from 0 to 1
     * @param of how many complaints it spoke for
     * @param on which complaints, for people
     */
    public record Measured(double precision, int of, String on) {}

    /**
     * What must hold: every part that is given, and of each list at least one entry. Without any part it always holds.
     *
     * @param types legal classes of complaints, of {@link LegalClasses#ALL}
     * @param words whole words or phrases of the matter, in the complaint's title and text, in lower case
     * @param scene words that may only say where something is; they count when no rule finds words of the matter
     * @param region code of a region in which the place lies
     */
    public record When(
            Set<String> types,
            Set<String> categories,
            List<String> words,
            List<String> scene,
            @Nullable String region) {

        static final When ALWAYS = new When(Set.of(), Set.of(), List.of(), List.of(), null);

        boolean isAlways() {
            return types.isEmpty() && categories.isEmpty() && !hasWords() && region == null;
        }

        boolean hasWords() {
            return !words.isEmpty() || !scene.isEmpty();
        }

        /** Whether all but its words holds. */
        boolean allows(String type, @Nullable String category, @Nullable String regionCode) {
            return (types.isEmpty() || types.contains(type))
                    && (categories.isEmpty() || (category != null && categories.contains(category)))
                    && (region == null || (regionCode != null && Region.isWithin(regionCode, region)));
        }
    }

    public Kind kind() {
        if (!when.types().isEmpty()) {
            return Kind.LAW;
        }
        if (!when.categories().isEmpty()) {
            return Kind.CHOICE;
        }
        if (when.hasWords()) {
            return Kind.WORDS;
        }
        return when.isAlways() ? Kind.REST : Kind.CHOICE;
    }

    /** To whom. */
    public sealed interface Destination {

        /** Always the same agency. */
        record ToAgency(Agency agency) implements Destination {}

        /** The kecamatan office of the place; the rule does not match when the place is unknown. */
        record ToDistrictOffice() implements Destination {}
    }
}
