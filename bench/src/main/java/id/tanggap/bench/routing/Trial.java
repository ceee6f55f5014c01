package id.tanggap.bench.routing;

import id.tanggap.learning.LabelCoder;
import id.tanggap.learning.Model;
import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Learns one part of the decisions and is asked about the other. */
final class Trial {
    /** How long after a complaint came in its agency is taken as confirmed. */
    private static final Period CONFIRMED_AFTER = Period.ofDays(1);

    private final LabelCoder coder;
    private final List<Decision> known;
    private final Score score = new Score();
    private Model model;
    private List<Double> thresholds = List.of();
    private double trainingSeconds;
    private int trainings;

    private Trial(List<Decision> learned, LabelCoder coder) {
        this.coder = coder;
        this.known = new ArrayList<>(learned);
        this.model = train();
    }

    /** Learns nothing after its training. */
    static Trial still(Split split, LabelCoder coder) {
        var trial = new Trial(split.learned(), coder);
        split.asked().forEach(trial::ask);
        return trial;
    }

    /** As in production: learns each decision a day after the complaint came, and is retrained every so often. */
    static Trial learning(Split split, LabelCoder coder, Period retraining) {
        var trial = new Trial(split.learned(), coder);
        var unconfirmed = new ArrayDeque<>(split.asked());
        var due = split.asked().getFirst().received().plus(retraining);
        for (var decision : split.asked()) {
            var now = decision.received();
            trial.learnConfirmed(unconfirmed, now);
            if (!now.isBefore(due)) {
                trial.model = trial.train();
                due = now.plus(retraining);
            }
            trial.ask(decision);
        }
        return trial;
    }

    private void learnConfirmed(Queue<Decision> unconfirmed, LocalDateTime now) {
        while (!unconfirmed.element().received().plus(CONFIRMED_AFTER).isAfter(now)) {
            learn(unconfirmed.remove());
        }
    }

    private void learn(Decision decision) {
        known.add(decision);
        model.learn(decision.example());
    }

    private Model train() {
        var before = cpuNanos();
        var trained = Model.train(known.stream().map(Decision::example).toList(), coder);
        trainingSeconds += (cpuNanos() - before) / 1e9;
        trainings++;
        thresholds = Score.SETTINGS.stream().map(trained::threshold).toList();
        return trained;
    }

    /** Training and asking take this thread alone. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void ask(Decision decision) {
        var example = decision.example();
        var began = System.nanoTime();
        var proposal = model.propose(example.text(), example.place());
        score.add(proposal, example.label(), thresholds, System.nanoTime() - began);
    }

    Score score() {
        return score;
    }

    double secondsEachTraining() {
        return trainingSeconds / trainings;
    }

    int trainings() {
        return trainings;
    }
}
