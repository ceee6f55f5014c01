package id.tanggap.search.word;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows the roots of many words, and so what a stemmer cannot know: that <i>memadamkan</i> hides a p, and <i>memasukkan</i>
 * none; that <i>perbaikan</i> ends with -an, and <i>dijalankan</i> with -kan. {@code roots.txt} lists them.
 */
final class Roots {
    private static final Set<String> KNOWN = WordList.words("roots.txt");

    /** As in <i>memper-baik-i</i>, <i>ke-ber-sih-an</i>. */
    private static final int PREFIXES = 3;

    /** A prefix, and the first letter of the root that it may have swallowed. */
    private record Prefix(Pattern written, String swallowed) {
        static Prefix of(String written, String swallowed) {
            return new Prefix(Pattern.compile("^(?:" + written + ")"), swallowed);
        }
    }

    private static final List<Prefix> BEFORE = List.of(
            Prefix.of("di|ke|se|ter|ber|per|[mp]enge", ""),
            // Before an r, and some roots that have one: terendam, bekerja.
            Prefix.of("te|be|pe|me", ""),
            Prefix.of("[mp]em(?=[bfpv])|[mp]en(?=[cdjstz])|[mp]eng", ""),
            Prefix.of("[mp]em(?=[aiueo])", "p"),
            Prefix.of("[mp]en(?=[aiueo])", "t"),
            Prefix.of("[mp]eny(?=[aiueo])", "s"),
            Prefix.of("[mp]eng(?=[aiueo])", "k"));

    /** Each may be there or not; behind a root they stand in this order. */
    private static final List<Pattern> BEHIND = List.of(
            Pattern.compile("(?:lah|kah|pun)$"), Pattern.compile("(?:nya|ku|mu)$"), Pattern.compile("(?:kan|an|i)$"));

    private static final Pattern JUST_AN = Pattern.compile("an$");

    /** @return the longest root that the word may be made of; null when none is known */
    static @Nullable String of(String word) {
        return KNOWN.contains(word) ? word : longest(word);
    }

    private static @Nullable String longest(String word) {
        var cut = new HashSet<String>();
        withoutSuffixes(word).forEach(base -> withoutPrefixes(base, PREFIXES, cut));
        return cut.stream()
                .filter(KNOWN::contains)
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static Set<String> withoutSuffixes(String word) {
        var bases = new HashSet<>(Set.of(word));
        for (var suffix : BEHIND) {
            List.copyOf(bases).forEach(base -> bases.add(suffix.matcher(base).replaceFirst("")));
        }
        List.copyOf(bases).forEach(base -> bases.add(JUST_AN.matcher(base).replaceFirst("")));
        return bases;
    }

    private static void withoutPrefixes(String base, int most, Set<String> cut) {
        cut.add(base);
        if (most > 0) {
            for (var prefix : BEFORE) {
                var found = prefix.written().matcher(base);
                if (found.find()) {
                    withoutPrefixes(prefix.swallowed() + base.substring(found.end()), most - 1, cut);
                }
            }
        }
    }

    private Roots() {}
}
