package id.tanggap.search.word;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a text into words. A border is whatever is neither letter nor digit, and that between a letter and a digit. */
public final class Words {
    /** No text that people read is longer. */
    private static final int LONGEST_TEXT = 100_000;

    /**
     * What stands where something private was taken out, such as {@code [TELEPON]}; letters joined by dots, such as {@code
     * R.M.}; a word, which may have an apostrophe in it and marks that nobody sees; digits.
     */
    private static final Pattern WORD = Pattern.compile("""
            (?<mask>\\[[A-Z]{2,20}])
            |(?<![\\p{L}\\p{M}])(?:\\p{L}\\p{M}{0,3}\\.){1,8}\\p{L}\\p{M}{0,3}(?![\\p{L}\\p{M}])
            |\\p{L}[\\p{L}\\p{M}\\p{Cf}]*+(?:['’‘ʼ`´]\\p{L}[\\p{L}\\p{M}\\p{Cf}]*+){0,4}
            |(?<digits>\\p{Nd}++)
            """, Pattern.COMMENTS);

    public static List<Word> of(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var words = new ArrayList<Word>();
        var stems = new Stems();
        var found = WORD.matcher(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        while (found.find()) {
            var lexemes = found.group("digits") != null ? number(found.group()) : word(found.group(), stems);
            if (found.group("mask") == null && !lexemes.getFirst().isEmpty()) {
                words.add(new Word(lexemes, found.start(), found.end()));
            }
        }
        return words;
    }

    private static List<String> number(String digits) {
        var shortened = Folding.of(digits).replaceFirst("^0+(?=.)", "");
        return List.of(shortened);
    }

    private static List<String> word(String written, Stems stems) {
        var folded = Folding.of(written);
        var usual = Spelling.usual(folded);
        return List.copyOf(new LinkedHashSet<>(List.of(folded, usual, stems.of(usual))));
    }

    private Words() {}
}
