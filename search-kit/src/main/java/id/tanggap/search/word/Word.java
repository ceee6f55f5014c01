package id.tanggap.search.word;

import java.util.List;

/**
 * A word of a text, or a number in it.
 *
 * @param lexemes under which it is found: as it is written, folded; in its usual spelling; without affixes
 * @param start where it stands in the text
 * @param end where it ends, exclusive
 */
public record Word(List<String> lexemes, int start, int end) {
    public String written() {
        return lexemes.getFirst();
    }

    /** Without affixes and in its usual spelling. */
    public String stem() {
        return lexemes.getLast();
    }
}
