package id.tanggap.intake.tracking;

import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint in the hands of whoever proved to be its author.
 *
 * @param wrappedKey null when the person was erased
 */
public record OwnComplaint(
        UUID id,
        String number,
        String government,
        Visibility visibility,
        Instant receivedAt,
        byte @Nullable [] wrappedKey,
        byte[] sealed,
        @Nullable String agencyName,
        @Nullable Instant dueAt,
        @Nullable String institution,
        @Nullable String advice) {}
