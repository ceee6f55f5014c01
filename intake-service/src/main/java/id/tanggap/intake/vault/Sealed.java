package id.tanggap.intake.vault;

/**
 * An identity under lock.
 *
 * @param wrappedKey the complaint's own key, wrapped with the master key; deleting it erases the person
 * @param secretHash proves a secret without knowing it
 */
public record Sealed(byte[] wrappedKey, byte[] content, byte[] secretHash) {}
