package id.tanggap.masking.name;

import java.util.Set;
import java.util.regex.Pattern;

/** Words by which people are addressed or told, and which a name follows. In lower case. */
final class Titles {
    private static final Set<String> TITLES = Lexicon.read("titles");
    private static final Set<String> WEAK = Lexicon.read("weak-titles");
    private static final Set<String> INTRODUCERS = Lexicon.read("introducers");
    private static final Set<String> HONOURS = Lexicon.read("honours");
    private static final Set<String> RELATIVES = Lexicon.read("relatives");
    private static final Set<String> OWNERS = Lexicon.read("owners");
    private static final Set<String> BUSINESSES = Lexicon.read("businesses");
    private static final Set<String> JOINING = Set.of("dan", "sama", "kalih", "karo", "serta", "bersama");
    private static final Set<String> HEADS = Lexicon.read("heads");
    private static final Set<String> AGENCIES = Lexicon.read("agencies");
    private static final int LONGEST_SHORT_FORM = 3;
    private static final Pattern OWNED = Pattern.compile("(?:nya|ku|mu|ne|e)$");

    private Titles() {}

    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /** A name may follow it, or another word: that needs a capital, or a name that is known. */
    static boolean isWeak(String word) {
        return WEAK.contains(word) || INTRODUCERS.contains(word);
    }

    static boolean introduces(String word) {
        return TITLES.contains(word) || INTRODUCERS.contains(word);
    }

    /** A title that is a word, but not the short form of another: nenek, saudara; not dr, which also means from. */
    static boolean isAddress(String word) {
        return TITLES.contains(word) && word.length() > LONGEST_SHORT_FORM;
    }

    /** Of an office, which the word behind it tells: kepala sekolah, juru parkir. */
    static boolean isHead(String word) {
        return HEADS.contains(word);
    }

    static boolean isAgency(String word) {
        return AGENCIES.contains(word);
    }

    /** Two who did it together. */
    static boolean joins(String word) {
        return JOINING.contains(word);
    }

    static boolean isBusiness(String word) {
        return BUSINESSES.contains(word);
    }

    /** Also borne by those after whom streets and hospitals are called. */
    static boolean isHonour(String word) {
        return HONOURS.contains(word);
    }

    /** With or without -ku, -nya, -mu. */
    static boolean isRelative(String word) {
        return RELATIVES.contains(word) || isOwned(word);
    }

    /** Its ending says whose it is. */
    static boolean isOwned(String word) {
        var bare = OWNED.matcher(word).replaceFirst("");
        return !bare.equals(word) && RELATIVES.contains(bare);
    }

    static boolean isOwner(String word) {
        return OWNERS.contains(word);
    }
}
