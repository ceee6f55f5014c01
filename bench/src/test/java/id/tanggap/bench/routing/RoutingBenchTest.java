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
                .doesNotContain("lampu", "sampah", "loket");
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
