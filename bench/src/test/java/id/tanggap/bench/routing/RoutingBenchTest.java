package id.tanggap.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.bench.platform.Arguments;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingBenchTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void printsFiguresForEachSplitAndNoText() throws Exception {
        var file =
                Files.writeString(directory.resolve("file.jsonl"), InventedDecisions.lines(InventedDecisions.of(200)));

        assertThat(run(file.toString(), "--retrain", "1")).isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("200 rows of " + Decisions.SOURCE + ", 3 agencies")
                .contains("Random fifth: ")
                .contains("Newest fifth, nothing learned meanwhile: 160 learned, 40 asked")
                .contains("retrained every 1 days: 160 learned, 40 asked")
                .contains("first is right                    1.0000  stretch")
                .contains("2 trainings of ")
                .contains("0 rows have an agency whose duty none of surakarta has")
                .contains("served on the first day")
                .contains("by learned")
                .contains("kata-penerangan-jalan")
                .doesNotContain("padam", "menumpuk", "loket");
    }

    @Test
    void asksAnotherFileAndWritesWhereTheServiceDisagrees() throws Exception {
        var known = InventedDecisions.of(200);
        var file = Files.writeString(directory.resolve("file.jsonl"), InventedDecisions.lines(known));
        var test = Files.writeString(
                directory.resolve("test.jsonl"),
                InventedDecisions.lines(known.subList(0, 30)).replace("Dinas Perhubungan", "Dinas Sosial"));
        var disagreements = directory.resolve("for-a-reader.disagreements");

        assertThat(run(file.toString(), "--test", test.toString(), "--disagreements", disagreements.toString()))
                .isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("200 learned, 30 asked")
                .contains("10 disagreements for a blind reading")
                .doesNotContain("Newest fifth");
        assertThat(Files.readAllLines(disagreements))
                .hasSize(10)
                .allSatisfy(line -> assertThat(line).contains("dishub", "dinsos", "lampu"));
        assertThat(Files.readString(directory.resolve("for-a-reader.disagreements.key")))
                .contains("first")
                .contains("second");
    }

    @Test
    void wantsAFile() {
        assertThatThrownBy(this::run).isInstanceOf(Arguments.Wrong.class).hasMessageContaining("which file");
        assertThatThrownBy(() -> run("none.jsonl")).hasMessageContaining("none.jsonl");
        assertThatThrownBy(() -> run("none.jsonl", "--retrain", "0")).hasMessageContaining("--retrain");
    }

    @Test
    void saysNothingOfFewDecisions() throws Exception {
        var file = Files.writeString(directory.resolve("few.jsonl"), InventedDecisions.lines(InventedDecisions.of(99)));

        assertThatThrownBy(() -> run(file.toString())).hasMessageContaining("holds 99 rows");
    }

    private int run(String... arguments) throws Exception {
        return RoutingBench.run(List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
