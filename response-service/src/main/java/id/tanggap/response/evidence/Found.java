package id.tanggap.response.evidence;

/** What came of looking for a file. */
sealed interface Found {

    record Attachment(String name, String mediaType, byte[] content) implements Found {}

    /** It was there and can no longer be read. */
    record Erased() implements Found {}

    record Nothing() implements Found {}
}
