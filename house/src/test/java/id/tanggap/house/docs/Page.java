package id.tanggap.house.docs;

import id.tanggap.house.Checkout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown.
 *
 * @param path from the project's root
 */
record Page(String path, String text) {

    private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);
    private static final Pattern DECISION = Pattern.compile("\\bADR (\\d+)(?:, (\\d+))?");

    static List<Page> all() {
        return Checkout.files(".md").stream()
                .map(path -> new Page(path, Checkout.read(path)))
                .toList();
    }

    /** What stands between backticks in its sentences and tables. */
    List<String> code() {
        return found(CODE, prose()).map(match -> match.group(1)).distinct().toList();
    }

    /** Where its links lead, as they are written. */
    List<String> links() {
        return found(LINK, prose()).map(match -> match.group(1)).distinct().toList();
    }

    /** The numbers of the decisions that it refers to by "ADR". */
    Set<Integer> decisions() {
        var numbers = new LinkedHashSet<Integer>();
        found(DECISION, prose())
                .forEach(match -> Stream.of(match.group(1), match.group(2))
                        .filter(number -> number != null)
                        .forEach(number -> numbers.add(Integer.valueOf(number))));
        return numbers;
    }

    /** What a link may name behind its {@code #}: the headings, as GitHub spells them. */
    List<String> anchors() {
        var anchors = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        found(HEADING, prose()).map(match -> anchor(match.group(1))).forEach(anchor -> {
            int times = seen.merge(anchor, 1, Integer::sum);
            anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
        });
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
