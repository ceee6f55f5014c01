package id.tanggap.learning;

import static id.tanggap.learning.InventedExamples.LIGHT;
import static id.tanggap.learning.InventedExamples.REGISTRY;
import static id.tanggap.learning.InventedExamples.WASTE;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.learning.trust.Calibration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static final Model MODEL = Model.train(InventedExamples.of(90), LabelCoder.identity());

    @Test
    void proposesTheLabelThatSuchTextsHad() {
        assertThat(labels(MODEL, "Lampu di depan pasar padam", "mawar")).first().isEqualTo(LIGHT);
        assertThat(labels(MODEL, "sampah tidak diangkut truk", "mawar")).first().isEqualTo(WASTE);
        assertThat(labels(MODEL, "KTP saya belum jadi", "mawar")).first().isEqualTo(REGISTRY);
    }

    @Test
    void readsPastSlipsOfThePen() {
        assertThat(labels(MODEL, "lampuu padamm", null)).first().isEqualTo(LIGHT);
    }

    @Test
    void ordersEachLabelOnceByConfidence() {
        var candidates = MODEL.propose("sampah di bawah lampu jalan", "melati").candidates();

        assertThat(candidates).extracting(Candidate::label).containsExactlyInAnyOrder(LIGHT, WASTE, REGISTRY);
        assertThat(candidates)
                .extracting(Candidate::confidence)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allSatisfy(confidence -> assertThat(confidence).isBetween(0.0, 1.0));
    }

    @Test
    void isSureOfClearTextsButNeverCertain() {
        var clear = confidence(MODEL, "Mohon dibantu, lampu jalan padam sehingga gelap di gang");
        var unclear = confidence(MODEL, "di gang ada KTP, sampah dan lampu");

        assertThat(clear).isGreaterThan(0.9).isLessThan(1);
        assertThat(unclear).isLessThan(clear);
    }

    @Test
    void makesTheSameOfTheSameExamples() {
        var again = Model.train(InventedExamples.of(90), LabelCoder.identity());

        for (var example : InventedExamples.of(150).subList(60, 150)) {
            assertThat(again.propose(example.text(), example.place()))
                    .isEqualTo(MODEL.propose(example.text(), example.place()));
        }
        assertThat(again.threshold(0.9)).isEqualTo(MODEL.threshold(0.9));
    }

    @Test
    void proposesNothingWhenNothingIsKnown() {
        assertThat(MODEL.propose("", "mawar").candidates()).isEmpty();
        assertThat(MODEL.propose(" \n?!", "mawar").candidates()).isEmpty();
        assertThat(MODEL.propose("xylofoon zwembad", "mawar").candidates()).isEmpty();
        assertThat(MODEL.propose("xylofoon zwembad", "mawar").first()).isEmpty();
    }

    @Test
    void proposesForAnyPlaceOrNone() {
        assertThat(labels(MODEL, "lampu padam", null)).first().isEqualTo(LIGHT);
        assertThat(labels(MODEL, "lampu padam", "never heard of")).first().isEqualTo(LIGHT);
    }

    @Test
    void takesVeryLongTexts() {
        assertThat(labels(MODEL, "lampu padam di jalan. ".repeat(5_000), null))
                .first()
                .isEqualTo(LIGHT);
    }

    @Test
    void explainsByWordsAndSimilarExamples() {
        var explanation =
                MODEL.propose("LAMPUNYA padam", null).first().orElseThrow().explanation();

        assertThat(explanation.clues())
                .extracting(Explanation.Clue::words)
                .contains("LAMPUNYA", "padam")
                .hasSizeLessThanOrEqualTo(5);
        assertThat(explanation.clues())
                .extracting(Explanation.Clue::weight)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allSatisfy(weight -> assertThat(weight).isPositive());
        var lights = InventedExamples.of(90).stream()
                .filter(example -> example.label().equals(LIGHT))
                .map(Example::id)
                .toList();
        assertThat(explanation.similarExamples()).hasSize(5).isSubsetOf(lights);
    }

    @Test
    void hasNoConfidenceInFewExamples() {
        var few = Model.train(InventedExamples.of(Calibration.LEAST_OUTCOMES - 1), LabelCoder.identity());
        var enough = Model.train(InventedExamples.of(Calibration.LEAST_OUTCOMES), LabelCoder.identity());

        assertThat(labels(few, "lampu padam", null)).first().isEqualTo(LIGHT);
        assertThat(confidence(few, "lampu padam")).isZero();
        assertThat(few.threshold(0.9)).isInfinite();
        assertThat(confidence(enough, "lampu padam")).isPositive();
        assertThat(enough.threshold(0.9)).isFinite();
    }

    @Test
    void beginsWithNothing() {
        var model = Model.train(List.of(), LabelCoder.identity());

        assertThat(model.count()).isZero();
        assertThat(model.propose("lampu padam", null).candidates()).isEmpty();

        model.learn(new Example("1", "lampu padam", null, LIGHT));

        assertThat(model.count()).isEqualTo(1);
        assertThat(labels(model, "lampu mati", null)).containsExactly(LIGHT);
    }

    @Test
    void knowsASingleLabel() {
        var examples = InventedExamples.of(180).stream()
                .filter(example -> example.label().equals(LIGHT))
                .toList();
        var model = Model.train(examples, LabelCoder.identity());

        assertThat(labels(model, "lampu padam", null)).containsExactly(LIGHT);
        assertThat(confidence(model, "lampu padam")).isBetween(0.9, 1.0);
    }

    @Test
    void knowsTwoLabels() {
        var examples = InventedExamples.of(90).stream()
                .filter(example -> !example.label().equals(REGISTRY))
                .toList();
        var model = Model.train(examples, LabelCoder.identity());

        assertThat(labels(model, "lampu padam", null)).containsExactly(LIGHT, WASTE);
        assertThat(labels(model, "sampah menumpuk", null)).containsExactly(WASTE, LIGHT);
    }

    @Test
    void knowsALabelByOneExample() {
        var examples = new ArrayList<>(InventedExamples.of(90));
        examples.add(new Example("one", "kambing masuk kebun tetangga", null, "Peternakan"));
        var model = Model.train(examples, LabelCoder.identity());

        assertThat(labels(model, "kambing di kebun", null)).first().isEqualTo("Peternakan");
        assertThat(labels(model, "lampu padam", null)).first().isEqualTo(LIGHT);
    }

    @Test
    void learnsANewLabelAtOnce() {
        var model = Model.train(InventedExamples.of(90), LabelCoder.identity());
        assertThat(labels(model, "ada kambing", null)).doesNotContain("Peternakan");

        model.learn(new Example("new", "kambing masuk kebun tetangga", null, "Peternakan"));

        assertThat(model.count()).isEqualTo(91);
        var first = model.propose("ada kambing", null).first().orElseThrow();
        assertThat(first.label()).isEqualTo("Peternakan");
        assertThat(first.explanation().clues()).isEmpty();
        assertThat(first.explanation().similarExamples()).containsExactly("new");
    }

    @Test
    void takesTheLaterOfTwoExamplesWithOneId() {
        var twice = Model.train(
                List.of(
                        new Example("1", "kambing masuk kebun", null, "Pertanian"),
                        new Example("1", "kambing masuk kebun", null, "Peternakan")),
                LabelCoder.identity());
        assertThat(twice.count()).isEqualTo(1);
        assertThat(labels(twice, "kambing", null)).containsExactly("Peternakan");

        twice.learn(new Example("1", "kambing masuk kebun", null, "Pertanian"));

        assertThat(twice.count()).isEqualTo(1);
        assertThat(twice.propose("kambing", null).candidates())
                .filteredOn(
                        candidate -> candidate.explanation().similarExamples().contains("1"))
                .extracting(Candidate::label)
                .containsExactly("Pertanian");
    }

    @Test
    void resolvesACodeByThePlace() {
        var model = Model.train(branchExamples(), new Branches());

        assertThat(labels(model, "loket cabang tutup", "melati")).first().isEqualTo("Cabang melati");
        assertThat(labels(model, "loket cabang tutup", "anggrek")).first().isEqualTo("Cabang anggrek");
        assertThat(labels(model, "loket cabang tutup", null))
                .doesNotContain("Cabang null")
                .contains(LIGHT);
    }

    @Test
    void asksForMoreConfidenceWhenMoreIsPromised() {
        assertThat(MODEL.threshold(0.5)).isLessThanOrEqualTo(MODEL.threshold(0.99));
        assertThat(MODEL.threshold(1.01)).isInfinite();
    }

    @Test
    void isTaughtByManyWhileItIsAsked() throws Exception {
        var model = Model.train(InventedExamples.of(90), LabelCoder.identity());
        var tasks = new ArrayList<Callable<Integer>>();
        for (int teacher = 0; teacher < 2; teacher++) {
            var prefix = teacher + "-";
            tasks.add(() -> {
                for (int i = 0; i < 100; i++) {
                    var text = "kambing nomor " + prefix + i;
                    model.learn(new Example(prefix + i, text, null, "Peternakan"));
                    assertThat(labels(model, "kambing", null)).contains("Peternakan");
                }
                return 100;
            });
        }
        for (int asker = 0; asker < 2; asker++) {
            tasks.add(() -> {
                for (int i = 0; i < 300; i++) {
                    assertThat(labels(model, "lampu padam", "mawar")).first().isEqualTo(LIGHT);
                }
                return 0;
            });
        }

        var taught = 0;
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            for (var done : threads.invokeAll(tasks)) {
                taught += done.get();
            }
        }

        assertThat(model.count()).isEqualTo(90 + taught);
    }

    /** One branch office for each place. */
    private static final class Branches implements LabelCoder {
        @Override
        public String encode(String label, @Nullable String place) {
            return label.startsWith("Cabang ") ? "BRANCH" : label;
        }

        @Override
        public @Nullable String decode(String code, @Nullable String place) {
            if (!code.equals("BRANCH")) {
                return code;
            }
            return place == null ? null : "Cabang " + place;
        }
    }

    private static List<Example> branchExamples() {
        var examples = new ArrayList<>(InventedExamples.of(60));
        for (int i = 0; i < 20; i++) {
            var place = List.of("mawar", "melati", "kenanga", "dahlia").get(i % 4);
            examples.add(new Example("b" + i, "pegawai loket cabang tidak ramah " + i, place, "Cabang " + place));
        }
        return examples;
    }

    private static List<String> labels(Model model, String text, @Nullable String place) {
        return model.propose(text, place).candidates().stream()
                .map(Candidate::label)
                .toList();
    }

    private static double confidence(Model model, String text) {
        return model.propose(text, null).first().orElseThrow().confidence();
    }
}
