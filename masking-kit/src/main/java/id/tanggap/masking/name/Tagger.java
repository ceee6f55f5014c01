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
    }
}
