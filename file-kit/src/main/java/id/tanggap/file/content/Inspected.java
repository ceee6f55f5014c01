package id.tanggap.file.content;

import org.jspecify.annotations.Nullable;

/** What came of looking into a file. */
public sealed interface Inspected {

    /**
     * It is what it says and holds nothing else.
     *
     * @param kind what it is now: a picture may have become one of another kind
     * @param content to be kept in place of what was sent
     * @param position where the picture was taken; no longer in the content
     * @param reduced whether it has fewer pixels than it had
     */
    record Passed(Kind kind, byte[] content, @Nullable Position position, boolean reduced) implements Inspected {}

    record Refused(Reason reason) implements Inspected {}

    /** Why a file is not taken. */
    enum Reason {
        /** None of the kinds, whatever it is called. */
        UNKNOWN_KIND,
        /** It ends too early, or is broken within. */
        BROKEN,
        TOO_LARGE,
        /** Unpacked, or made anew, it would be larger than a picture needs to be. */
        TOO_MANY_PIXELS
    }
}
