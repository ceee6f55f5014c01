package id.tanggap.intake.past.mapping;

import java.util.Locale;

/**
 * What another system calls an agency or a category.
 *
 * @param letters letters and digits in lower case, a dash for all between them
 */
public record Label(LabelKind kind, String letters) {
    public static Label of(LabelKind kind, String written) {
        return new Label(kind, letters(written));
    }

    /** Letters and digits in lower case, a dash for all between them. */
    public static String letters(String written) {
        return written.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
