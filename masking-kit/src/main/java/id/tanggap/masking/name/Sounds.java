package id.tanggap.masking.name;

import java.util.regex.Pattern;

/** Whether a word that is not known sounds like a name of Java. */
final class Sounds {
    private static final Pattern LIKE_NAME = Pattern.compile(
            "(?=.*[aiueo].*[aiueo])\\p{L}{2,12}(?:o|no|to|di|man|min|jan|jo|yem|nem|ti|mi|tun|ni|ri|wan|dji|yono|yanto|wati|ningsih|ningrum|rini|lia|sih|din|mad|fi|ki|ka|inah|iyah|[au]tin|kem|inem)");

    private Sounds() {}

    static boolean likeName(String word) {
        return LIKE_NAME.matcher(word).matches();
    }
}
