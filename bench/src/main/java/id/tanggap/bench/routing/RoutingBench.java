package id.tanggap.bench.routing;

import id.tanggap.bench.platform.Arguments;
import id.tanggap.governments.Governments;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code bench routing}: what the service dispatches of complaints never seen, and what is proposed for them, beside where
 * they really went.
 */
public final class RoutingBench {
    private static final int OK = 0;
    private static final String GOVERNMENT = "surakarta";
    private static final int DAYS = 7;
    private static final int LEAST_DECISIONS = 100;

    /** Would remark that vectors could be faster, which nobody here searches by. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final PrintStream out;
    private final Town town;

    /** @param asked null asks a part of what is learned otherwise */
    private record Wanted(
            Path learned,
            @Nullable Path asked,
            int retrainingDays,
            @Nullable Path disagreements) {}

    private RoutingBench(PrintStream out, Town town) {
        this.out = out;
        this.town = town;
    }

    public static int run(List<String> command, PrintStream out) throws IOException {
        var wanted = wanted(command);
        var decisions = enough(wanted.learned());
        List<Decision> asked = wanted.asked() == null ? List.of() : Decisions.read(wanted.asked());
        LUCENE.setLevel(Level.SEVERE);
        var home = Objects.requireNonNull(Governments.load(null).find(GOVERNMENT));
        var everywhere = Stream.concat(decisions.stream(), asked.stream()).toList();
        var bench = new RoutingBench(out, new Town(home, Duties.read(), everywhere));
        bench.introduce(everywhere);
        if (asked.isEmpty()) {
            bench.run(decisions, wanted);
        } else {
            bench.serve("Asked " + wanted.asked(), new Split(decisions, asked), Goals.RANDOM, wanted);
        }
        return OK;
    }

    private static Wanted wanted(List<String> command) {
        var arguments = Arguments.parse(command, Set.of("--retrain", "--test", "--disagreements"), Set.of());
        var file = arguments.at(0);
        if (file == null) {
            throw new Arguments.Wrong("which file of complaints whose agency is known?");
        }
        return new Wanted(
                Path.of(file),
                path(arguments.value("--test")),
                arguments.number("--retrain", DAYS),
                path(arguments.value("--disagreements")));
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null ? null : Path.of(name);
    }

    private static List<Decision> enough(Path file) throws IOException {
        var decisions = Decisions.read(file);
        if (decisions.size() < LEAST_DECISIONS) {
            throw new IOException(file + " holds " + decisions.size() + " rows of the source " + Decisions.SOURCE
                    + "; fewer than " + LEAST_DECISIONS + " say nothing");
        }
        return decisions;
    }

    private void introduce(List<Decision> decisions) {
        var agencies = decisions.stream()
                .map(decision -> decision.example().label())
                .distinct()
                .count();
        var homeless = decisions.stream().filter(it -> town.agency(it) == null).count();
        print("%,d rows of %s, %d agencies", decisions.size(), Decisions.SOURCE, agencies);
        print("%,d rows have an agency whose duty none of %s has: wrong wherever they are sent", homeless, GOVERNMENT);
    }

    private void run(List<Decision> decisions, Wanted wanted) throws IOException {
        var coder = new PlaceOffices(
                decisions.stream().map(it -> it.example().label()).distinct().toList());
        var random = Split.random(decisions);
        serve("Random fifth", random, Goals.RANDOM, wanted);
        report(Trial.still(random, coder), Goals.RANDOM);

        var newest = Split.newest(decisions);
        serve("Newest fifth, nothing learned meanwhile", newest, Goals.NEWEST, null);
        report(Trial.still(newest, coder), Goals.NEWEST);

        var days = wanted.retrainingDays();
        heading(
                "Newest fifth as in production: each decision learned after a day, retrained every " + days + " days",
                newest);
        report(Trial.learning(newest, coder, Period.ofDays(days)), Goals.NEWEST);
    }

    /** What the service itself would dispatch. */
    private void serve(String name, Split split, Goals goals, @Nullable Wanted wanted) throws IOException {
        heading(name, split);
        var report = new ServiceReport(out);
        var newcomer = Service.onTheFirstDay(town);
        var firstDay = newcomer.answer(split.asked(), false);
        report.print("served on the first day", firstDay, goals.firstDay());
        report.print("the same with the category", newcomer.answer(split.asked(), true), goals.firstDay());
        var service = Service.havingLearned(town, split.learned());
        var served = service.answer(split.asked(), false);
        report.print("served", served, goals.served());
        report.print("the same with the category", service.answer(split.asked(), true), goals.served());
        report.printRules(newcomer.answer(split.learned(), false), firstDay);
        if (wanted != null && wanted.disagreements() != null) {
            print("  %d disagreements for a blind reading", Disagreements.write(wanted.disagreements(), served));
        }
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
