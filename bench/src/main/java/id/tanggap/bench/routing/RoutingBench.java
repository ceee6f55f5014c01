package id.tanggap.bench.routing;

import id.tanggap.bench.platform.Arguments;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code bench routing}: agencies proposed for complaints never seen, beside those that they really went to. */
public final class RoutingBench {
    private static final int OK = 0;
    private static final int DAYS = 7;
    private static final int LEAST_DECISIONS = 100;

    /** Would remark that vectors could be faster, which nobody here searches by. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final PrintStream out;

    private RoutingBench(PrintStream out) {
        this.out = out;
    }

    public static int run(List<String> command, PrintStream out) throws IOException {
        var arguments = Arguments.parse(command, Set.of("--retrain"), Set.of());
        var file = arguments.at(0);
        if (file == null) {
            throw new Arguments.Wrong("which file of complaints whose agency is known?");
        }
        var days = arguments.number("--retrain", DAYS);
        var decisions = enough(file);
        LUCENE.setLevel(Level.SEVERE);
        new RoutingBench(out).run(decisions, days);
        return OK;
    }

    private static List<Decision> enough(String file) throws IOException {
        var decisions = Decisions.read(Path.of(file));
        if (decisions.size() < LEAST_DECISIONS) {
            throw new IOException(file + " holds " + decisions.size() + " rows of the source " + Decisions.SOURCE
                    + "; fewer than " + LEAST_DECISIONS + " say nothing");
        }
        return decisions;
    }

    private void run(List<Decision> decisions, int retrainingDays) {
        var agencies = decisions.stream()
                .map(decision -> decision.example().label())
                .distinct()
                .toList();
        var coder = new PlaceOffices(agencies);
        print("%,d rows of %s, %d agencies", decisions.size(), Decisions.SOURCE, agencies.size());

        var random = Split.random(decisions);
        heading("Random fifth", random);
        report(Trial.still(random, coder), Goals.RANDOM);

        var newest = Split.newest(decisions);
        heading("Newest fifth, nothing learned meanwhile", newest);
        report(Trial.still(newest, coder), Goals.NEWEST);

        heading(
                "Newest fifth as in production: each decision learned after a day, retrained every " + retrainingDays
                        + " days",
                newest);
        report(Trial.learning(newest, coder, Period.ofDays(retrainingDays)), Goals.NEWEST);
    }

    private void heading(String name, Split split) {
        print("");
        print(
                "%s: %,d learned, %,d asked",
                name, split.learned().size(), split.asked().size());
    }

    private void report(Trial trial, Goals goals) {
        var score = trial.score();
        line("first is right", score.first(), goals.first());
        line("right among the first three", score.firstThree(), goals.firstThree());
        line("calibration error of the first", score.calibrationError(), goals.calibrationError());
        for (int i = 0; i < Score.SETTINGS.size(); i++) {
            dispatched(Score.SETTINGS.get(i), score.dispatched(i), goals);
        }
        print(
                "  %d training%s of %.1f s CPU, median proposal %.1f ms",
                trial.trainings(),
                trial.trainings() == 1 ? "" : "s",
                trial.secondsEachTraining(),
                score.medianMillis());
    }

    private void dispatched(double setting, Score.Dispatched dispatched, Goals goals) {
        print(
                "  dispatched, set for %.2f          %.4f  %-7s  precision met %.4f  (%s, at ≥ %.2f)",
                setting,
                dispatched.share(),
                goals.verdictOnDispatched(dispatched),
                dispatched.precision(),
                goals.dispatched(),
                Goals.PRECISION);
    }

    private void line(String name, double figure, Goal goal) {
        print("  %-32s  %.4f  %-7s  (%s)", name, figure, goal.verdict(figure), goal);
    }

    private void print(String format, Object... figures) {
        out.println(String.format(Locale.ROOT, format, figures));
    }
}
