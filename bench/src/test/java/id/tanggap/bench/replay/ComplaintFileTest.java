package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintFileTest {
    @TempDir
    Path directory;

    @Test
    void numbersLinesAsEditorsDoAndSkipsBlankOnes() throws Exception {
        var file = read("a.jsonl", "{\"a\":1}\r\n\n{\"b\":2}");

        assertThat(file.lines())
                .containsExactly(new ComplaintFile.Line(1, "{\"a\":1}"), new ComplaintFile.Line(3, "{\"b\":2}"));
    }

    @Test
    void givesALineTheSameKeyInAnyFileAndPlace() throws Exception {
        var here = read("a.jsonl", "{\"a\":1}\n{\"b\":2}\n").lines().get(1);
        var there = read("b.jsonl", "{\"b\":2}").lines().getFirst();

        assertThat(here.key("surakarta")).isEqualTo(there.key("surakarta"));
        assertThat(here.key("surakarta")).hasToString("6e7e2649-4a8f-8290-a4f1-9b2e2d2b8fbc");
    }

    @Test
    void givesAnotherLineOrGovernmentAnotherKey() {
        var line = new ComplaintFile.Line(1, "{\"a\":1}");

        assertThat(line.key("karanganyar")).isNotEqualTo(line.key("surakarta"));
        assertThat(new ComplaintFile.Line(1, "{\"a\":2}").key("surakarta")).isNotEqualTo(line.key("surakarta"));
        assertThat(line.key("surakarta").version()).isEqualTo(8);
        assertThat(line.key("surakarta").variant()).isEqualTo(2);
    }

    @Test
    void knowsAChangedFile() throws Exception {
        assertThat(read("a.jsonl", "{\"a\":1}").hash())
                .isEqualTo(read("b.jsonl", "{\"a\":1}").hash())
                .isNotEqualTo(read("c.jsonl", "{\"a\":2}").hash());
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> ComplaintFile.read(directory.resolve("none.jsonl")))
                .hasMessageContaining("none.jsonl");
    }

    private ComplaintFile read(String name, String content) throws Exception {
        return ComplaintFile.read(Files.writeString(directory.resolve(name), content));
    }
}
