package id.tanggap.governments.routing;

import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.sop.LegalClasses;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a complaint of some sort goes. The rules of a government are tried in order and the first that matches decides.
 *
 * @param reason why, in Indonesian, for the officer who reads the dispatch
 * @param sure whether it may decide alone; else it proposes, and a person chooses
 */
public record RoutingRule(String id, When when, Destination to, String reason, boolean sure) {

    /**
     * What must hold: every part that is given, and of each list at least one entry. Without any part it always holds.
     *
     * @param types legal classes of complaints, of {@link LegalClasses#ALL}
     * @param words whole words or phrases of the complaint's title and text, in lower case
     * @param region code of a region in which the place lies
     */
    public record When(
            Set<String> types,
            Set<String> categories,
            List<String> words,
            @Nullable String region) {

        static final When ALWAYS = new When(Set.of(), Set.of(), List.of(), null);

        boolean isAlways() {
            return types.isEmpty() && categories.isEmpty() && words.isEmpty() && region == null;
        }

        boolean holds(String type, @Nullable String category, Words text, @Nullable String regionCode) {
            return (types.isEmpty() || types.contains(type))
                    && (categories.isEmpty() || (category != null && categories.contains(category)))
                    && (words.isEmpty() || words.stream().anyMatch(text::contain))
                    && (region == null || (regionCode != null && Region.isWithin(regionCode, region)));
        }
    }

    /** To whom. */
    public sealed interface Destination {

        /** Always the same agency. */
        record ToAgency(Agency agency) implements Destination {}

        /** The kecamatan office of the place; the rule does not match when the place is unknown. */
        record ToDistrictOffice() implements Destination {}
    }
}
