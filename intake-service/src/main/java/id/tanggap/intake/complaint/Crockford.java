package id.tanggap.intake.complaint;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Crockford's base 32: no I, L, O and U, so that a citizen can read it aloud and an officer can write it down. What is
 * commonly misread is read as what was meant.
 */
final class Crockford {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    static String random(RandomGenerator random, int length) {
        return random.ints(length, 0, 32)
                .collect(StringBuilder::new, (s, d) -> s.append(digit(d)), StringBuilder::append)
                .toString();
    }

    static char digit(int value) {
        return DIGITS.charAt(value);
    }

    /** -1 for a character that is no digit. */
    static int value(char digit) {
        return DIGITS.indexOf(digit);
    }

    /** Upper case, without separators, O as 0, I and L as 1. */
    static String normalise(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s.-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private Crockford() {}
}
