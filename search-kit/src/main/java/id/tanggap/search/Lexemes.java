package id.tanggap.search;

import id.tanggap.search.word.Pairs;
import id.tanggap.search.word.Word;
import id.tanggap.search.word.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a text is found by: a {@code tsvector} as text, never one that PostgreSQL refuses. */
public final class Lexemes {
    /**
     * Stands in each vector made here, with the version of the rules. A vector without it was made by others, or by rules
     * of the past, and wants to be made anew.
     */
    static final String MARK = "^2";

    /** A {@code tsquery} that is true of what was made by the rules in force. */
    public static final String IN_FORCE = quoted(MARK);

    /**
     * A {@code tsquery} that is true of what was made here, by whatever rules: questions of today find nearly all in it. The
     * mark of the first rules, which a replica of then looks for too.
     */
    public static final String OURS = quoted("^1");

    /** Between texts, so that no phrase goes from one to the next. */
    private static final int GAP = 2;

    /**
     * The vector of a case.
     *
     * @param number of the case; null when it has none
     * @param texts in the order in which they are read
     */
    public static String of(@Nullable String number, @Nullable String... texts) {
        var lexemes = new ArrayList<String>();
        lexemes.add(OURS);
        lexemes.add(IN_FORCE);
        if (number != null) {
            lexemes.add(quoted(Numbers.lexeme(number)));
        }
        var position = 1;
        for (var text : texts) {
            var words = Words.of(text);
            place(words, position, lexemes);
            position += words.size() + GAP;
            Pairs.in(words).map(Lexemes::quoted).forEach(lexemes::add);
        }
        return String.join(" ", lexemes);
    }

    private static void place(List<Word> words, int first, List<String> lexemes) {
        for (var i = 0; i < words.size(); i++) {
            var position = first + i;
            words.get(i).lexemes().forEach(lexeme -> lexemes.add(quoted(lexeme) + ":" + position));
        }
    }

    /** Lexemes are letters and digits, and blanks between them; nothing in them could end the quotes. */
    static String quoted(String lexeme) {
        return "'" + lexeme + "'";
    }

    static String anyOf(List<String> conditions) {
        return conditions.stream().collect(Collectors.joining(" | ", "(", ")"));
    }

    private Lexemes() {}
}
