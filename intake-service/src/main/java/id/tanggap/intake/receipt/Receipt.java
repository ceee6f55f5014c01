package id.tanggap.intake.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.book.BookWords;
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
 * @param promise null when its government is not served here any more
 * @param attachments the files that came with it; null when none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        UUID id,
        String number,
        String secret,
        Instant receivedAt,
        String track,
        @Nullable Promise promise,
        @Nullable List<ReceivedFile> attachments) {
    public static Receipt of(
            UUID id,
            String number,
            String secret,
            Instant receivedAt,
            @Nullable Promise promise,
            List<ReceivedFile> attachments) {
        return new Receipt(
                id,
                number,
                secret,
                receivedAt,
                BookWords.FOLLOWED + number,
                promise,
                attachments.isEmpty() ? null : attachments);
    }
}
