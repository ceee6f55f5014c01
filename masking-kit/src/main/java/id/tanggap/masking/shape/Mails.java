package id.tanggap.masking.shape;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import id.tanggap.masking.text.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses of mails, plain or written so that programs shall not read them: "nama (at) contoh titik id". */
public final class Mails implements Finder {
    private static final String TOP = "(?:com|net|org|id|co|go|ac|sch|or|web|my|biz|info|io|me|us|gov|edu|email|mail)";
    private static final String HOST =
            "(?:gmail|gmial|gmeil|g-mail|yahoo|ymail|rocketmail|hotmail|outlook|icloud|live|proton(?:mail)?)";
    private static final String AT = "(?: ?[(\\[{<] ?(?:at|et|@|a|add?|pada) ?[)\\]}>] ?| ?@ ?| (?:at|et|ed) )";
    private static final String DOT = "(?: ?[(\\[{<] ?(?:dot|titik|\\.|d0t) ?[)\\]}>] ?| ?[.,] ?| (?:dot|titik|ttk) ?)";
    private static final String LOCAL =
            "[\\p{L}\\p{N}_%+-]++(?:(?:\\.| \\. | titik | dot |\\[dot\\]|\\(dot\\)| ?\\(titik\\) ?)[\\p{L}\\p{N}_%+-]++){0,4}+";

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?<it>[\\p{L}\\p{N}_.%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4})"),
            Pattern.compile("(?<![\\p{L}\\p{N}])(?<it>" + LOCAL + AT + "[\\p{L}\\p{N}-]{2,40}+(?:" + DOT
                    + "[\\p{L}\\p{N}-]{2,40}+(?=" + DOT + TOP + "(?![\\p{L}\\p{N}]))){0,2}(?:" + DOT + TOP
                    + "(?![\\p{L}\\p{N}])){1,3})"),
            Pattern.compile("(?<![\\p{L}\\p{N}])(?<it>[\\p{L}\\p{N}_.%+-]{1,64}" + AT + HOST + ")(?![\\p{L}\\p{N}])"),
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?<it>[\\p{L}\\p{N}_.%+-]{3,64} ?" + HOST + DOT + "com)(?![\\p{L}\\p{N}])"));

    @Override
    public void find(Folded text, Claims claims) {
        var lower = text.lower();
        if (lower.indexOf('@') < 0 && !lower.contains("mail") && !lower.contains("titik") && !lower.contains("dot")) {
            return;
        }
        PATTERNS.forEach(
                pattern -> pattern.matcher(lower).results().forEach(found -> claims.take(Kind.EMAIL, found, "it")));
    }
}
