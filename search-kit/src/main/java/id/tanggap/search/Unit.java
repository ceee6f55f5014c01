package id.tanggap.search;

import id.tanggap.search.word.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of a question.
 *
 * @param exact one of these is the word, in one of its forms
 * @param beginning or the word begins so; null when it does not matter
 */
record Unit(List<String> exact, @Nullable String beginning) {
    /** What is shorter begins too many words. */
    private static final int SHORTEST_BEGINNING = 3;

    /** A word as people look for it: all that is made of its stem, and all that begins like it. */
    static Unit meant(Word word) {
        var written = word.written();
        if (written.length() < SHORTEST_BEGINNING || !Character.isLetter(written.codePointAt(0))) {
            return new Unit(List.of(word.stem()), null);
        }
        return new Unit(word.stem().startsWith(written) ? List.of() : List.of(word.stem()), written);
    }

    /** A word as it stands between quotation marks. */
    static Unit literal(Word word) {
        return new Unit(List.of(word.written()), null);
    }

    String tsquery() {
        var conditions = new ArrayList<String>();
        exact.forEach(lexeme -> conditions.add(Lexemes.quoted(lexeme)));
        if (beginning != null) {
            conditions.add(Lexemes.quoted(beginning) + ":*");
        }
        return conditions.size() == 1 ? conditions.getFirst() : Lexemes.anyOf(conditions);
    }

    boolean matches(Word word) {
        return word.lexemes().stream()
                .anyMatch(lexeme -> exact.contains(lexeme) || beginning != null && lexeme.startsWith(beginning));
    }
}
