package id.tanggap.file.sealing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens: AES-256-GCM with a key for each owner, which the master key wraps. What is sealed is bound to its place,
 * so that it does not open anywhere else; a wrapped key is bound to its owner. Whoever deletes the wrapped key has erased
 * all that was sealed with it.
 *
 * <p>On disk: a byte for the way of sealing, a nonce of 12 bytes, the ciphertext, a tag of 16 bytes.
 */
public final class Envelope {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** First byte of everything sealed; a later way of sealing gets another one. */
    private static final byte VERSION = 1;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey master;

    public Envelope(MasterKey master) {
        this.master = master.aes();
    }

    /** A new key, wrapped: to be kept with what the owner has. */
    public byte[] newKey(UUID owner) {
        return encrypt(master, owner, random(MasterKey.BYTES));
    }

    /** @param place id of where it lies */
    public byte[] seal(UUID owner, byte[] wrappedKey, UUID place, byte[] plain) {
        return encrypt(unwrapped(owner, wrappedKey), place, plain);
    }

    /** @throws IllegalStateException when this was not sealed here, for this owner and this place */
    public byte[] open(UUID owner, byte[] wrappedKey, UUID place, byte[] sealed) {
        return decrypt(unwrapped(owner, wrappedKey), place, sealed);
    }

    /** Whether this key was made here for this owner: by another master key it was not. */
    public boolean knows(UUID owner, byte[] wrappedKey) {
        try {
            decrypt(master, owner, wrappedKey);
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private SecretKey unwrapped(UUID owner, byte[] wrappedKey) {
        return new SecretKeySpec(decrypt(master, owner, wrappedKey), "AES");
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
            throw new IllegalStateException("What is sealed does not open at " + place, e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(16)
                .putLong(place.getMostSignificantBits())
                .putLong(place.getLeastSignificantBits())
                .flip());
        return cipher;
    }
}
