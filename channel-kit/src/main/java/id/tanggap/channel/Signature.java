package id.tanggap.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA-256 over the bytes as they came, by which providers sign. */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] expected;

    private Signature(byte[] expected) {
        this.expected = expected;
    }

    public static Signature of(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return new Signature(mac.doFinal(body));
        } catch (GeneralSecurityException everyJvmKnowsIt) {
            throw new IllegalStateException(everyJvmKnowsIt);
        }
    }

    /** Takes the same time for a right and a wrong one of this length. */
    public boolean isHex(@Nullable String given) {
        return given != null && MessageDigest.isEqual(bytes(hex()), bytes(given));
    }

    /** In lower case. */
    public String hex() {
        return HexFormat.of().formatHex(expected);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
