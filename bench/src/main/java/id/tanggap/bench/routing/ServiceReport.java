package id.tanggap.bench.routing;

import id.tanggap.bench.routing.Answered.Arm;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the service's decisions were worth: how many went out, by whose word, and how many of these were right. */
final class ServiceReport {
    private final PrintStream out;

    ServiceReport(PrintStream out) {
        this.out = out;
    }

    /** @param goal for the share that goes out, as long as {@link Goals#PRECISION} of it is right */
    void print(String name, List<Answered> answers, Goal goal) {
        var sent = Tally.of(answers, Answered::isDispatched);
        var verdict = sent.precision() < Goals.PRECISION ? "misses" : goal.verdict(sent.share());
        line(
                "  %-32s  %.4f  %-7s  precision %.4f  (%s, at ≥ %.2f)",
                name, sent.share(), verdict, sent.precision(), goal, Goals.PRECISION);
        for (var arm : Arm.values()) {
            print(arm, answers);
        }
    }

    private void print(Arm arm, List<Answered> answers) {
        var sent = Tally.of(answers, it -> it.arm() == arm && it.isDispatched());
        var kept = Tally.of(answers, it -> it.arm() == arm && !it.isDispatched());
        if (sent.count() + kept.count() > 0) {
            line(
                    "    by %-27s  %.4f           precision %.4f; a person decides on %.4f, of which right %.4f",
                    arm.title, sent.share(), sent.precision(), kept.share(), kept.precision());
        }
    }

    /** How often each rule of words was right where it is the best, in what was learned and in what is asked. */
    void printRules(List<Answered> learned, List<Answered> asked) {
        line("  by rule of words                  learned: of, right      asked: of, right");
        asked.stream()
                .filter(it -> it.arm() == Arm.WORDS || it.arm() == Arm.MEASURED)
                .collect(Collectors.groupingBy(ServiceReport::rule, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparingLong(it -> -it.getValue()))
                .forEach(it -> printRule(it.getKey(), learned, asked));
    }

    private void printRule(String rule, List<Answered> learned, List<Answered> asked) {
        Predicate<Answered> byIt = it -> it.isClaimed() && rule(it).equals(rule);
        var before = Tally.of(learned, byIt);
        var now = Tally.of(asked, byIt);
        line(
                "    %-27s  %12d %9.4f  %11d %9.4f",
                rule, before.count(), before.precision(), now.count(), now.precision());
    }

    private static String rule(Answered answer) {
        return java.util.Objects.requireNonNull(answer.proposal().claim()).by();
    }

    private void line(String format, Object... figures) {
        out.println(String.format(Locale.ROOT, format, figures));
    }

    /** @param of how many were asked */
    private record Tally(int count, int right, int of) {
        static Tally of(List<Answered> answers, Predicate<Answered> counted) {
            var those = answers.stream().filter(counted).toList();
            return new Tally(
                    those.size(), (int) those.stream().filter(Answered::isRight).count(), answers.size());
        }

        double share() {
            return (double) count / Math.max(1, of);
        }

        /** 1 when there are none. */
        double precision() {
            return count == 0 ? 1 : (double) right / count;
        }
    }
}
