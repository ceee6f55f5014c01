package id.tanggap.masking.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What speaks for and against a word's being a name: itself and what stands around it. */
final class Signs {
    private Signs() {}

    /** Only these are worth asking about. */
    static boolean isCandidate(Sentence sentence, int at) {
        var word = sentence.word(at);
        return word.text().length() > 2 && sentence.isNameLike(at) && isMarked(sentence, at) && !sentence.isInPlace(at);
    }

    /** By its capital, or by being known as nothing but a name. */
    private static boolean isMarked(Sentence sentence, int at) {
        var word = sentence.word(at);
        var capital = word.isCapital() && (!word.beginsSentence() || isCapitalBehind(sentence, at));
        return capital || Lexicon.isName(word.lower()) && !Lexicon.isAmbiguous(word.lower());
    }

    private static boolean isCapitalBehind(Sentence sentence, int at) {
        return at + 1 < sentence.size()
                && sentence.word(at + 1).isCapital()
                && sentence.word(at + 1).follows(sentence.word(at))
                && sentence.isNameLike(at + 1);
    }

    static List<String> of(Sentence sentence, int at) {
        var word = sentence.word(at);
        var signs = new ArrayList<String>();
        var known = Lexicon.isName(word.lower());
        var ordinary = Lexicon.isOrdinary(word.lower());
        var form = (known ? "known" : "") + (ordinary ? "ordinary" : "") + form(word);
        signs.add(form);
        signs.add("sounds=" + Sounds.likeName(word.lower()));
        signs.add("ends=" + word.lower().substring(Math.max(0, word.lower().length() - 2)));
        signs.add("ends=" + word.lower().substring(Math.max(0, word.lower().length() - 3)));
        signs.add("before=" + sentence.lower(at - 1));
        signs.add("before2=" + sentence.lower(at - 2));
        signs.add("after=" + sentence.lower(at + 1));
        signs.add("after2=" + sentence.lower(at + 2));
        signs.add(form + " before=" + kind(sentence, at - 1));
        signs.add(form + " after=" + kind(sentence, at + 1));
        signs.add("first=" + word.beginsSentence());
        return signs;
    }

    private static String form(Word word) {
        if (word.shouted()) {
            return " shouted";
        }
        if (!word.isCapital()) {
            return " small";
        }
        return word.text().equals(word.text().toUpperCase(Locale.ROOT)) ? " capitals" : " Capital";
    }

    private static String kind(Sentence sentence, int at) {
        if (at < 0 || at >= sentence.size()) {
            return "end";
        }
        var word = sentence.word(at);
        if (word.isNumber()) {
            return "number";
        }
        if (Lexicon.isName(word.lower())) {
            return "name" + form(word);
        }
        if (Lexicon.isBeforePlace(word.lower())) {
            return "place";
        }
        return (Lexicon.isOrdinary(word.lower()) ? "ordinary" : "unknown") + form(word);
    }
}
