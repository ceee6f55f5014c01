package id.tanggap.masking.shape;

import id.tanggap.masking.name.Lexicon;
import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import id.tanggap.masking.text.Kind;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Accounts of social networks: with an at sign, as a link, or after the network's name. Those of public offices stay. */
public final class Accounts implements Finder {
    private static final Pattern LINK = Pattern.compile("(?<it>(?:https?://)?(?:[a-z-]{1,10}\\.)?(?:"
            + "(?:instagram|facebook|fb|twitter|x|tiktok|threads|snapchat|linkedin|youtube|t|telegram|line)\\.(?:com|me|net|be)"
            + "|instagr\\.am)/(?:in/|@|ti/p/|add/|c/|channel/|user/|people/|profile\\.php\\?id=|~)?@?"
            + "(?<name>[\\p{L}\\p{N}_.%-]{2,80})(?:/[^\\s,;)]*)?)");
    private static final Pattern CHAT = Pattern.compile(
            "(?<it>(?:https?://)?(?:wa\\.me/|(?:api|web)\\.whatsapp\\.com/send/?\\?phone=)\\+?\\d[\\d-]{7,17}[^\\s,;)]*)");
    private static final Pattern HANDLE = Pattern.compile(
            "(?<![\\p{L}\\p{N}@])(?<it>@ ?(?<name>(?=[\\p{N}_.]*\\p{L})[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]{1,40}))");
    private static final Pattern TOLD = Pattern.compile(
            "(?<![\\p{L}\\p{N}@/.])(?:ig|insta|instagram|fb|facebook|fesbuk|efbe|tiktok|tik tok|twitter|twiter|threads|telegram|tele|discord|snapchat|line(?=:)"
                    + "|(?:akun|id|username|user name) (?:x|line|medsos|sosmed|ig|fb|game|telegram|tiktok|tik tok|instagram|facebook|twitter)|username|(?<bare>akun))"
                    + "(?:[ :=./-]{1,3}(?:saya|sy|kami|aku|nya|akun|nama|namanya|id|user|username|pribadi|milik|atas|dgn|dengan|adalah|yaitu|an|a/n)(?![\\p{L}\\p{N}])){0,4}"
                    + "[ :=\"'(]{1,4}@?(?<it>[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]{2,40}(?:(?<= )|(?![\\p{L}\\p{N}_])))");
    /** There people stand under their names. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:[fF][bB]|[fF]acebook|FACEBOOK)(?:nya)?(?: (?:saya|ku|sy|akun|atas nama|an|a/n))?[ :=]{1,3}(?<it>\\p{Lu}[\\p{L}']+(?: \\p{Lu}[\\p{L}']+){1,4})");

    private static final Set<String> NO_PROFILES = Set.of(
            "p",
            "reel",
            "reels",
            "groups",
            "watch",
            "photo",
            "share",
            "explore",
            "hashtag",
            "stories",
            "events",
            "s",
            "story.php",
            "photo.php",
            "sharer",
            "video",
            "v",
            "status");

    private final Set<String> ofOffices;

    public Accounts(Set<String> ofOffices) {
        this.ofOffices = ofOffices;
    }

    @Override
    public void find(Folded text, Claims claims) {
        var lower = text.lower();
        CHAT.matcher(lower).results().forEach(found -> claims.take(Kind.TELEPHONE, found, "it"));
        LINK.matcher(lower).results().forEach(found -> link(found, claims));
        HANDLE.matcher(lower).results().forEach(found -> handle(found, claims));
        NAMED.matcher(text.text()).results().forEach(found -> claims.take(Kind.ACCOUNT, found, "it"));
        TOLD.matcher(lower).results().forEach(found -> told(found, claims));
    }

    private void link(MatchResult found, Claims claims) {
        if (NO_PROFILES.contains(found.group("name")) || isOfOffice(found.group("name"))) {
            claims.keep(found.start(), found.end());
        } else {
            take(found, claims);
        }
    }

    private void handle(MatchResult found, Claims claims) {
        if (isOfOffice(found.group("name"))) {
            claims.keep(found.start(), found.end());
        } else if (found.group().charAt(1) != ' ' || looksLikeAccount(found.group("name"))) {
            take(found, claims);
        }
    }

    private void told(MatchResult found, Claims claims) {
        var name = found.group("it");
        if (isOfOffice(name)) {
            claims.keep(found.start("it"), found.end("it"));
        } else if (looksLikeAccount(name) || found.group("bare") == null && !Lexicon.isOrdinary(trimmed(name))) {
            take(found, claims);
        }
    }

    private static void take(MatchResult found, Claims claims) {
        claims.take(
                Kind.ACCOUNT,
                found.start("it"),
                found.start("it") + trimmed(found.group("it")).length());
    }

    /** A full stop behind it ends the sentence. */
    private static String trimmed(String name) {
        return name.endsWith(".") ? trimmed(name.substring(0, name.length() - 1)) : name;
    }

    private static boolean looksLikeAccount(String name) {
        return trimmed(name).chars().anyMatch(letter -> letter == '_' || letter == '.' || Character.isDigit(letter));
    }

    private boolean isOfOffice(String name) {
        return ofOffices.contains(trimmed(name)) || name.endsWith(".go.id");
    }
}
