package id.tanggap.intake.attachment;

/**
 * What a receipt says of a file.
 *
 * @param kind JPEG, PNG, WEBP or PDF
 * @param size in bytes, as it is kept
 * @param sha256 of the content as it is kept, in hexadecimal digits
 */
public record ReceivedFile(String kind, int size, String sha256) {}
