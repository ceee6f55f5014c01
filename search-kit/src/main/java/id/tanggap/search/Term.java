package id.tanggap.search;

import id.tanggap.search.word.Word;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a question.
 *
 * @param phrases all of them are in the text; at least one
 * @param number or the number of the case begins so, read backwards; null when none can be meant
 */
record Term(List<Phrase> phrases, @Nullable String number) {

    static Term of(Phrase phrase) {
        return new Term(List.of(phrase), null);
    }

    String tsquery() {
        return ofPhrases(Phrase::tsquery);
    }

    /** As an index is asked of vectors that the rules in force made. */
    String lookedUp() {
        return ofPhrases(Phrase::lookedUp);
    }

    private String ofPhrases(Function<Phrase, String> ofPhrase) {
        var words = phrases.stream().map(ofPhrase).collect(Collectors.joining(" & "));
        return number == null ? "(" + words + ")" : Lexemes.anyOf(List.of(words, Lexemes.quoted(number) + ":*"));
    }

    Stream<String> in(String text, List<Word> words) {
        return phrases.stream().flatMap(phrase -> phrase.in(text, words).stream());
    }

    /**
     * @param texts of the case, each cut into words
     * @param lexeme of its number
     */
    boolean matches(List<List<Word>> texts, String lexeme) {
        return number != null && lexeme.startsWith(number)
                || phrases.stream().allMatch(phrase -> texts.stream().anyMatch(phrase::standsIn));
    }
}
