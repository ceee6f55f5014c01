package id.tanggap.masking.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which words are names, which are ordinary, which are roles, and after which a name is that of a place. In lower case. */
public final class Lexicon {
    private static final Set<String> NAMES = read("given-names");
    private static final Set<String> ORDINARY = read("words");
    private static final Set<String> ROLES = read("roles");
    private static final Set<String> PLACES = read("places");
    private static final Set<String> AMBIGUOUS = read("ambiguous");
    private static final Pattern OLD = Pattern.compile("oe|dj|tj");
    private static final Pattern AFFIXED = Pattern.compile(
            "w?assalamu.*|w[ao]rahmat.*|wabarak.*|(?:mem|men|meng|meny|me|ber|ter|pem|pen|peng|per)\\p{L}{4,}|(?:di|ke|se|pe|nge)\\p{L}{3,}(?:nya|kan|an|i|lah|kah)"
                    + "|dis(?:duk|hub|kom|pen|dik|kes|nak|tan|par)\\p{L}*|pem(?:kot|kab|prov|des)\\p{L}*|\\p{L}{4,}(?:nya|kan|kah|lah|pun|isasi|ng|ne|kke|ake)");

    private Lexicon() {}

    /** Of the language, not of people; some words are both. */
    public static boolean isOrdinary(String word) {
        return isListed(word) || (AFFIXED.matcher(word).matches() && !NAMES.contains(word));
    }

    /** As {@link #isOrdinary}, but not by its affixes. */
    static boolean isListed(String word) {
        return ORDINARY.contains(word) || ROLES.contains(word);
    }

    /** As it is spelt today or was before 1972: Soekardjo is Sukarjo. */
    static boolean isName(String word) {
        return NAMES.contains(word) || OLD.matcher(word).find() && NAMES.contains(today(word));
    }

    private static String today(String word) {
        return word.replace("oe", "u").replace("dj", "j").replace("tj", "c");
    }

    /** A name that in small letters may be a word, as in "budi pekerti". */
    static boolean isAmbiguous(String word) {
        return AMBIGUOUS.contains(word) || NAMES.contains(word) && ORDINARY.contains(word);
    }

    static boolean isRole(String word) {
        return ROLES.contains(word);
    }

    static boolean isBeforePlace(String word) {
        return PLACES.contains(word);
    }

    static Set<String> read(String name) {
        try (var file = Objects.requireNonNull(Lexicon.class.getResourceAsStream("/masking/" + name + ".txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
