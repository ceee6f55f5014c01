package id.tanggap.proof.verification;

import java.util.Locale;

/** Words on a screen. */
final class Words {
    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final int LONGEST = 200;

    private Words() {}

    static String count(long number) {
        return String.format(INDONESIAN, "%,d", number);
    }

    /**
     * What a file says, on one line of bounded length and without what moves the cursor or turns the direction: no file
     * writes a line of the verifier's.
     */
    static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(point -> moves(point) ? '\uFFFD' : point)
                .forEach(plain::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? plain + "…" : plain.toString();
    }

    private static boolean moves(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
