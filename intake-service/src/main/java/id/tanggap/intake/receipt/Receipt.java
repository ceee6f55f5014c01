package id.tanggap.intake.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.intake.attachment.ReceivedFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proof of lodging (UU 25/2009 art. 44).
 *
 * @param secret as it is shown
 * @param track where the citizen follows the complaint, without the secret
 * @param paper what the law wants to stand on it
 * @param attachments the files that came with it; null when none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        UUID id,
        String number,
        String secret,
        Instant receivedAt,
        String track,
        Promise promise,
        Paper paper,
        @Nullable List<ReceivedFile> attachments) {
    /** Shows nothing, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Receipt[…]";
    }
}
