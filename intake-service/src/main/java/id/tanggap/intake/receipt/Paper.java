package id.tanggap.intake.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the law wants on a receipt beside its number. Paper lies about: it tells no number of a person's that stood
 * in the words, of an anonymous complaint no person, of a secret one neither person nor matter.
 *
 * @param office that receives
 * @param place where it is
 * @param secret whether person and matter are not told
 * @param name null when it is not told, or was not given
 * @param matter the title, or how the text begins, masked; null when it is not told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Paper(
        String government,
        String office,
        String place,
        boolean secret,
        @Nullable String name,
        @Nullable String matter) {
    /** In characters: two lines of the paper. */
    static final int LONGEST = 80;

    /** Enough of a text to begin with, whatever spaces it has. */
    private static final int BEGINNING = 5 * LONGEST;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    static Paper of(Lodged lodged, Told told) {
        var letterhead = lodged.government().letterhead();
        var visibility = lodged.visibility();
        return new Paper(
                lodged.government().name(),
                letterhead.office(),
                letterhead.place(),
                visibility.isSecret(),
                visibility.isNameHidden() ? null : told.name(),
                visibility.open(begun(told.matter())));
    }

    private static @Nullable String begun(@Nullable String words) {
        if (words == null) {
            return null;
        }
        var begun = SPACE.matcher(words.substring(0, Math.min(words.length(), BEGINNING)))
                .replaceAll(" ")
                .strip();
        return begun.length() <= LONGEST ? begun : cut(begun) + "…";
    }

    /** Between words, where there is a space. */
    private static String cut(String words) {
        var end = words.lastIndexOf(' ', LONGEST - 1);
        var last = Character.isHighSurrogate(words.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return words.substring(0, end > 0 ? end : last);
    }

    /** Shows nothing, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Paper[…]";
    }
}
