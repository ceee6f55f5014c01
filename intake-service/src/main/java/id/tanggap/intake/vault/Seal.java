package id.tanggap.intake.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.file.sealing.Envelope;
import id.tanggap.file.sealing.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals and opens identities with a key per complaint, bound to the complaint's id, so that a sealed identity put beside
 * another complaint does not open.
 */
@ApplicationScoped
public class Seal {
    private final ObjectMapper json;
    private final Envelope envelope;
    private final KeyedHash pepper;

    public Seal(ObjectMapper json, @ConfigProperty(name = "tanggap.vault.master-key") String masterKey) {
        this.json = json;
        this.envelope = new Envelope(MasterKey.read("TANGGAP_VAULT_MASTER_KEY", masterKey));
        this.pepper = new KeyedHash(Base64.getDecoder().decode(masterKey)).derived("tracking secret");
    }

    public Sealed seal(UUID complaint, Identity identity) {
        try {
            var locked = lock(complaint, json.writeValueAsBytes(identity));
            return new Sealed(locked.wrappedKey(), locked.content(), secretHash(complaint, identity.secret()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of strings cannot be written", impossible);
        }
    }

    /** @throws IllegalStateException when this was not sealed here for this complaint */
    public Identity open(UUID complaint, byte[] wrappedKey, byte[] content) {
        try {
            return json.readValue(envelope.open(complaint, wrappedKey, complaint, content), Identity.class);
        } catch (IOException e) {
            // The cause would quote the identity.
            throw new IllegalStateException("What was sealed for complaint " + complaint + " is no identity");
        }
    }

    /**
     * Locks bytes away with a key of their own, bound to their place.
     *
     * @param place id of the row they lie in
     */
    public Locked lock(UUID place, byte[] plain) {
        var key = envelope.newKey(place);
        return new Locked(key, envelope.seal(place, key, place, plain));
    }

    /** Locks more away at that place, with the key that what lies there was locked with. */
    public byte[] lock(UUID place, byte[] wrappedKey, byte[] plain) {
        return envelope.seal(place, wrappedKey, place, plain);
    }

    /** @throws IllegalStateException when this was not locked here for this place */
    public byte[] unlock(UUID place, Locked locked) {
        return envelope.open(place, locked.wrappedKey(), place, locked.content());
    }

    /** @param wrappedKey deleting it erases the content */
    public record Locked(byte[] wrappedKey, byte[] content) {}

    /**
     * Seals what the citizen wrote later, with the complaint's own key and bound to its place.
     *
     * @param place id of the row it lies in
     */
    public byte[] sealWords(UUID complaint, byte[] wrappedKey, UUID place, String words) {
        return sealBytes(complaint, wrappedKey, place, words.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for what is no text, such as the key of a file. */
    public byte[] sealBytes(UUID complaint, byte[] wrappedKey, UUID place, byte[] bytes) {
        return envelope.seal(complaint, wrappedKey, place, bytes);
    }

    /** @throws IllegalStateException when this was not sealed here for this complaint and place */
    public String openWords(UUID complaint, byte[] wrappedKey, UUID place, byte[] sealed) {
        return new String(openBytes(complaint, wrappedKey, place, sealed), StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when this was not sealed here for this complaint and place */
    public byte[] openBytes(UUID complaint, byte[] wrappedKey, UUID place, byte[] sealed) {
        return envelope.open(complaint, wrappedKey, place, sealed);
    }

    /** Takes the same time for a right and a wrong secret. */
    public boolean proves(UUID complaint, String secret, byte[] secretHash) {
        return MessageDigest.isEqual(secretHash(complaint, secret), secretHash);
    }

    /** Recognises the same bytes again, and lets nobody without the master key try out what they were. */
    public byte[] fingerprint(byte[] bytes) {
        return pepper.of(bytes);
    }

    private byte[] secretHash(UUID complaint, String secret) {
        return pepper.of(complaint, secret.getBytes(StandardCharsets.UTF_8));
    }
}
