package id.tanggap.intake.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.intake.attachment.ReceivedFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proof of lodging (UU 25/2009 art. 44).
 *
 * @param track where the citizen follows the complaint, without the secret
 * @param attachments the files that came with it; null when none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        UUID id,
        String number,
        String secret,
        Instant receivedAt,
        String track,
        @Nullable List<ReceivedFile> attachments) {
    static Receipt of(UUID id, String number, String secret, Instant receivedAt, List<ReceivedFile> attachments) {
        return new Receipt(
                id,
                number,
                TrackingSecret.shown(secret),
                receivedAt,
                "/lacak/?nomor=" + number,
                attachments.isEmpty() ? null : attachments);
    }
}
