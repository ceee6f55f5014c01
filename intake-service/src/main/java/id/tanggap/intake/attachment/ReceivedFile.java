package id.tanggap.intake.attachment;

import id.tanggap.file.content.Kind;

/**
 * What a receipt says of a file.
 *
 * @param size in bytes, as it is kept
 * @param sha256 of the content as it is kept, in hexadecimal digits
 */
public record ReceivedFile(Kind kind, int size, String sha256) {}
