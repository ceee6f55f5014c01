package id.tanggap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.testkit.api.FlatRecord;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nests here is one flat object on the wire, in the order in which it is published. */
class FlatRecordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"record.RecordRow", "recap.RecapView", "recap.figures.Figures", "recap.figures.Figures$Part"})
    void areWrittenAsTheyArePublished(String name) throws IOException, ClassNotFoundException {
        var record = new FlatRecord("reporting", Class.forName("id.tanggap.reporting." + name));

        assertThat(record.written()).isNotEmpty().isEqualTo(record.published());
    }
}
