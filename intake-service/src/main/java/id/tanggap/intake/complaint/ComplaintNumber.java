package id.tanggap.intake.complaint;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The number a citizen is given, such as {@code SKA-4F7K-92XM}: the government's prefix, seven random digits of base 32
 * and a check character. Random, so that a number tells nothing of how many complaints there are.
 *
 * <p>The check character is Damm's over GF(32): it finds every single wrong character and every swap of two neighbours.
 */
public record ComplaintNumber(String value) {
    private static final int RANDOM_DIGITS = 7;
    private static final int BODY_LENGTH = RANDOM_DIGITS + 1;

    static ComplaintNumber random(String prefix, RandomGenerator random) {
        var digits = Crockford.random(random, RANDOM_DIGITS);
        return of(prefix, digits + Crockford.digit(check(digits)));
    }

    /**
     * Reads what a person typed: any case, with or without dashes.
     *
     * @return null when the check character says that something is wrong
     */
    public static @Nullable ComplaintNumber parse(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "");
        var split = letters.length() - BODY_LENGTH;
        if (split < 1 || split > 5) {
            return null;
        }
        var body = Crockford.normalise(letters.substring(split));
        return check(body) == 0 ? of(letters.substring(0, split), body) : null;
    }

    private static ComplaintNumber of(String prefix, String body) {
        return new ComplaintNumber(prefix + "-" + body.substring(0, 4) + "-" + body.substring(4));
    }

    /** 0 for digits that end in their own check character; -1 when one is no digit. */
    private static int check(String digits) {
        var interim = 0;
        for (var digit : digits.toCharArray()) {
            var value = Crockford.value(digit);
            if (value < 0) {
                return -1;
            }
            interim = twice(interim ^ value);
        }
        return interim;
    }

    /** Multiplies by x in GF(32) with the polynomial x⁵ + x² + 1. */
    private static int twice(int value) {
        var shifted = value << 1;
        return shifted > 31 ? shifted ^ 0b100101 : shifted;
    }

    @Override
    public String toString() {
        return value;
    }
}
