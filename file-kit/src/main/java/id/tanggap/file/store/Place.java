package id.tanggap.file.store;

import java.util.UUID;

/**
 * Where a file lies.
 *
 * @param owner whom or what it belongs to
 * @param file unique of itself
 */
public record Place(UUID owner, UUID file) {}
