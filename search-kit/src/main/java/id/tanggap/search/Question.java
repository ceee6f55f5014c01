package id.tanggap.search;

import id.tanggap.search.word.Words;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people look for, as they type it: words and beginnings of words, all of which are in the text; the number of a case
 * or a part of it; {@code "words in this order"}; {@code -what} is not in it. Whatever is typed means something or nothing;
 * none of it is wrong.
 */
public final class Question {
    private final String typed;
    private final List<Term> wanted;
    private final List<Term> excluded;

    private Question(String typed, Typed read) {
        this.typed = typed;
        this.wanted = read.wanted();
        this.excluded = read.excluded();
    }

    /** @return null when neither letter nor digit was typed: nothing is looked for */
    public static @Nullable Question of(@Nullable String typed) {
        var read = Typed.read(typed == null ? "" : typed);
        return typed == null || read.wanted().isEmpty() && read.excluded().isEmpty() ? null : new Question(typed, read);
    }

    /** Without what PostgreSQL takes in no text. */
    public String typed() {
        return typed.codePoints()
                .filter(letter -> letter != 0 && Character.getType(letter) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As PostgreSQL is asked of vectors that {@link Lexemes} made. */
    public String tsquery() {
        return Stream.concat(
                        wanted.stream().map(Term::tsquery), excluded.stream().map(term -> "!" + term.tsquery()))
                .collect(Collectors.joining(" & "));
    }

    /**
     * What is wanted of it, one by one, each as a {@code tsquery} for vectors that the rules in force made; nothing when it only
     * excludes.
     */
    public List<String> lookedUp() {
        return wanted.stream().map(Term::lookedUp).toList();
    }

    /** What of it stands in these texts, each time as it is written there; for those who show them. */
    public List<String> foundIn(@Nullable String... texts) {
        var found = new LinkedHashSet<String>();
        for (var text : texts) {
            if (text != null) {
                var words = Words.of(text);
                wanted.forEach(term -> term.in(text, words).forEach(found::add));
            }
        }
        return List.copyOf(found);
    }

    /** As PostgreSQL answers it, for what is not so much that it needs an index. */
    public boolean matches(@Nullable String number, @Nullable String... texts) {
        var lexeme = number == null ? "" : Numbers.lexeme(number);
        var read = Arrays.stream(texts).map(Words::of).toList();
        return wanted.stream().allMatch(term -> term.matches(read, lexeme))
                && excluded.stream().noneMatch(term -> term.matches(read, lexeme));
    }
}
