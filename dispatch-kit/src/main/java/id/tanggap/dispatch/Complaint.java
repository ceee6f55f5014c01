package id.tanggap.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What the decision goes by.
 *
 * @param type the legal class
 * @param category that the citizen chose
 * @param text as {@link Wording} gives it
 * @param region code of the place it is about
 */
public record Complaint(
        String type,
        @Nullable String category,
        String text,
        @Nullable String region) {

    /** Leaves out the words of the citizen. */
    @Override
    public String toString() {
        return "Complaint[" + type + ", " + category + ", " + region + "]";
    }
}
