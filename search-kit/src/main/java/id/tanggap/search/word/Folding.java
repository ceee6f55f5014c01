package id.tanggap.search.word;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** What does not matter in a word: case, diacritics, the width of letters, dots and apostrophes, marks nobody sees. */
public final class Folding {
    /** Of a word; a longer one is none, and is found by how it begins. */
    private static final int LONGEST = 40;

    /** Letters and digits alone. */
    public static String of(String written) {
        var lower = Normalizer.normalize(written, Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Folding::latinDigit)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int latinDigit(int letter) {
        return Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter;
    }

    private Folding() {}
}
