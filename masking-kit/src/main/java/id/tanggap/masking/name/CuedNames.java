package id.tanggap.masking.name;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names that a word announces: "nama saya", Bapak, "tetangga saya", a/n, or the greeting at the end of a letter. */
public final class CuedNames implements Finder {
    private static final Pattern NAMING = Pattern.compile(
            "(?<![\\p{L}])(?:(?:nama|nami|jeneng|asma|nm)(?: ?(?:saya|sy|kami|ku|kulo|aku|lengkap|asli|panggilan|pemilik|pelapor|pemohon|pasien|suami|istri|anak|ibu|ayah|bapak|beliau|nya|orangnya|pelaku|korban|penerima|siswa|terlapor|pengirim|almarhum|tersangka|petugas|sopir|dokter|guru|oknum|kepala|kk|dia|jelas|terang|di ktp|ktp|kandung)){0,4}(?: (?:adalah|yaitu|ialah|itu))?[ :=]{1,3}"
                    + "|(?:yang |yg )?(?:bernama|namanya|namaku|nama nya|jenenge|jenengku|bernm|dipanggil|panggil saja|panggil saya|biasa dipanggil|akrab disapa|disapa|inisial)[ :=]{1,3}"
                    + "|atas nama[ :=]{1,3}(?:(?:saya|ibu|bapak|pemilik|suami|istri|anak)[ :]{1,2})?|a/n[ .:]{0,2}|a\\.n\\.?[ :]{0,2}|an\\.[ :]?|an:[ ]?|u/p[ .:]{0,2}|up:[ ]?"
                    + "|(?:perkenalkan|kenalkan|tepangaken|ijin memperkenalkan diri)[ ,:]{1,3}(?:nama )?(?:saya|sy|aku|kulo)[ ,:]{1,2}(?:adalah )?"
                    + "|(?:dengan|dgn) (?:saya|sy)[ ,:]{1,2}"
                    + "|(?:pelapor|pengadu|pengirim|pemohon|penerima|tertanda|ttd|cp|contact person|kontak person|pemilik|terlapor|korban|pasien|oknum|penanggung jawab)[ ]?[:=(][ ]?)");
    private static final Pattern GREETING = Pattern.compile(
            "(?:salam(?: (?:hormat|sejahtera|saya|hangat|kenal|santun|warga))?|hormat (?:saya|kami)|wassalam(?:u'?alaikum(?: wr\\.? ?wb\\.?)?)?|terima ?kasih(?: banyak)?|trima ?kasih|trims|tks|makasih|maturnuwun|matur nuwun|suwun|nuwun|ttd|tertanda|dari|regards|warga|pelapor|sekian)[ \\t]*[,.:!)\\n~-]{1,4}\\s*(?:dari |ttd[ .,]*|[-~] ?)?$|(?:^|[^\\p{L}])(?:ttd|tertanda|regards)[ .:,]{1,3}$");
    private static final Pattern FIELD = Pattern.compile("nama[^:=]*[:=] ?");
    private static final int LONGEST_SIGNATURE = 7;
    private static final int MOST_OWNERS = 3;
    private static final int MOST_TITLES = 3;
    private static final int LONGEST_LAST = 4;
    private static final int REACH = 60;
    private static final int FAR = 12;
    private static final Pattern NEXT = Pattern.compile(" {0,2}|\\.? ?|: ?");
    private static final Pattern BEHIND = Pattern.compile("[ ,(:\"]{1,3}|\\. ?");

    private final Set<String> places;

    public CuedNames(Set<String> places) {
        this.places = places;
    }

    @Override
    public void find(Folded text, Claims claims) {
        var sentence = new Sentence(text, claims, places);
        named(text, sentence);
        for (int at = 0; at + 1 < sentence.size(); at++) {
            titled(sentence, at);
            related(sentence, at);
            inOffice(sentence, at);
        }
        signed(text, sentence);
        lastSentence(sentence);
        joined(sentence);
    }

