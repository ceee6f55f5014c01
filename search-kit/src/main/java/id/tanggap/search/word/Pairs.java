package id.tanggap.search.word;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Common words one behind the other, each pair a lexeme of its own. The index tells which texts have both words, and of the
 * commonest that would be most; where they stand, only the text can tell. {@code common.txt} lists the words.
 */
public final class Pairs {
    private static final Set<String> COMMON = WordList.words("common.txt");

    /** So that no word begins like a pair, which has no place in the text. */
    private static final String PAIR = "_";

    /** The pairs by which a text is found, or a part of one: of words in each of their forms. */
    public static Stream<String> in(List<Word> words) {
        return of(words.stream().map(Word::lexemes).toList());
    }

    /** The pairs that a phrase asks for: of words as they are written. */
    public static Stream<String> asked(List<Word> words) {
        return of(words.stream().map(word -> List.of(word.written())).toList());
    }

    private static Stream<String> of(List<List<String>> words) {
        return IntStream.range(1, words.size())
                .boxed()
                .flatMap(i -> common(words.get(i - 1))
                        .flatMap(first -> common(words.get(i)).map(second -> PAIR + first + " " + second)))
                .distinct();
    }

    private static Stream<String> common(List<String> forms) {
        return forms.stream().filter(COMMON::contains);
    }

    private Pairs() {}
}
