package id.tanggap.reporting.document.paper;

import id.tanggap.reporting.document.figure.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Horizontal bars as SVG, each with its number beside it: filled for what is done, hatched for what is not, so that a
 * print in black and white tells them apart.
 */
final class BarChart {
    private static final int WIDTH = 640;
    private static final int NAMES = 240;
    private static final int NUMBERS = 90;
    private static final int BAR = 12;
    private static final int LINE = 19;
    private static final int LEGEND = 24;
    private static final int LONGEST_NAME = 34;

    /**
     * One line of the chart.
     *
     * @param done drawn filled
     * @param rest drawn hatched, after it
     */
    record Bar(String name, long done, long rest) {}

    private BarChart() {}

    /** Null when there is nothing to be drawn. */
    static @Nullable String of(String title, String done, String rest, List<Bar> bars) {
        var most = bars.stream().mapToLong(bar -> bar.done() + bar.rest()).max().orElse(0);
        if (most == 0) {
            return null;
        }
        var height = LEGEND + bars.size() * LINE + 6;
        var svg =
                new StringBuilder().append("""
                        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" alt="%3$s">
                        <title>%3$s</title>
                        <defs><pattern id="rest" width="5" height="5" patternUnits="userSpaceOnUse">
                        <path d="M0,5 L5,0" stroke="#1f4e79" stroke-width="1"/></pattern></defs>
                        """.formatted(WIDTH, height, escaped(alternative(title, done, rest, bars))));
        legend(svg, done, rest);
        var y = LEGEND;
        for (var bar : bars) {
            line(svg, bar, y, most);
            y += LINE;
        }
        return svg.append("</svg>").toString();
    }

    private static void legend(StringBuilder svg, String done, String rest) {
        svg.append("""
                <rect x="%d" y="3" width="12" height="10" fill="#1f4e79"/><text x="%d" y="12">%s</text>
                <rect x="%d" y="3" width="12" height="10" fill="url(#rest)" stroke="#1f4e79" stroke-width="0.8"/>
                <text x="%d" y="12">%s</text>
                """.formatted(NAMES, NAMES + 17, escaped(done), NAMES + 150, NAMES + 167, escaped(rest))
                .replace("<text ", "<text font-family=\"Liberation Sans\" font-size=\"10.5\" fill=\"#222\" "));
    }

    private static void line(StringBuilder svg, Bar bar, int y, long most) {
        var scale = (WIDTH - NAMES - NUMBERS) / (double) most;
        var done = bar.done() * scale;
        var rest = bar.rest() * scale;
        var middle = y + BAR - 2;
        svg.append(text(NAMES - 8, middle, "end", cut(bar.name())));
        if (bar.done() > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#1f4e79\"/>%n",
                    NAMES,
                    y,
                    done,
                    BAR));
        }
        if (bar.rest() > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"url(#rest)\" stroke=\"#1f4e79\" stroke-width=\"0.8\"/>%n",
                    NAMES + done,
                    y,
                    rest,
                    BAR));
        }
        svg.append(text(
                (int) (NAMES + done + rest) + 6,
                middle,
                "start",
                Words.number(bar.done()) + " / " + Words.number(bar.done() + bar.rest())));
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-family=\"Liberation Sans\" font-size=\"10.5\" fill=\"#222\">%s</text>%n"
                .formatted(x, y, anchor, escaped(text));
    }

    /** What the picture says, for those who hear it. */
    private static String alternative(String title, String done, String rest, List<Bar> bars) {
        var said = new StringBuilder(title).append(": ");
        for (var bar : bars) {
            said.append("%s %s %s, %s %s; "
                    .formatted(
                            bar.name(),
                            Words.number(bar.done()),
                            done.toLowerCase(Locale.ROOT),
                            Words.number(bar.rest()),
                            rest.toLowerCase(Locale.ROOT)));
        }
        return said.substring(0, said.length() - 2) + ".";
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
