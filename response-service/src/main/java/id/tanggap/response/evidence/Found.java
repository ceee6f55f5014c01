package id.tanggap.response.evidence;

/** What came of looking for a file. */
sealed interface Found {

    record Attachment(String name, String mediaType, byte[] content) implements Found {}

    /** It was there, and its key is gone for good. */
    record Erased() implements Found {}

    /** It is there, and does not open: the directory or the master key is not the right one. */
    record Unreadable() implements Found {}

    record Nothing() implements Found {}
}
