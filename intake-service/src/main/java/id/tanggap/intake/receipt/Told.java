package id.tanggap.intake.receipt;

import org.jspecify.annotations.Nullable;

/**
 * What a citizen told, as far as a receipt repeats it.
 *
 * @param title masked; null when none was given, and of a secret complaint
 * @param text masked; null of a secret complaint
 */
public record Told(
        @Nullable String name,
        @Nullable String title,
        @Nullable String text) {
    @Nullable
    String matter() {
        return title == null || title.isBlank() ? text : title;
    }

    /** Shows nothing, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Told[…]";
    }
}
