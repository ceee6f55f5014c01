package id.tanggap.reporting.recap.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.reporting.ReportingResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A head is the first leaf of a sealed tree: who reads it and writes it has the same bytes. */
@QuarkusTest
@WithTestResource(ReportingResource.class)
class HeadsTest {
    private static final Path VERSIONS = Path.of("../e2e/kept/2026-11/databases/reporting/recap_version.copy");

    @Inject
    Heads heads;

    @Test
    void areWrittenAsAnEarlierVersionWroteThem() throws IOException {
        var kept = kept();

        assertThat(kept).hasSize(5).anyMatch(it -> it.contains("\"respondents\":1"));
        assertThat(kept)
                .allSatisfy(it -> assertThat(heads.write(heads.read(it))).isEqualTo(it));
    }

    @Test
    void areReadFromBeforeThereWasASurvey() throws IOException {
        var head = kept().getFirst();

        var before = heads.read(head.replace("\"satisfaction\":null,", ""));

        assertThat(before).isEqualTo(heads.read(head));
        assertThat(before.figures().satisfaction()).isNull();
    }

    private static List<String> kept() throws IOException {
        var lines = Files.readAllLines(VERSIONS).stream()
                .map(line -> List.of(line.split("\t")))
                .toList();
        var column = lines.getFirst().indexOf("head");
        return lines.stream().skip(1).map(line -> line.get(column)).toList();
    }
}
