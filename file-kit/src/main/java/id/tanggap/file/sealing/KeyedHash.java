package id.tanggap.file.sealing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Recognises the same bytes again, and lets nobody without the key try out what they were: HMAC-SHA-256. */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public byte[] of(byte[] bytes) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is missing", impossible);
        }
    }

    /** The same bytes beside another id have another hash. */
    public byte[] of(UUID id, byte[] bytes) {
        return of(ByteBuffer.allocate(16 + bytes.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(bytes)
                .array());
    }
}
