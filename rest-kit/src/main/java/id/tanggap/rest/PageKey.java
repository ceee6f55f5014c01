package id.tanggap.rest;

import id.tanggap.rest.sent.Times;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins: after the row of this time and id. Opaque to callers, who send back what they were given.
 */
@Schema(type = SchemaType.STRING)
public record PageKey(Instant time, UUID id) {

    public String encode() {
        var bytes = ByteBuffer.allocate(28)
                .putLong(time.getEpochSecond())
                .putInt(time.getNano())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @return null when the text is no key that {@link #encode()} gave */
    public static @Nullable PageKey decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != 28) {
                return null;
            }
            var buffer = ByteBuffer.wrap(bytes);
            var time = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
            return Times.canBe(time) ? new PageKey(time, new UUID(buffer.getLong(), buffer.getLong())) : null;
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return null;
        }
    }
}
