package id.tanggap.intake.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Base64;

/** A seal outside the service. */
public final class SealFixture {
    public static Seal seal() {
        var key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return new Seal(new ObjectMapper(), Base64.getEncoder().encodeToString(key));
    }

    private SealFixture() {}
}
