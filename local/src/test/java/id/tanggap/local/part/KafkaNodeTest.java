package id.tanggap.local.part;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaNodeTest {
    @TempDir
    Path logs;

    @Test
    void makesNoTopicsAnewWhereTheBrokerHasPutSomeAside() throws IOException {
        Files.createDirectory(logs.resolve("complaint.intake.v1-0.00b5b5b794a344e4abbd387dccf0e1b3-stray"));

        assertThatThrownBy(() -> KafkaNode.refuseStrays(logs)).hasMessageContaining("lost topics");
    }

    @Test
    void makesThemWhereNothingIsMissing() throws IOException {
        Files.createDirectory(logs.resolve("complaint.intake.v1-0"));
        Files.createDirectory(logs.resolve("__consumer_offsets-0"));

        assertThatCode(() -> KafkaNode.refuseStrays(logs)).doesNotThrowAnyException();
    }
}
