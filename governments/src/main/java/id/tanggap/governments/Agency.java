package id.tanggap.governments;

import org.jspecify.annotations.Nullable;

/**
 * An office that answers complaints.
 *
 * @param id unique within its government; stands in events, tokens and group paths, so it never changes
 * @param district code of the district a {@link AgencyKind#DISTRICT} office serves; null for all others
 */
public record Agency(
        String id,
        String name,
        String shortName,
        AgencyKind kind,
        @Nullable String district) {}
