package id.tanggap.masking.shape;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import id.tanggap.masking.text.Kind;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The number of a home: what follows "rumah", RT and RW, or a lane. A shop's in a street stays, and a list of houses. */
public final class Homes implements Finder {
    private static final int REACH = 30;
    private static final String NUMBER =
            "(?:(?:no|nomor|nomer|nmr|nmer|number|#)[ .:]{0,3})(?:\\d{1,4}|[a-z]-?\\d{1,3}|[ivx]{1,5}(?!\\p{L}))(?: ?[a-z](?![\\p{L}\\p{N}/]))?"
                    + "(?:[-/]\\d{1,3}(?!\\d))?(?![\\p{L}\\p{N}])";
    private static final String BLOCK =
            "(?:blok|block|blk)[ .:]{0,3}(?:[a-z]{1,2}[ .-]{0,2}\\d{1,3}|[a-z]{1,2}|[ivx]{1,4}|\\d{1,3})(?: ?[a-z])?(?![\\p{L}\\p{N}])"
                    + "(?:[ ,/-]{0,3}(?:(?:no|nomor|nomer|kav)[ .:]{0,3})?\\d{1,3}(?:\\.\\d{2})?[a-z]?(?![\\p{L}\\p{N}]))?";
    private static final String STREET = "(?:jl|jln|jalan)[. ]{1,2}(?:[\\p{L}.']{2,20} ){1,4}";
    private static final String BARE_NUMBER =
            "\\d{1,3}[a-z]?(?![\\p{L}\\p{N}])(?:(?<=[a-z])|(?=\\s*(?:[,()\\n]|\\.(?!\\d)|$|r[tw]|kel|kec|desa|solo|surakarta|karanganyar|dekat|depan|kalau|yang|yg|itu|ini)))";
    /** A full stop ends the sentence, unless it shortens a word. */
    private static final String WITHIN_SENTENCE =
            "(?:[^.!?\\n;]|(?<=jl|jln|gg|no|kp|ds|perum|dr|rt|rw|kel|kec|h|kh|ir|letjen|dk|dsn|kapt|mayor|jend)\\.)";

