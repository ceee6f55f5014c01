package id.tanggap.intake.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Recognises the same bytes again, and lets nobody without the key try out what they were: HMAC-SHA-256. */
final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** With a key that follows from this one, and that tells nothing of it. */
    KeyedHash derived(String purpose) {
        return new KeyedHash(of(purpose.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] of(byte[] bytes) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is missing", impossible);
        }
    }

    /** The same bytes beside another id have another hash. */
    byte[] of(UUID id, byte[] bytes) {
        return of(ByteBuffer.allocate(16 + bytes.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(bytes)
                .array());
    }
}
