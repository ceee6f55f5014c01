package id.tanggap.search;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers of cases, such as {@code SKA-4F7K-92XM}, however they are spelled: by how they begin and by how they end. */
final class Numbers {
    /** Before the number written backwards, so that its tail is a beginning. */
    private static final String BACKWARDS = "~";
    /** Fewer characters are the tail of too many. */
    private static final int SHORTEST = 4;
    /** What a word alone has not: a digit, or a dash inside. */
    private static final Pattern TELLING = Pattern.compile("\\p{Nd}|\\p{L}\\p{Pd}\\p{L}");

    /** Under which a number is found. */
    static List<String> lexemes(String number) {
        var plain = plain(number);
        return plain.isEmpty() ? List.of() : List.of(plain, backwards(plain));
    }

    /** How the lexemes begin of the numbers that are meant; none when it cannot be one. */
    static List<String> meant(String typed) {
        var plain = plain(typed);
        return plain.length() >= SHORTEST && TELLING.matcher(typed).find()
                ? List.of(plain, backwards(plain))
                : List.of();
    }

    private static String backwards(String plain) {
        return BACKWARDS + new StringBuilder(plain).reverse();
    }

    /** The letters that the alphabet of the numbers leaves out, since people read digits in them, are those digits. */
    private static String plain(String number) {
        return Folding.of(number).replace('o', '0').replace('i', '1').replace('l', '1');
    }

    private Numbers() {}
}
