package id.tanggap.intake.receipt;

import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Government;
import id.tanggap.intake.vault.Identity;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it stands on paper, which may lie about: of a secret complaint neither person nor matter, of an anonymous one
 * no person.
 *
 * @param government null when it is not served here any more
 * @param name null when it is not told, or was not given
 * @param matter the title, or how the text begins; null when it is not told
 */
public record Slip(
        Receipt receipt,
        @Nullable Government government,
        Visibility visibility,
        @Nullable String name,
        @Nullable String matter) {
    /** In characters: two lines of the paper. */
    static final int LONGEST = 80;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    public static Slip of(Receipt receipt, @Nullable Government government, Visibility visibility, Identity identity) {
        return new Slip(
                receipt,
                government,
                visibility,
                visibility.isNameHidden() ? null : identity.name(),
                visibility.open(matter(identity)));
    }

    private static String matter(Identity identity) {
        var title = identity.title();
        var words = SPACE.matcher(title == null || title.isBlank() ? identity.text() : title)
                .replaceAll(" ")
                .strip();
        return words.length() <= LONGEST ? words : cut(words) + "…";
    }

    /** Between words, where there is a space. */
    private static String cut(String words) {
        var end = words.lastIndexOf(' ', LONGEST - 1);
        return words.substring(0, end > 0 ? end : words.offsetByCodePoints(0, words.codePointCount(0, LONGEST - 1)));
    }

    /** Shows nothing, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Slip[…]";
    }
}
