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

    /**
     * The pairs in a text, or in a part of one.
     *
     * @param words as they are written, folded
     */
    public static Stream<String> of(List<String> words) {
        return IntStream.range(1, words.size())
                .filter(i -> COMMON.contains(words.get(i - 1)) && COMMON.contains(words.get(i)))
                .mapToObj(i -> PAIR + words.get(i - 1) + " " + words.get(i))
                .distinct();
    }

    private Pairs() {}
}
