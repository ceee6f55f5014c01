package id.tanggap.rest.sent;

import java.util.regex.Pattern;

/**
 * Which characters a text of ours may hold. What cannot be stored or turns a line round is refused; what shows nothing and
 * comes along when people copy from a telephone or a document is left out; what ends a line ends it.
 */
public final class Characters {
    private static final String UNREADABLE = "Memuat karakter yang tidak dapat dibaca.";
    private static final String TURNED =
            "Memuat karakter tersembunyi yang membalik arah tulisan (U+202D atau U+202E). Hapus karakter itu.";

    private static final Pattern LINE_ENDS = Pattern.compile("[\\u000B\\f\\u0085\\u2028\\u2029]");

    /** What PostgreSQL refuses, what no encoding can write, and what nobody types. */
    private static final Pattern REFUSED =
            Pattern.compile("[\\x00-\\x08\\x0E-\\x1F\\x7F\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]");

    private static final Pattern TURNING = Pattern.compile("[\\u202D\\u202E]");

    /**
     * Unicode's Default_Ignorable_Code_Point and the controls of ISO 6429, without the joiners and variation selectors of
     * which emoji are made.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\x{80}-\\x{9F}\\x{AD}\\x{34F}\\x{61C}\\x{115F}\\x{1160}"
            + "\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{206F}"
            + "\\x{3164}\\x{FEFF}\\x{FFA0}\\x{FFF0}-\\x{FFFB}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}"
            + "\\x{E0000}-\\x{E00FF}\\x{E01F0}-\\x{E0FFF}]+");

    private static final Pattern WORD = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}]");

    private Characters() {}

    /**
     * The text without what shows nothing.
     *
     * @throws IllegalArgumentException with what is expected, for a text that cannot be taken
     */
    public static String readable(String sent) {
        if (REFUSED.matcher(sent).find()) {
            throw new Unfit(UNREADABLE);
        }
        if (TURNING.matcher(sent).find()) {
            throw new Unfit(TURNED);
        }
        return INVISIBLE.matcher(LINE_ENDS.matcher(sent).replaceAll("\n")).replaceAll("");
    }

    /** The text without all of that, where nobody is there who could be told: what came by a chat. */
    public static String cleaned(String sent) {
        return readable(TURNING.matcher(REFUSED.matcher(sent).replaceAll("")).replaceAll(""));
    }

    /** Whether anything can be read in it, a letter or a digit; dots and blanks are no words. */
    static boolean holdWords(String text) {
        return WORD.matcher(text).find();
    }
}
