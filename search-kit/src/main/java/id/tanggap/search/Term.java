package id.tanggap.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One condition of a question.
 *
 * @param phrases all of them are in the text; at least one
 * @param numbers or the case has a number with one of these beginnings
 */
record Term(List<Phrase> phrases, List<String> numbers) {

    static Term of(Phrase phrase) {
        return new Term(List.of(phrase), List.of());
    }

    String tsquery() {
        var words = phrases.stream().map(Phrase::tsquery).collect(Collectors.joining(" & "));
        var conditions = new ArrayList<>(List.of(words));
        numbers.forEach(beginning -> conditions.add(Lexemes.quoted(beginning) + ":*"));
        return conditions.size() == 1 ? "(" + words + ")" : Lexemes.anyOf(conditions);
    }

    Stream<String> in(String text, List<Word> words) {
        return phrases.stream().flatMap(phrase -> phrase.in(text, words).stream());
    }

    /** @param texts of the case, each cut into words, and its number as one */
    boolean matches(List<List<Word>> texts, List<String> number) {
        return number.stream().anyMatch(lexeme -> numbers.stream().anyMatch(lexeme::startsWith))
                || phrases.stream().allMatch(phrase -> texts.stream().anyMatch(phrase::standsIn));
    }
}
