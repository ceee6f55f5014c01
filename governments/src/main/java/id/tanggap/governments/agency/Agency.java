package id.tanggap.governments.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office that answers complaints.
 *
 * @param id unique within its government; stands in events, tokens and group paths, so it never changes
 * @param district code of the district a {@link AgencyKind#DISTRICT} office serves; null for all others
 * @param divisions to whom it gives complaints (disposisi); empty when it works them all itself
 */
public record Agency(
        String id,
        String name,
        String shortName,
        AgencyKind kind,
        @Nullable String district,
        List<Division> divisions) {

    public Agency {
        divisions = List.copyOf(divisions);
    }

    /** Null when it has none with this id. */
    public @Nullable Division division(String id) {
        return divisions.stream()
                .filter(division -> division.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
