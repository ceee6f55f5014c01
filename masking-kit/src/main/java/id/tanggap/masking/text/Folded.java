package id.tanggap.masking.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text without its tricks: compatibility forms (full width, mathematical, in circles) as plain characters, all digits as
 * 0–9, all dashes and spaces alike, without marks that nobody sees. Each character knows where it was written.
 */
public final class Folded {
    private final String text;
    private final String lower;
    private final int[] written;
    private final boolean digits;
    private final boolean shouts;

    private Folded(Builder built) {
        this.text = built.text.toString();
        this.lower = lower(text);
        this.digits = text.chars().anyMatch(Character::isDigit);
        this.shouts = shouts(text);
        this.written = Arrays.copyOf(built.written, text.length() + 1);
        this.written[text.length()] = built.end;
    }

    public static Folded of(String written) {
        var builder = new Builder(written.length());
        for (int at = 0; at < written.length(); ) {
            var character = written.codePointAt(at);
            builder.fold(character, at);
            at += Character.charCount(character);
        }
        builder.end = written.length();
        return new Folded(builder);
    }

    public String text() {
        return text;
    }

    /** As long as {@link #text}. */
    public String lower() {
        return lower;
    }

    public int length() {
        return text.length();
    }

    /** Where the character stood in the text as written; of the length, its end. */
    public int written(int at) {
        return written[at];
    }

    public boolean hasDigits() {
        return digits;
    }

    /** Most of its letters are capitals, so that capitals say nothing. */
    public boolean shouts() {
        return shouts;
    }

    private static boolean shouts(String text) {
        var capitals = text.chars().filter(Character::isUpperCase).count();
        var letters = text.chars().filter(Character::isLetter).count();
        return capitals * 2 > letters;
    }

    private static String lower(String text) {
        var lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Character.toLowerCase(lower[i]);
        }
        return new String(lower);
    }

    private static final class Builder {
        private static final int DECIMAL = 10;
        /** What takes more is a whole sentence in one character, and a text of them a book. */
        private static final int MOST_COMPATIBLE = 5;

        private static final String INVISIBLE_LETTERS = "\u115f\u1160\u3164\uffa0";
        private static final String APOSTROPHES = "\u2019\u2018\u02bc\u02bb\u00b4`";

        private final StringBuilder text;
        private int[] written;
        private int end;

        private Builder(int length) {
            text = new StringBuilder(length);
            written = new int[length + 1];
        }

        private void fold(int character, int at) {
            if (character < 0x80 && character >= ' ') {
                add((char) character, at);
            } else if (!isInvisible(character)) {
                addAll(plain(character), at);
            }
        }

        private boolean isInvisible(int character) {
            return switch (Character.getType(character)) {
                case Character.FORMAT, Character.ENCLOSING_MARK -> true;
                case Character.NON_SPACING_MARK -> isVariation(character) || followsDigit();
                default -> INVISIBLE_LETTERS.indexOf(character) >= 0;
            };
        }

        private static boolean isVariation(int character) {
            return character >= 0xfe00 && character <= 0xfe0f;
        }

        private boolean followsDigit() {
            return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        }

        private static String plain(int character) {
            return switch (Character.getType(character)) {
                case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(character, DECIMAL));
                case Character.DASH_PUNCTUATION -> "-";
                case Character.SPACE_SEPARATOR -> " ";
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\n";
                case Character.CONTROL -> character == '\t' ? " " : "\n";
                default -> compatible(character);
            };
        }

        private static String compatible(int character) {
            if (APOSTROPHES.indexOf(character) >= 0) {
                return "'";
            }
            if (character == '\u2212') {
                return "-";
            }
            var inCircle =
                    Character.getType(character) == Character.OTHER_NUMBER ? Character.getNumericValue(character) : -1;
            return inCircle >= 0 && inCircle < DECIMAL ? String.valueOf(inCircle) : composed(character);
        }

        private static String composed(int character) {
            var composed = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
            return composed.length() > MOST_COMPATIBLE ? Character.toString(character) : composed;
        }

        private void addAll(String plain, int at) {
            plain.chars().forEach(character -> add((char) character, at));
        }

        private void add(char character, int at) {
            if (text.length() == written.length) {
                written = Arrays.copyOf(written, written.length * 2);
            }
            written[text.length()] = at;
            text.append(character);
        }
    }
}
