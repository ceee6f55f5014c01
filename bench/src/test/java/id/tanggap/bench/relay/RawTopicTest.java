package id.tanggap.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.testkit.Platform;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** On a real broker: the figure does not matter here, that there is one does. */
class RawTopicTest {
    @Test
    void measuresAndLeavesNothingBehind() throws Exception {
        var before = topics();
        try (var raw = RawTopic.at(Platform.kafka().address())) {
            assertThat(raw.measure(500)).isPositive();
            assertThat(topics()).contains(raw.name());
        }
        await().untilAsserted(() -> assertThat(topics()).isEqualTo(before));
    }

    private static Set<String> topics() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Platform.kafka().address()))) {
            return admin.listTopics().names().get();
        }
    }
}
