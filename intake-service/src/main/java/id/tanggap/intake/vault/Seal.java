package id.tanggap.intake.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals and opens identities: AES-256-GCM with a key per complaint, bound to the complaint's id, so that a sealed
 * identity put beside another complaint does not open.
 */
@ApplicationScoped
public class Seal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** First byte of everything sealed; a later way of sealing gets another one. */
    private static final byte VERSION = 1;

    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json;
    private final SecretKey master;
    private final SecretKey pepper;

    Seal(ObjectMapper json, @ConfigProperty(name = "tanggap.vault.master-key") String masterKey) {
        var key = Base64.getDecoder().decode(masterKey);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("TANGGAP_VAULT_MASTER_KEY has to be 32 bytes in base64");
        }
        this.json = json;
        this.master = new SecretKeySpec(key, "AES");
        this.pepper = new SecretKeySpec(
                hmac(new SecretKeySpec(key, "HmacSHA256"), "tracking secret".getBytes(StandardCharsets.UTF_8)),
                "HmacSHA256");
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
            return json.readValue(decrypt(key(complaint, wrappedKey), complaint, content), Identity.class);
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
        var key = random(KEY_BYTES);
        return new Locked(encrypt(master, place, key), encrypt(new SecretKeySpec(key, "AES"), place, plain));
    }

    /** @throws IllegalStateException when this was not locked here for this place */
    public byte[] unlock(UUID place, Locked locked) {
        return decrypt(key(place, locked.wrappedKey()), place, locked.content());
    }

    /** @param wrappedKey deleting it erases the content */
    public record Locked(byte[] wrappedKey, byte[] content) {}

    /**
     * Seals what the citizen wrote later, with the complaint's own key and bound to its place.
     *
     * @param place id of the row it lies in
     */
    public byte[] sealWords(UUID complaint, byte[] wrappedKey, UUID place, String words) {
        return encrypt(key(complaint, wrappedKey), place, words.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException when this was not sealed here for this complaint and place */
    public String openWords(UUID complaint, byte[] wrappedKey, UUID place, byte[] sealed) {
        return new String(decrypt(key(complaint, wrappedKey), place, sealed), StandardCharsets.UTF_8);
    }

    /** Takes the same time for a right and a wrong secret. */
    public boolean proves(UUID complaint, String secret, byte[] secretHash) {
        return MessageDigest.isEqual(secretHash(complaint, secret), secretHash);
    }

    /** Recognises the same bytes again, and lets nobody without the master key try out what they were. */
    public byte[] fingerprint(byte[] bytes) {
        return hmac(pepper, bytes);
    }

    private SecretKey key(UUID complaint, byte[] wrapped) {
        return new SecretKeySpec(decrypt(master, complaint, wrapped), "AES");
    }

    private byte[] secretHash(UUID complaint, String secret) {
        return hmac(pepper, bytes(complaint), secret.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] encrypt(SecretKey key, UUID place, byte[] plain) {
        var nonce = random(NONCE_BYTES);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, place);
            var out = ByteBuffer.allocate(1 + NONCE_BYTES + cipher.getOutputSize(plain.length))
                    .put(VERSION)
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), out);
            return out.array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is missing", impossible);
        }
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] decrypt(SecretKey key, UUID place, byte[] sealed) {
        try {
            if (sealed.length <= NONCE_BYTES || sealed[0] != VERSION) {
                throw new GeneralSecurityException("unknown version");
            }
            var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault does not open at " + place, e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(place));
        return cipher;
    }

    private static byte[] hmac(SecretKey key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is missing", impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
