package id.tanggap.intake.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.intake.vault.Seal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The sender's own key of a request, and what the request said: a repeated request gets the first one's receipt, the
 * same key on another request is refused. Both are kept as
 * fingerprints.
 */
record IdempotencyKey(byte[] key, byte[] request) {
    static final int LONGEST = 255;

    static @Nullable IdempotencyKey of(
            @Nullable String header, SubmitComplaint form, Source source, ObjectMapper json, Seal seal) {
        if (header == null) {
            return null;
        }
        try {
            return new IdempotencyKey(
                    seal.fingerprint(
                            (form.government() + "\n" + source.keys() + header).getBytes(StandardCharsets.UTF_8)),
                    seal.fingerprint(json.writeValueAsBytes(form)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A form cannot be written", impossible);
        }
    }

    boolean isOf(byte[] otherRequest) {
        return MessageDigest.isEqual(request, otherRequest);
    }
}
