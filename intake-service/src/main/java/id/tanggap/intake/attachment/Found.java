package id.tanggap.intake.attachment;

/** What came of looking for a file. */
public sealed interface Found {

    record Content(String name, String mediaType, byte[] bytes) implements Found {
        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Content[" + mediaType + "]";
        }
    }

    /** It was there, and its key is gone for good. */
    record Erased() implements Found {}

    /** It is there, and does not open: the directory or the master key is not the right one. */
    record Unreadable() implements Found {}

    record Nothing() implements Found {}
}
