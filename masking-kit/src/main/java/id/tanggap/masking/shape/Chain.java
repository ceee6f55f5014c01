package id.tanggap.masking.shape;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Folded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Groups of digits that may be one number: between them stand only such marks as people put into numbers. A group may be
 * written with letters that look like digits, or in words.
 */
record Chain(List<Group> groups) {
    /** @param digits as they are meant, 0–9 */
    record Group(String digits, int from, int to) {}

    /** Of 0 to 9, in Indonesian, Javanese and English. */
    private static final List<String> SPELLINGS = List.of(
            "nol kosong nul zero",
            "satu siji setunggal one",
            "dua loro kalih two",
            "tiga telu tigo three",
            "empat papat sekawan four",
            "lima limo gangsal five",
            "enam enem six",
            "tujuh pitu seven",
            "delapan wolu eight",
            "sembilan sanga songo nine");

    private static final Map<String, String> WORDS = words();
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}|]+");
    private static final Pattern SPELT = Pattern.compile("(?:" + String.join("|", WORDS.keySet()) + "|\\d)++");
    private static final Pattern SPELT_DIGIT = Pattern.compile(String.join("|", WORDS.keySet()) + "|\\d");
    private static final Pattern LETTERED = Pattern.compile("[0-9oli|]{2,}|[0-9olisbz|]{4,}");
    private static final Pattern LETTERED_SURELY = Pattern.compile("[0-9oli|]+");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern GAP = Pattern.compile("\\n|[ .,\\-_=/\\\\:;\u00b7\u2022\u2219*~()+|'\"\\[\\]]{0,6}");
    /** As in 23-NB-00817. */
    private static final Pattern LETTERED_GAP = Pattern.compile("[-/][a-z]{1,3}[-/]");
    /** A list counts things up: 1, 3, 5. */
    private static final Pattern LISTING = Pattern.compile("[,;] +|;| & ");

    private static final int SHORT_GROUP = 3;
    private static final int LONGEST_STEP = 4;

    static List<Chain> of(Folded text, Claims claims) {
        var chains = new ArrayList<Chain>();
        var groups = new ArrayList<Group>();
        for (var group : groups(text.lower())) {
            if (!claims.isFree(group.from, group.to)) {
                continue;
            }
            if (!groups.isEmpty() && !isLinked(text.lower(), claims, groups.getLast(), group)) {
                chains.add(new Chain(List.copyOf(groups)));
                groups.clear();
            }
            groups.add(group);
        }
        if (!groups.isEmpty()) {
            chains.add(new Chain(groups));
        }
        return chains;
    }

    int from() {
        return groups.getFirst().from;
    }

    int to() {
        return groups.getLast().to;
    }

    boolean isYears(int first, int behind) {
        return groups.subList(first, behind).stream()
                .allMatch(group -> YEAR.matcher(group.digits).matches());
    }

    int size() {
        return groups.size();
    }

    /** Of all groups from one to the one before another. */
    String digits(int first, int behind) {
        var digits = new StringBuilder();
        groups.subList(first, behind).forEach(group -> digits.append(group.digits));
        return digits.toString();
    }

    /** Each group is a little more than the one before, as numbers of houses and poles are. */
    boolean countsUp(int first, int behind) {
        var part = groups.subList(first, behind);
        if (part.size() < SHORT_GROUP || part.stream().anyMatch(group -> group.digits.length() > LONGEST_STEP)) {
            return false;
        }
        for (int i = 1; i < part.size(); i++) {
            var step = Integer.parseInt(part.get(i).digits) - Integer.parseInt(part.get(i - 1).digits);
            if (step < 1 || step > 10) {
                return false;
            }
        }
        return true;
    }

    private static List<Group> groups(String text) {
        return TOKEN.matcher(text)
                .results()
                .flatMap(token -> groups(token).stream())
                .toList();
    }

    private static List<Group> groups(MatchResult token) {
        var written = token.group();
        if (SPELT.matcher(written).matches()) {
            return List.of(new Group(spelt(written), token.start(), token.end()));
        }
        if (LETTERED.matcher(written).matches() && isMostlyDigits(written)) {
            return List.of(new Group(lettered(written), token.start(), token.end()));
        }
        return DIGITS.matcher(written)
                .results()
                .map(found -> new Group(found.group(), token.start() + found.start(), token.start() + found.end()))
                .toList();
    }

    private static boolean isMostlyDigits(String written) {
        var others =
                written.chars().filter(letter -> !Character.isDigit(letter)).count();
        return others * (LETTERED_SURELY.matcher(written).matches() ? 2 : 4) <= written.length();
    }

    private static String spelt(String written) {
        return SPELT_DIGIT.matcher(written).replaceAll(found -> WORDS.getOrDefault(found.group(), found.group()));
    }

    private static String lettered(String written) {
        return written.replace('o', '0')
                .replaceAll("[li|]", "1")
                .replace('s', '5')
                .replace('b', '8')
                .replace('z', '2');
    }

    private static boolean isLinked(String text, Claims claims, Group left, Group right) {
        var gap = text.substring(left.to, right.from);
        return (GAP.matcher(gap).matches() && !gap.contains("..")
                        || LETTERED_GAP.matcher(gap).matches())
                && claims.isFree(left.to, Math.max(left.to, right.from))
                && !(LISTING.matcher(gap).matches() && isShort(left) && isShort(right));
    }

    private static boolean isShort(Group group) {
        return group.digits.length() <= SHORT_GROUP && group.to - group.from == group.digits.length();
    }

    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        for (int digit = 0; digit < SPELLINGS.size(); digit++) {
            for (var word : SPELLINGS.get(digit).split(" ")) {
                words.put(word, String.valueOf(digit));
            }
        }
        return words;
    }
}