    /** After "nama saya" whatever follows is a name, unless it is a word of the language. */
    private static void named(Folded text, Sentence sentence) {
        NAMING.matcher(text.lower()).results().forEach(found -> {
            var at = firstFrom(sentence, found.end());
            at = skipTitles(sentence, at);
            if (at < sentence.size()
                    && (isAnnounced(sentence, at) || isInForm(found) && sentence.isNameLike(at))
                    && sentence.word(at).from() - found.end() < FAR) {
                sentence.take(at, sentence.nameEnd(at, true));
            }
        });
    }

    /** As in "Nama: SUPRIHATIN", where no capital need tell it. */
    private static boolean isInForm(MatchResult found) {
        return FIELD.matcher(found.group()).matches();
    }

    private static boolean isAnnounced(Sentence sentence, int at) {
        var word = sentence.word(at);
        return word.isCapital() && sentence.isAnnounceable(at)
                || sentence.isNameLike(at)
                        && (Lexicon.isName(word.lower()) || Sounds.likeName(word.lower()) || isKnownNext(sentence, at));
    }

    private static boolean isKnownNext(Sentence sentence, int at) {
        return at + 1 < sentence.size()
                && sentence.word(at + 1).follows(sentence.word(at))
                && Lexicon.isName(sentence.lower(at + 1));
    }

    private static int firstFrom(Sentence sentence, int from) {
        var at = 0;
        while (at < sentence.size() && sentence.word(at).from() < from) {
            at++;
        }
        return at;
    }

    private static int skipTitles(Sentence sentence, int from) {
        var at = from;
        while (at < sentence.size() && at - from < MOST_TITLES && Titles.isTitle(sentence.lower(at))) {
            at++;
        }
        return at;
    }

    private static void titled(Sentence sentence, int at) {
        var name = at + 1;
        if (Titles.introduces(sentence.lower(at))
                && NEXT.matcher(sentence.word(name).gap()).matches()
                && isTitledName(sentence, at)) {
            sentence.take(name, sentence.nameEnd(name, false));
        }
    }

    private static boolean isTitledName(Sentence sentence, int at) {
        var next = sentence.word(at + 1);
        if (!sentence.isNameLike(at + 1) || isOfPlace(sentence, at)) {
            return false;
        }
        var weak = Titles.isWeak(sentence.lower(at));
        if (Lexicon.isName(next.lower()) && !(weak && Lexicon.isListed(next.lower()))) {
            return next.isCapital() || !Lexicon.isAmbiguous(next.lower());
        }
        return weak ? isSurely(sentence, at + 1) : isLikely(next);
    }

    /** As in RSUD Ibu Fatmawati or Jalan Dr. Radjiman, but not in Warung Bu Sri. */
    private static boolean isOfPlace(Sentence sentence, int at) {
        var before = sentence.lower(at - 1);
        return Titles.isHonour(sentence.lower(at)) && sentence.isInPlace(at)
                || Lexicon.isBeforePlace(before) && !Titles.isBusiness(before);
    }

    /** Though nobody knows it: a capital, and the sound of a name or a known one behind it. */
    private static boolean isSurely(Sentence sentence, int at) {
        var word = sentence.word(at);
        return word.isCapital()
                && (Sounds.likeName(word.lower())
                        || isKnownBehind(sentence, at)
                        || Titles.isAddress(sentence.lower(at - 1)) && !Lexicon.isOrdinary(word.lower()));
    }

    private static boolean isKnownBehind(Sentence sentence, int at) {
        return isKnownNext(sentence, at) && sentence.word(at + 1).isCapital();
    }

    private static boolean isLikely(Word word) {
        return word.isCapital() || Sounds.likeName(word.lower());
    }

    /** "Kepala sekolah Sri Rejeki", "juru parkir Tompel"; "kepala desa Wonorejo" tells of the village. */
    private static void inOffice(Sentence sentence, int at) {
        var name = at + 2;
        if (Titles.isHead(sentence.lower(at))
                && name < sentence.size()
                && sentence.word(at + 1).follows(sentence.word(at))
                && sentence.word(name).follows(sentence.word(at + 1))
                && isOffice(sentence, name)) {
            sentence.take(name, sentence.nameEnd(name, false));
        }
    }

