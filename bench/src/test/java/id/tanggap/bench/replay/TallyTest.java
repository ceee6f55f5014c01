package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void tellsPercentilesAndRate() {
        for (int millis = 1; millis <= 100; millis++) {
            tally.answered(millis * 1_000_000L);
            tally.count(new Outcome.Accepted());
        }

        assertThat(printed()).contains("p50 50.0 ms   p95 95.0 ms   p99 99.0 ms   max 100.0 ms", "10.0 /s");
    }

    @Test
    void countsEachRefusedField() {
        tally.count(new Outcome.Refused(List.of("text", "title")));
        tally.count(new Outcome.Refused(List.of("text")));

        assertThat(printed()).containsPattern("refused +2\n +text +2\n +title +1\n");
    }

    @Test
    void showsABarAndTheTimeLeft() {
        assertThat(Progress.bar(50, 100)).isEqualTo("[" + "=".repeat(15) + " ".repeat(15) + "]");
        assertThat(Progress.bar(0, 0)).doesNotContain(" ");
        assertThat(Progress.line(4_000, 10_000, 2, 50)).isEqualTo("4,000 of 10,000   refused 2   50/s   2:00 left");
    }

    private String printed() {
        var screen = new ByteArrayOutputStream();
        tally.print(new PrintStream(screen, true, StandardCharsets.UTF_8), 10, 0);
        return screen.toString(StandardCharsets.UTF_8);
    }
}
