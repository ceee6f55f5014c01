package id.tanggap.governments.routing;

import java.util.List;
import java.util.Locale;

/**
 * A text reduced to its words in lower case, so that a phrase is found whole and whatever stands between its words. The
 * enclitic -nya ("the", "its") does not hide a word: {@code aspal} is also found in {@code aspalnya}.
 */
public final class Words {

    private final String padded;

    private Words(String padded) {
        this.padded = padded;
    }

    static Words of(String text) {
        return new Words(" " + normalise(text) + " ");
    }

    /** Whether the phrase, itself {@linkplain #normalise normalised}, occurs on word boundaries. */
    boolean contain(String phrase) {
        return padded.contains(" " + phrase + " ") || padded.contains(" " + phrase + "nya ");
    }

    /** Which of the phrases occur; those that only occur inside a longer one are left out. */
    List<String> found(List<String> phrases) {
        List<String> found = phrases.stream().filter(this::contain).distinct().toList();
        return found.stream()
                .filter(phrase -> found.stream().noneMatch(other -> isInside(phrase, other)))
                .toList();
    }

    /** How many words the phrases have together. */
    static int weight(List<String> phrases) {
        return phrases.stream().mapToInt(phrase -> phrase.split(" ").length).sum();
    }

    private static boolean isInside(String phrase, String other) {
        return !phrase.equals(other) && (" " + other + " ").contains(" " + phrase + " ");
    }

    public static String normalise(String text) {
        StringBuilder words = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }
}
