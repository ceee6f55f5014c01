package id.tanggap.learning.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/** Cuts an Indonesian text into words, in lower case and without affixes. */
public final class TextAnalyzer extends Analyzer {
    private final CharArraySet stopWords;

    private TextAnalyzer(CharArraySet stopWords) {
        this.stopWords = stopWords;
    }

    public static TextAnalyzer ofAllWords() {
        return new TextAnalyzer(CharArraySet.EMPTY_SET);
    }

    public static TextAnalyzer withoutStopWords() {
        return new TextAnalyzer(IndonesianAnalyzer.getDefaultStopSet());
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var tokenizer = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
        var words = new StopFilter(new LowerCaseFilter(tokenizer), stopWords);
        return new TokenStreamComponents(tokenizer, new IndonesianStemFilter(words));
    }

    public List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        try (TokenStream stream = tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), text.substring(offset.startOffset(), offset.endOffset())));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }
}
