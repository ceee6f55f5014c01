package id.tanggap.masking.name;

import id.tanggap.masking.text.Folded;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A run of letters.
 *
 * @param gap what stands before it, from the word before
 * @param shouted among capitals, which say nothing there
 */
record Word(String text, String lower, int from, int to, String gap, boolean shouted) {
    private static final Pattern LETTERS = Pattern.compile(
            "\\p{Lu}\\p{Ll}+(?=\\p{Lu}\\p{Ll})|\\p{L}[\\p{L}\\p{M}]*(?:'\\p{L}[\\p{L}\\p{M}]*)*+|\\p{N}+");
    private static final Pattern ACRONYM_WITH_ENDING = Pattern.compile("\\p{Lu}{2,}\\p{Ll}+");
    private static final int LONGEST_SHORT_FORM = 4;
    private static final int LONGEST_ACRONYM = 7;
    private static final Pattern SENTENCE_END = Pattern.compile("(?s).*[.!?\\n:\"].*");

    static List<Word> of(Folded text) {
        var shouts = text.shouts();
        var found = LETTERS.matcher(text.text()).results().toList();
        return IntStream.range(0, found.size())
                .mapToObj(i -> {
                    var behindLast = i == 0 ? 0 : found.get(i - 1).end();
                    var word = found.get(i);
                    return new Word(
                            word.group(),
                            text.lower().substring(word.start(), word.end()),
                            word.start(),
                            word.end(),
                            text.text().substring(behindLast, word.start()),
                            shouts || isAmongCapitals(found, i));
                })
                .toList();
    }

    /** In capitals as a whole, and so is a neighbour. */
    private static boolean isAmongCapitals(List<MatchResult> words, int at) {
        return isInCapitals(words, at) && (isInCapitals(words, at - 1) || isInCapitals(words, at + 1));
    }

    private static boolean isInCapitals(List<MatchResult> words, int at) {
        return at >= 0
                && at < words.size()
                && words.get(at).group().length() > 1
                && words.get(at).group().chars().allMatch(Character::isUpperCase);
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }

    /** Its capital tells something. */
    boolean isCapital() {
        return !shouted && Character.isUpperCase(text.charAt(0));
    }

    boolean beginsSentence() {
        return from == gap.length() || SENTENCE_END.matcher(gap).matches();
    }

    /** Goes on from the word before: nothing but a space between, or the full stop of a short form. */
    boolean follows(Word before) {
        return gap.equals(" ")
                || gap.equals("  ")
                || (gap.equals(". ") || gap.equals(".")) && before.isShortForm()
                || gap.equals("-") && isCapital();
    }

    boolean isShortForm() {
        return lower.length() <= LONGEST_SHORT_FORM && (Lexicon.isBeforePlace(lower) || !Lexicon.isOrdinary(lower))
                || lower.length() == 1
                || Titles.isTitle(lower);
    }

    /** Capitals alone among others, as NIK or BPJS. */
    boolean isAcronym() {
        return isCapital() && text.length() <= LONGEST_ACRONYM && text.chars().allMatch(Character::isUpperCase);
    }

    /** As in KTPnya. */
    boolean isAcronymWithEnding() {
        return ACRONYM_WITH_ENDING.matcher(text).matches();
    }

    boolean isInitial() {
        return text.length() == 1 && Character.isUpperCase(text.charAt(0));
    }
}
