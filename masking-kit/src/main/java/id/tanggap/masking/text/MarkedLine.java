package id.tanggap.masking.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in which somebody has marked what identifies a person, as <code>{NAMA:Budi Santoso}</code>: one line of a file of
 * two columns with a tab between, the name that the complainant gave or - and the text. A line break is written
 * <code>\n</code>, any character <code>\u200b</code>.
 *
 * @param text without the marks
 * @param marks in the order of the text
 */
public record MarkedLine(@Nullable String complainant, String text, List<Labelled> marks) {
    /** @param label as the file has it: a kind may have several, such as names with and without a cue */
    public record Labelled(String label, int from, int to) {}

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\n");
    private static final Pattern MARK = Pattern.compile("\\{([A-Z0-9_]+):([^{}]*)}");
    private static final Pattern READABLE = Pattern.compile("\\p{N}|\\p{L}{3,}");
    private static final int HEXADECIMAL = 16;

    /** @throws IllegalArgumentException when it has no two columns */
    public static MarkedLine parse(String line) {
        var columns = line.split("\t", -1);
        if (columns.length != 2) {
            throw new IllegalArgumentException("two columns with a tab between are expected, found " + columns.length);
        }
        return marked(columns[0].equals("-") ? null : unescaped(columns[0]), unescaped(columns[1]));
    }

    /** Nothing of it would be left to read: but for signs, and short words such as "No" before a number. */
    public boolean isHidden(Labelled wanted, List<Mark> found) {
        var left = new StringBuilder();
        for (int at = wanted.from; at < wanted.to; at++) {
            left.append(isWithin(found, at) ? ' ' : text.charAt(at));
        }
        return !READABLE.matcher(left).find();
    }

    /** Nothing that identifies anybody is within. */
    public boolean isNeedless(Mark found) {
        return marks.stream().noneMatch(wanted -> found.from() < wanted.to && wanted.from < found.to());
    }

    private static boolean isWithin(List<Mark> found, int at) {
        return found.stream().anyMatch(mark -> mark.from() <= at && at < mark.to());
    }

    private static MarkedLine marked(@Nullable String complainant, String marked) {
        var text = new StringBuilder();
        var marks = new ArrayList<Labelled>();
        var from = 0;
        for (var mark : MARK.matcher(marked).results().toList()) {
            text.append(marked, from, mark.start());
            var start = text.length();
            text.append(mark.group(2));
            marks.add(new Labelled(mark.group(1), start, text.length()));
            from = mark.end();
        }
        return new MarkedLine(complainant, text.append(marked.substring(from)).toString(), List.copyOf(marks));
    }

    private static String unescaped(String written) {
        return Objects.requireNonNull(ESCAPE.matcher(written).replaceAll(found -> {
            var code = found.group(1);
            return code == null
                    ? "\n"
                    : java.util.regex.Matcher.quoteReplacement(
                            String.valueOf((char) Integer.parseInt(code, HEXADECIMAL)));
        }));
    }
}
