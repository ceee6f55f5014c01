package id.tanggap.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.testkit.RealComplaints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A floor far below what {@code ./tanggap bench routing} measures, which nothing but a fault falls through. */
class RealTextsTest {
    private static final String LABELLED = "surabaya-mediacenter-2022-2023";
    private static final int EXAMPLES = 1_000;
    private static final int ASKED = 400;

    @Test
    void learnsFromRealTexts() throws Exception {
        var examples = examples(RealComplaints.orSkip());
        var model = Model.train(examples.subList(0, EXAMPLES), LabelCoder.identity());
        var threshold = model.threshold(0.9);
        var first = 0;
        var firstThree = 0;
        var admitted = 0;
        var admittedRight = 0;
        for (var example : examples.subList(EXAMPLES, EXAMPLES + ASKED)) {
            var candidates = model.propose(example.text(), example.place()).candidates();
            var labels = candidates.stream().map(Candidate::label).toList();
            var right = labels.indexOf(example.label()) == 0;
            first += right ? 1 : 0;
            firstThree += labels.stream().limit(3).anyMatch(example.label()::equals) ? 1 : 0;
            if (!candidates.isEmpty() && candidates.getFirst().confidence() >= threshold) {
                admitted++;
                admittedRight += right ? 1 : 0;
            }
        }

        assertThat(first / (double) ASKED).isGreaterThan(0.62);
        assertThat(firstThree / (double) ASKED).isGreaterThan(0.75);
        assertThat(admitted / (double) ASKED).isGreaterThan(0.3);
        assertThat(admittedRight / (double) admitted).isGreaterThan(0.82);
    }

    /** Every fourth labelled row of the file. */
    private static List<Example> examples(Path file) throws Exception {
        var json = new ObjectMapper();
        var examples = new ArrayList<Example>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            var row = json.readTree(line);
            if (row.path("source").asText().equals(LABELLED) && number++ % 4 == 0) {
                @Nullable String place = row.path("location").textValue();
                examples.add(new Example(
                        "" + number,
                        row.path("text").asText(),
                        place,
                        office(row.path("agency").asText())));
            }
        }
        return examples;
    }

    /** The office of the place, whichever it is. */
    private static String office(String agency) {
        return agency.startsWith("Kelurahan ") ? "Kelurahan" : agency.startsWith("Kecamatan ") ? "Kecamatan" : agency;
    }
}
