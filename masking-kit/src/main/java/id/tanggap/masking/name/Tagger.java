package id.tanggap.masking.name;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import java.util.Set;

/** Names that nothing announces, told by the words around them, as learned from {@code lines.tsv}. */
public final class Tagger implements Finder {
    private final Set<String> places;

    public Tagger(Set<String> places) {
        this.places = places;
    }

    private static boolean isName(Sentence sentence, int at) {
        return Learned.isName(Signs.of(sentence, at), Lexicon.isName(sentence.lower(at)));
    }

    @Override
    public void find(Folded text, Claims claims) {
        var sentence = new Sentence(text, claims, places);
        for (int at = 0; at < sentence.size(); at++) {
            if (Signs.isCandidate(sentence, at) && isName(sentence, at)) {
                var behind = sentence.nameEnd(at, false);
                sentence.take(at, behind);
                at = behind - 1;
            }
        }
        listed(sentence);
    }

    /** "Samiyo, Marsiti, Heri Cahyono": whoever stands in a list beside a name is somebody too. */
    private static void listed(Sentence sentence) {
        for (int at = sentence.size() - 2; at >= 0; at--) {
            if (isListed(sentence, at, at + 1) && sentence.isNamed(at + 1)) {
                sentence.take(at, at + 1);
            }
        }
    }

    private static boolean isListed(Sentence sentence, int at, int next) {
        var word = sentence.word(at);
        return sentence.word(next).gap().equals(", ")
                && word.isCapital()
                && Sounds.likeName(word.lower())
                && sentence.isNameLike(at)
                && !sentence.isInPlace(at);
    }
}
