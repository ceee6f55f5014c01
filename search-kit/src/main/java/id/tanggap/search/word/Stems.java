package id.tanggap.search.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the affixes off Indonesian words, one after the other: down to a root that is known, or without knowing. For one thread.
 */
final class Stems {
    /** Most of what is read are few words, again and again. */
    private static final Map<String, String> REMEMBERED = new ConcurrentHashMap<>();
    /** A few megabytes; then all are forgotten, and the few soon known again. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Given given = new Given();
    private final TokenStream stemmed = new IndonesianStemFilter(given);

    String of(String word) {
        if (REMEMBERED.size() >= MOST_REMEMBERED) {
            REMEMBERED.clear();
        }
        return REMEMBERED.computeIfAbsent(word, this::find);
    }

    private String find(String word) {
        var root = Roots.of(word);
        return root == null ? cut(word) : root;
    }

    private String cut(String word) {
        try {
            given.term.setEmpty().append(word);
            stemmed.incrementToken();
            return given.term.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The word in hand, again and again. */
    private static final class Given extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        @Override
        public boolean incrementToken() {
            return true;
        }
    }
}
