package id.tanggap.masking.name;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name that the complainant gave, wherever it stands: two of its words side by side, or one that is no ordinary word.
 * Never behind Jalan; and "Tidak mau disebut" is no name.
 */
public final class OwnName implements Finder {
    private static final int SHORTEST = 3;
    private static final List<String> ENDINGS = List.of("nya", "ku", "mu", "ne", "'s");

    private final List<String> parts;

    private OwnName(List<String> parts) {
        this.parts = parts;
    }

    /** @param places what is called so there, in lower case */
    public static OwnName of(@Nullable String complainant, Set<String> places) {
        var parts = complainant == null ? List.<String>of() : parts(complainant);
        return new OwnName(isName(parts) && !places.containsAll(parts) ? parts : List.of());
    }

    private static List<String> parts(String complainant) {
        return Word.of(Folded.of(complainant)).stream()
                .filter(word -> !word.isNumber())
                .map(Word::lower)
                .filter(part -> !Titles.isTitle(part) && !Lexicon.isRole(part))
                .toList();
    }

    /** One of its words is known as a name, or none is of the language. */
    private static boolean isName(List<String> parts) {
        return parts.stream().anyMatch(Lexicon::isName)
                || parts.stream().noneMatch(Lexicon::isBeforePlace)
                        && !parts.stream().allMatch(Lexicon::isListed);
    }

    @Override
    public void find(Folded text, Claims claims) {
        if (parts.stream().anyMatch(text.lower()::contains)) {
            find(new Sentence(text, claims, Set.of()));
        }
    }

    private void find(Sentence sentence) {
        for (int at = 0; at < sentence.size(); at++) {
            var behind = behind(sentence, at);
            if (isMeant(sentence, at, behind) && !sentence.isInPlace(at)) {
                sentence.take(at, behind);
                at = behind - 1;
            }
        }
    }

    /** Behind the words of the name that stand there. */
    private int behind(Sentence sentence, int at) {
        var behind = at;
        while (behind < sentence.size()
                && isPart(sentence.lower(behind))
                && (behind == at || sentence.word(behind).follows(sentence.word(behind - 1)))) {
            behind++;
        }
        return behind;
    }

    private boolean isMeant(Sentence sentence, int at, int behind) {
        if (behind - at == 1) {
            return isMeantAlone(sentence.word(at))
                    || behind == sentence.size() && sentence.word(at).isCapital();
        }
        return behind > at && sentence.words.subList(at, behind).stream().anyMatch(this::isNoWord);
    }

    private boolean isNoWord(Word word) {
        return word.isCapital() || !Lexicon.isAmbiguous(bare(word.lower())) && !Lexicon.isListed(bare(word.lower()));
    }

    private boolean isMeantAlone(Word word) {
        var lower = bare(word.lower());
        if (lower.length() < SHORTEST || Lexicon.isListed(lower)) {
            return false;
        }
        return !Lexicon.isAmbiguous(lower)
                || word.isCapital() && !word.beginsSentence()
                || word.isCapital() && isWithEnding(word);
    }

    private boolean isWithEnding(Word word) {
        return !bare(word.lower()).equals(word.lower());
    }

    private boolean isPart(String lower) {
        return parts.contains(bare(lower));
    }

    /** Without -nya, -ku, -mu when a word of the name is left. */
    private String bare(String lower) {
        return parts.contains(lower)
                ? lower
                : ENDINGS.stream()
                        .filter(lower::endsWith)
                        .map(ending -> lower.substring(0, lower.length() - ending.length()))
                        .map(start -> start.endsWith("'") ? start.substring(0, start.length() - 1) : start)
                        .filter(parts::contains)
                        .findFirst()
                        .orElse(lower);
    }
}
