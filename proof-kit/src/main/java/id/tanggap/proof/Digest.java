package id.tanggap.proof;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The 32 bytes of a SHA-256. Written as 64 hexadecimal digits in small letters and in no other way, so that two files
 * that differ never mean the same digest.
 */
public final class Digest {
    private static final int LENGTH = 32;
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{64}");

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when they are not 32 */
    public static Digest of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A digest has 32 bytes, not " + bytes.length);
        }
        return new Digest(bytes.clone());
    }

    /** @throws IllegalArgumentException when the text is not 64 hexadecimal digits in small letters */
    @JsonCreator
    public static Digest parse(String hex) {
        if (!isWritten(hex)) {
            throw new IllegalArgumentException("A digest is written as 64 of the letters 0-9 and a-f");
        }
        return new Digest(HexFormat.of().parseHex(hex));
    }

    /** Whether {@link #parse} takes it. */
    public static boolean isWritten(String hex) {
        return WRITTEN.matcher(hex).matches();
    }

    /** Of all parts, one after the other. */
    public static Digest sha256(byte[]... parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha256.update(part);
            }
            return new Digest(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Without a copy; for those who only read. */
    byte[] shared() {
        return bytes;
    }

    @JsonValue
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
