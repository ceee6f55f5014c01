package id.tanggap.file.sealing;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Wraps the keys of all owners. It is in no file of the project; lost, it takes with it all that was sealed. */
public final class MasterKey {
    static final int BYTES = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param setting where it comes from, for whoever set it wrongly
     * @param base64 32 random bytes
     */
    public static MasterKey read(String setting, String base64) {
        var bytes = decoded(base64);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(setting + " has to be 32 bytes in base64");
        }
        return new MasterKey(bytes);
    }

    SecretKey aes() {
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
