package id.tanggap.notification.sender.chat;

import java.text.BreakIterator;
import java.util.Locale;

/** As much of a text as fits where a provider counts characters. */
public final class Excerpt {
    private static final String ELLIPSIS = "…";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    /**
     * The text where it fits; else its beginning, up to the end of a sentence or, when that would lose more than half of what
     * fits, of a word, and an ellipsis. Nothing that a reader takes for one character is cut in two.
     *
     * @param most characters as Java counts them, which is never less than how a provider counts; from 1
     */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, end(text, most - ELLIPSIS.length())).stripTrailing() + ELLIPSIS;
    }

    private static int end(String text, int most) {
        var sentence = bound(BreakIterator.getSentenceInstance(INDONESIAN), text, most);
        if (sentence > most / 2) {
            return sentence;
        }
        var word = bound(BreakIterator.getWordInstance(INDONESIAN), text, most);
        return word > most / 2 ? word : bound(BreakIterator.getCharacterInstance(INDONESIAN), text, most);
    }

    /** The last one at which so much of the text may end. */
    private static int bound(BreakIterator bounds, String text, int most) {
        bounds.setText(text);
        return bounds.isBoundary(most) ? most : Math.max(0, bounds.preceding(most));
    }

    private Excerpt() {}
}
