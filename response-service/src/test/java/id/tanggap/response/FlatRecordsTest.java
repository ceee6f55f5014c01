package id.tanggap.response;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.testkit.api.FlatRecord;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nests here is one flat object on the wire, in the order in which it is published. */
class FlatRecordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "casefile.CaseFile",
                "casefile.CaseFile$DraftView",
                "casefile.CaseFile$DispositionView",
                "queue.CaseRow",
                "queue.Me",
                "template.Templates$Template"
            })
    void areWrittenAsTheyArePublished(String name) throws IOException, ClassNotFoundException {
        var record = new FlatRecord("response", Class.forName("id.tanggap.response." + name));

        assertThat(record.written()).isNotEmpty().isEqualTo(record.published());
    }
}
