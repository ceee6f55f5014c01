package id.tanggap.search;

import id.tanggap.search.word.Folding;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of cases, such as {@code SKA-4F7K-92XM}, however they are spelled. They are kept backwards, so that a tail is a
 * beginning.
 */
final class Numbers {
    /** So that no word begins like a number. */
    private static final String BACKWARDS = "~";
    /** Fewer characters are the tail of too many. */
    private static final int SHORTEST = 4;
    /** What a word alone has not: a digit, or a dash inside. */
    private static final Pattern TELLING = Pattern.compile("\\p{Nd}|\\p{L}\\p{Pd}\\p{L}");

    /** Under which a number is found. */
    static String lexeme(String number) {
        return BACKWARDS + new StringBuilder(plain(number)).reverse();
    }

    /** How the lexeme begins of the number that is meant; null when it cannot be one. */
    static @Nullable String meant(String typed) {
        return plain(typed).length() >= SHORTEST && TELLING.matcher(typed).find() ? lexeme(typed) : null;
    }

    /** The letters that the alphabet of the numbers leaves out, since people read digits in them, are those digits. */
    private static String plain(String number) {
        return Folding.of(number).replace('o', '0').replace('i', '1').replace('l', '1');
    }

    private Numbers() {}
}
