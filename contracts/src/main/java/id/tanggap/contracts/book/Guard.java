package id.tanggap.contracts.book;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running as a formula what a stranger wrote: an apostrophe before the sign that begins one.
 *
 * <p>A cell begins where its field does. Whoever opens the file with another separator than it was written with has cells that
 * begin behind each line break and each separator inside the words too, for then the quotes around them are not read as such. What
 * a spreadsheet passes over at the beginning of a cell (blanks, what shows nothing, quotes) is passed over here. What began with
 * apostrophes before such a sign gets one more, so that {@link #taken} gives back exactly what was {@link #put}.
 */
public final class Guard {
    /** Of ASCII, full and small width, and the sign that is typeset for a minus. */
    private static final String SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫−";

    private static final String LINE_ENDS = "\\n\\r\\u000B\\f\\u0085\\u2028\\u2029";
    private static final String PASSED_OVER = "[\\p{Z}\\p{C}\"&&[^\\t%s]]*+".formatted(LINE_ENDS);

    /** A tab at the beginning of a line counts as a sign: some drop it and read on. */
    private static final String FORMULA = "(?<=^|[%1$s])(%2$s'*)(?=[\\t%3$s])|(?<=[,;\\t])(%2$s'*)(?=[%3$s])"
            .formatted(LINE_ENDS, PASSED_OVER, SIGNS);

    private static final Pattern UNGUARDED = Pattern.compile(FORMULA);
    private static final Pattern GUARDED = Pattern.compile(FORMULA.replace("'*)", "'*)'"));

    /** The words with a guard before each formula that a spreadsheet could find in them. */
    public static String put(String words) {
        return UNGUARDED.matcher(words).replaceAll("$0'");
    }

    /** The words as they were before guards were put. */
    public static String taken(String guarded) {
        return GUARDED.matcher(guarded).replaceAll("$1$2");
    }

    private Guard() {}
}
