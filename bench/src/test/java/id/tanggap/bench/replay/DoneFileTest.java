package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoneFileTest {
    private Path file = Path.of("");

    @BeforeEach
    void choosesAPlaceThatIsNotThereYet(@TempDir Path directory) {
        file = directory.resolve("replay/abc.done");
    }

    @Test
    void remembersAcrossRuns() throws Exception {
        try (var done = DoneFile.open(file)) {
            assertThat(done.holds(line(3))).isFalse();
            done.add(line(3));
            done.add(line(12));
        }
        try (var done = DoneFile.open(file)) {
            assertThat(done.holds(line(3))).isTrue();
            assertThat(done.holds(line(12))).isTrue();
            assertThat(done.holds(line(1))).isFalse();
            done.add(line(1));
        }
        assertThat(file).hasContent("3\n12\n1\n");
    }

    @Test
    void forgetsANumberThatACrashCutShort() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "3\n12");

        try (var done = DoneFile.open(file)) {
            assertThat(done.holds(line(12))).isFalse();
            done.add(line(123));
        }

        assertThat(file).hasContent("3\n123\n");
    }

    @Test
    void leavesAForeignFileAlone() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "dear diary\n");

        assertThatThrownBy(() -> DoneFile.open(file)).hasMessageContaining("no list of line numbers");
        assertThat(file).hasContent("dear diary\n");
    }

    private static ComplaintFile.Line line(int number) {
        return new ComplaintFile.Line(number, "{}");
    }
}
