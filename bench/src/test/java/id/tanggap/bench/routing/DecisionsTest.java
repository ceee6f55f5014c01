package id.tanggap.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
    @TempDir
    Path directory;

    @Test
    void readsTheOldestFirst() throws Exception {
        var decisions = InventedDecisions.of(3);

        assertThat(read(InventedDecisions.lines(decisions.reversed())))
                .extracting(Decision::received)
                .containsExactlyElementsOf(
                        decisions.stream().map(Decision::received).toList());
    }

    @Test
    void readsWhatIsLearned() throws Exception {
        var example = read("\n" + InventedDecisions.lines(InventedDecisions.of(1)))
                .getFirst()
                .example();

        assertThat(example.id()).isEqualTo("2");
        assertThat(example.text()).isEqualTo("lampu jalan padam nomor 0");
        assertThat(example.place()).isEqualTo("Mawar, Bunga, Kota");
        assertThat(example.label()).isEqualTo("Dinas Perhubungan");
    }

    @Test
    void passesOverOtherSources() throws Exception {
        var lines =
                "{\"text\":\"lampu\",\"source\":\"elsewhere\"}\n" + InventedDecisions.lines(InventedDecisions.of(2));

        assertThat(read(lines)).hasSize(2);
    }

    @Test
    void knowsNoPlaceWhereNoneIsTold() throws Exception {
        var line = InventedDecisions.lines(InventedDecisions.of(1)).replace("\"Mawar, Bunga, Kota\"", "null");

        assertThat(read(line).getFirst().example().place()).isNull();
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> Decisions.read(directory.resolve("none.jsonl")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.jsonl");
        assertThatThrownBy(() -> Decisions.read(directory)).isInstanceOf(IOException.class);
    }

    @Test
    void namesTheLineThatIsWrongWithoutItsText() {
        var line = InventedDecisions.lines(InventedDecisions.of(1));

        assertThatThrownBy(() -> read(line + "lampu padam"))
                .hasMessageEndingWith("file.jsonl:2 is no JSON object")
                .hasNoCause();
        assertThatThrownBy(() -> read("[1]")).hasMessageEndingWith(":1 is no JSON object");
        assertThatThrownBy(() -> read(line.replace("agency", "office"))).hasMessageEndingWith(":1 has no agency");
        assertThatThrownBy(() -> read(line.replace("2024-01-01T", "1 Januari ")))
                .hasMessageContaining(":1 has a date that is not like");
    }

    @Test
    void wantsTheSourceThatNamesAgencies() {
        assertThatThrownBy(() -> read("{\"text\":\"lampu\",\"source\":\"elsewhere\"}"))
                .hasMessageContaining("holds no row of the source " + Decisions.SOURCE);
    }

    private List<Decision> read(String content) throws IOException {
        return Decisions.read(Files.writeString(directory.resolve("file.jsonl"), content));
    }
}
