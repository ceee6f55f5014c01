package id.tanggap.masking.name;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Folded;
import id.tanggap.masking.text.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text as those see them who look for names. */
final class Sentence {
    private static final Set<String> DESCENT = Set.of("bin", "binti");
    private static final Set<String> NO_PART_OF_NAMES = Set.of("ke", "dari", "dan");
    private static final int LONGEST_NAME = 5;
    private static final int LONGEST_PLACE = 3;
    private static final int LONGEST_SHORT_FORM = 2;
    private static final Pattern BESIDE = Pattern.compile("[,/-] ?");

    final List<Word> words;
    private final Claims claims;
    private final Set<String> places;

    Sentence(Folded text, Claims claims, Set<String> places) {
        this.words = Word.of(text);
        this.claims = claims;
        this.places = places;
    }

    int size() {
        return words.size();
    }

    Word word(int at) {
        return words.get(at);
    }

    String lower(int at) {
        return at >= 0 && at < words.size() ? words.get(at).lower() : "";
    }

    /** It is known already as somebody's name. */
    boolean isNamed(int at) {
        return claims.isTaken(Kind.NAME, words.get(at).from());
    }

    boolean isFree(int at) {
        return claims.isFree(words.get(at).from(), words.get(at).to());
    }

    /** It stands in the name of a street, a school, a village: after such a word, with nothing but capitals between. */
    boolean isInPlace(int at) {
        for (int i = at - 1; i >= 0 && i >= at - LONGEST_NAME && isSamePlace(i + 1); i--) {
            var before = words.get(i);
            if (Lexicon.isBeforePlace(before.lower())) {
                return !isNameBehindComma(words.get(i + 1));
            }
            if (!maybeOfPlace(before)) {
                return false;
            }
        }
        return false;
    }

    /** "Bendahara koperasi, Wuryani, ..." speaks of somebody; "Kel, Gununganyar" of the place. */
    private static boolean isNameBehindComma(Word word) {
        return word.gap().startsWith(",") && Lexicon.isName(word.lower());
    }

    /** In the middle of it: a name, a rank, a short form. "Jalan Pak Budi" tells of somebody who lives there. */
    private static boolean maybeOfPlace(Word word) {
        return Titles.isHonour(word.lower())
                || !Titles.isTitle(word.lower())
                        && (word.isCapital()
                                || Lexicon.isName(word.lower())
                                || word.lower().length() <= LONGEST_SHORT_FORM);
    }

    private boolean isSamePlace(int at) {
        return words.get(at).follows(words.get(at - 1))
                || BESIDE.matcher(words.get(at).gap()).matches();
    }

    boolean isPlaceName(int at) {
        for (int from = Math.max(0, at - LONGEST_PLACE + 1); from <= at; from++) {
            if (isPlaceName(from, at)) {
                return true;
            }
        }
        return false;
    }

    /** One that begins there and holds the other word. */
    private boolean isPlaceName(int from, int at) {
        var name = new StringBuilder(lower(from));
        for (int to = from; to < size() && to - from < LONGEST_PLACE; to++) {
            if (to > from) {
                name.append(' ').append(lower(to));
            }
            if (to >= at && places.contains(name.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Could be (part of) somebody's name, by itself. */
    boolean isNameLike(int at) {
        var word = words.get(at);
        return !word.isNumber()
                && (word.text().length() > 2 || Lexicon.isName(word.lower()))
                && isFree(at)
                && !isForm(word)
                && !word.isAcronymWithEnding()
                && !Lexicon.isBeforePlace(word.lower())
                && !isPlaceName(at)
                && (Lexicon.isName(word.lower()) || !isOrdinary(word) && !word.isAcronym());
    }

    /** A capital behind "nama saya" is a name even where affixes would make it a word. */
    boolean isAnnounceable(int at) {
        var word = words.get(at);
        return word.text().length() > 1
                && isFree(at)
                && !isForm(word)
                && !Lexicon.isBeforePlace(word.lower())
                && (Lexicon.isName(word.lower()) || !Lexicon.isListed(word.lower()) && !word.isAcronym());
    }

    /** Some names are also forms of address: then they need a capital. */
    private static boolean isForm(Word word) {
        return !(Lexicon.isName(word.lower()) && word.isCapital())
                && (Lexicon.isRole(word.lower()) || Titles.isTitle(word.lower()) || Titles.isRelative(word.lower()));
    }

    /** A capital within a sentence says that affixes are none. */
    private static boolean isOrdinary(Word word) {
        return word.isCapital() && !word.beginsSentence()
                ? Lexicon.isListed(word.lower())
                : Lexicon.isOrdinary(word.lower());
    }

    /** Where the name that begins there ends, the word behind it. */
    int nameEnd(int from, boolean sure) {
        var at = from + 1;
        while (at < size() && at - from < LONGEST_NAME && word(at).follows(word(at - 1)) && continuesName(at, sure)) {
            at++;
        }
        return at;
    }

    private boolean continuesName(int at, boolean sure) {
        var word = word(at);
        if (word.isInitial() && !word.shouted() && isFree(at)) {
            return true;
        }
        if (DESCENT.contains(word.lower())) {
            return at + 1 < size() && isNameLike(at + 1);
        }
        if (!isNameLike(at)) {
            return false;
        }
        if (Lexicon.isName(word.lower())) {
            return word.isCapital()
                    || !Lexicon.isAmbiguous(word.lower())
                    || Lexicon.isName(lower(at - 1)) && !Lexicon.isOrdinary(word.lower());
        }
        return word.isCapital() || sure && !NO_PART_OF_NAMES.contains(word.lower()) && Sounds.likeName(word.lower());
    }

    void take(int from, int behind) {
        for (int at = from; at < behind; at++) {
            claims.take(Kind.NAME, words.get(at).from(), words.get(at).to());
        }
    }
}
