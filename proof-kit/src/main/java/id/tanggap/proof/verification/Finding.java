package id.tanggap.proof.verification;

import id.tanggap.proof.Digest;

/**
 * One thing that was checked.
 *
 * @param place where it stands in the file, for the reader, in Indonesian
 * @param says what was found there, for the reader, in Indonesian
 */
public record Finding(Subject subject, boolean intact, String place, String says) {

    public enum Subject {
        /** A line of the file of the whole recap. */
        LINE,
        /** The number of leaves in it. */
        COUNT,
        /** The text of a complaint's entry. */
        ENTRY,
        /** The recap that the entry says it is of, and where in it. */
        PLACE,
        /** The words of one event against their digest. */
        PAYLOAD,
        /** All events together against the entry. */
        EVENTS,
        /** The entry and its path against the file's root. */
        PATH,
        /** The root, of all leaves or against the printed one. */
        ROOT
    }

    /** The same place with one of two sentences. */
    static Finding of(Subject subject, String place, boolean intact, String yes, String no) {
        return new Finding(subject, intact, place, intact ? yes : no);
    }

    /** Compares the file's root with the one on the printed report. */
    static Finding printed(Digest root, Digest printed) {
        return of(
                Subject.ROOT,
                "akar",
                root.equals(printed),
                "sama dengan akar yang Anda berikan",
                "berbeda dari akar yang Anda berikan");
    }
}
