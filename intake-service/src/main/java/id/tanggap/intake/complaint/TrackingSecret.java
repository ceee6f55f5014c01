package id.tanggap.intake.complaint;

import java.util.random.RandomGenerator;

/** What proves that a complaint is one's own: eight random digits of base 32, such as {@code 7KQ2-9F3M}. */
public final class TrackingSecret {
    private static final int DIGITS = 8;

    static String random(RandomGenerator random) {
        return Crockford.random(random, DIGITS);
    }

    /** As the vault knows it, from whatever a person typed. */
    public static String normalise(String typed) {
        return Crockford.normalise(typed);
    }

    /** As it is shown. */
    public static String shown(String secret) {
        return secret.substring(0, DIGITS / 2) + "-" + secret.substring(DIGITS / 2);
    }

    private TrackingSecret() {}
}