    private static final String HOME =
            "(?:(?:rumah|rmh|omah|griyo|griya)(?:nya|ku|e|ne)?(?! (?:makan|sakit|ibadah|dinas|potong|duka|singgah|pompa|tahanan|produksi|allah))"
                    + "|kediaman(?:nya)?|dalem|kontrakan|kost?|kosan|kost?-kost?an|rusun|rusunawa|kamar|tempat tinggal|tinggal|domisili|berdomisili|menetap|ngontrak|mengontrak|ngekos|ngekost|indekos|manggon|mondok|beralamat"
                    + "|alamat(?:nya|ku|e)?(?! (?:kantor|lokasi|kejadian|toko|sekolah|web|email|ip|proyek|tkp)))(?![\\p{L}])";
    private static final String NO_LIST = "(?!\\s?(?:,|dan|&|sampai|s/d|sd|hingga|s\\.d|-)\\s?(?:no[ .]{0,2})?\\d)";

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile(
                    "(?<![\\p{L}])(?:kost?|kosan|rusun|rusunawa|apartemen|apartment|kondominium|asrama|mess|flat)(?!\\p{L})"
                            + WITHIN_SENTENCE + "{0,60}?(?<![\\p{L}\\p{N}])(?<it>(?:" + BLOCK
                            + " )?(?:kamar|kmr|unit|(?:lantai|lt\\.?) ?\\d{1,2} (?:no\\.?|nomor|kamar))[ .:]{0,2}(?:no[ .]{0,2})?[a-z]?\\d{1,4}[a-z]?)(?![\\p{L}\\p{N}])(?! (?:kamar|unit|mandi|orang))"),
            Pattern.compile("(?<![\\p{L}])" + HOME + WITHIN_SENTENCE + "{0,80}?(?<![\\p{L}\\p{N}])(?<it>" + BLOCK + "|"
                    + NUMBER + ")" + NO_LIST),
            Pattern.compile("(?<![\\p{L}])" + HOME + WITHIN_SENTENCE + "{0,40}?" + STREET + "(?<it>" + BARE_NUMBER + ")"
                    + NO_LIST),
            Pattern.compile(
                    "(?<![\\p{L}])r[tw][ .:/]{0,3}\\d{1,3}[ ,./-]{0,3}(?:(?:r[tw])?[ .:]{0,3}\\d{1,3}[ ,./-]{0,3})?(?:(?:rumah|rmh) ?)?(?<it>"
                            + NUMBER + ")" + NO_LIST),
            Pattern.compile(
                    "(?<![\\p{L}])(?:gang|gg)[ .]{1,2}(?:(?!no[ .]|nomor|nomer)[\\p{L}\\p{N}']{1,20}[ ,.]{1,2}){1,3}(?:(?:rumah|rmh) ?)?(?<it>"
                            + NUMBER + ")" + NO_LIST),
            Pattern.compile("(?<![\\p{L}])(?<it>" + NUMBER
                    + ")[ ,]{1,2}(?:jl|jln|jalan|gg|gang|perum)[^.\\n]{0,40}(?:itu|yaitu) rumah"),
            Pattern.compile(
                    "(?<![\\p{L}])(?<it>" + NUMBER
                            + ")[ ,]{1,2}(?:(?:gg|gang)[ .]|\\(?(?:rumah|rmh|omah) ?(?:saya|kami|ku|mbah|ibu|bapak|pagar|e|nya)?)"),
            Pattern.compile("(?<![\\p{L}])(?<it>" + BLOCK + ")"),
            Pattern.compile("(?<![\\p{L}])" + STREET
                    + "(?<it>\\d{1,3}[a-z]?)[ ,(]{1,2}(?:itu )?(?:rumah|rmh|omah) ?(?:saya|kami|ku|sy)(?!\\p{L})"),
            Pattern.compile(
                    "(?<![\\p{L}])(?:rumah|rmh|omah|griya)(?:ku|nya| saya| kami| sy| kulo)[ :(]{1,2}(?:di )?(?<it>[a-z]{1,2}[-.]?\\d{1,3}[a-z]?)(?![\\p{L}\\p{N}])(?! ?(?:[-/,]|dan) ?\\d)"));
    /** Behind it stand stalls, graves and lamps, where nobody lives. */
    private static final Pattern NO_HOME = Pattern.compile(
            "(?:kios|los|lapak|pasar|makam|kuburan|tpu|parkir|terminal|stand|pabrik|gudang|ruko|kantor|tribun|gedung|taman|hutan|sawah|tiang|gardu|panel|persil|kas desa|jalur|loket|kursi|meja)[^.\\n]{0,25}$");

    private static final Pattern FIRST_DIGIT = Pattern.compile("\\d");
    private static final Pattern BLOCK_ALONE = Pattern.compile("(?:blok|blk|block)[ .:]{1,3}(?:[a-z]|[ivx]{1,4})$");

    private static final List<Pattern> IN_ADDRESSES = List.of(
            Pattern.compile("(?<![\\p{L}\\p{N}])(?<it>" + BLOCK + "|" + NUMBER + ")"),
            Pattern.compile("(?<![\\p{L}])" + STREET + "(?<it>" + BARE_NUMBER + ")"));

    /** In an address no word need tell that somebody lives there. */
    public static final Finder OF_ADDRESSES = (text, claims) -> find(IN_ADDRESSES, text, claims);

    @Override
    public void find(Folded text, Claims claims) {
        if (text.hasDigits() || text.lower().contains("bl")) {
            find(PATTERNS, text, claims);
        }
    }

    private static void find(List<Pattern> patterns, Folded text, Claims claims) {
        patterns.forEach(pattern -> pattern.matcher(text.lower())
                .results()
                .filter(found -> isHome(text, found))
                .forEach(found -> claims.take(Kind.HOME, found, "it")));
    }

    private static boolean isHome(Folded text, MatchResult found) {
        var from = found.start("it");
        var since = found.start() == from ? Math.max(0, from - REACH) : found.start();
        return !NO_HOME.matcher(text.lower().substring(since, from)).find()
                && (isBlock(found) || isNumberOfHome(text, found));
    }

    /** Of letters alone, after a word for a home that has no blocks of its own. */
    private static boolean isBlock(MatchResult found) {
        return BLOCK_ALONE.matcher(found.group("it")).matches()
                && found.start() != found.start("it")
                && !found.group().startsWith("rusun");
    }

    /** Not of what a word before tells otherwise: a telephone, a customer, a queue. */
    private static boolean isNumberOfHome(Folded text, MatchResult found) {
        var digit = FIRST_DIGIT.matcher(text.lower()).region(found.start("it"), found.end("it"));
        return digit.find() && Cue.between(text.lower(), found.start(), digit.start()) == null;
    }
}