    private static boolean isOffice(Sentence sentence, int name) {
        var office = sentence.lower(name - 1);
        var named = sentence.word(name);
        return named.isCapital()
                && sentence.isNameLike(name)
                && (Lexicon.isName(named.lower()) || isOfPeople(office) && !Lexicon.isOrdinary(named.lower()));
    }

    /** Not of a village or a field, which may have any name. */
    private static boolean isOfPeople(String office) {
        return Lexicon.isOrdinary(office) && !Lexicon.isBeforePlace(office) && !Titles.isAgency(office);
    }

    private static void related(Sentence sentence, int at) {
        if (!Titles.isRelative(sentence.lower(at))) {
            return;
        }
        var behindOwners = skipOwners(sentence, at + 1);
        var owned = behindOwners > at + 1 || Titles.isOwned(sentence.lower(at));
        var name = skipTitles(sentence, behindOwners);
        if (owned
                && name < sentence.size()
                && BEHIND.matcher(sentence.word(name).gap()).matches()
                && isKnownOrCapital(sentence, name)) {
            sentence.take(name, sentence.nameEnd(name, false));
        }
    }

    private static int skipOwners(Sentence sentence, int from) {
        var at = from;
        while (at < sentence.size() && at - from < MOST_OWNERS && Titles.isOwner(sentence.lower(at))) {
            at++;
        }
        return at;
    }

    private static boolean isKnownOrCapital(Sentence sentence, int at) {
        var word = sentence.word(at);
        return sentence.isNameLike(at)
                && (word.isCapital() || Lexicon.isName(word.lower()) && !Lexicon.isAmbiguous(word.lower()));
    }

    /** After a greeting, on a line of its own or near the end. */
    private static void signed(Folded text, Sentence sentence) {
        for (int at = 1; at < sentence.size(); at++) {
            var name = skipTitles(sentence, at);
            if (maySign(sentence, at) && isSignature(sentence, name) && isGreeted(text, sentence.word(at))) {
                sentence.take(name, sentence.nameEnd(name, true));
                return;
            }
        }
    }

    private static boolean maySign(Sentence sentence, int at) {
        return at >= sentence.size() - LONGEST_SIGNATURE
                || sentence.word(at).gap().contains("\n");
    }

    private static boolean isGreeted(Folded text, Word word) {
        return GREETING.matcher(text.lower().substring(Math.max(0, word.from() - REACH), word.from()))
                .find();
    }

    /** "... Slamet Riyadi." at the very end, with nothing else in its sentence. */
    private static void lastSentence(Sentence sentence) {
        var at = sentence.size() - 1;
        while (at > 0
                && sentence.size() - at < LONGEST_LAST
                && !sentence.word(at).beginsSentence()) {
            at--;
        }
        var name = skipTitles(sentence, at);
        if (at > 0
                && name < sentence.size()
                && sentence.word(at).beginsSentence()
                && sentence.isNameLike(name)
                && Lexicon.isName(sentence.lower(name))
                && sentence.nameEnd(name, false) == sentence.size()) {
            sentence.take(name, sentence.size());
        }
    }

    /** Whoever stands beside a name with "dan" between is somebody too. */
    private static void joined(Sentence sentence) {
        for (int at = 2; at < sentence.size(); at++) {
            if (Titles.joins(sentence.lower(at - 1)) && sentence.isNamed(at - 2) && isKnownOrCapital(sentence, at)) {
                sentence.take(at, sentence.nameEnd(at, false));
            }
        }
    }

    private static boolean isSignature(Sentence sentence, int at) {
        if (at >= sentence.size() || !sentence.isNameLike(at)) {
            return false;
        }
        var word = sentence.word(at);
        return word.isCapital() || Lexicon.isName(word.lower()) || Sounds.likeName(word.lower());
    }
}
