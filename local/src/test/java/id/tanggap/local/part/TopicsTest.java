package id.tanggap.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The topics are the same however the platform is run; {@code -Ddocs.write} writes those of Kubernetes. */
class TopicsTest {
    private static final Path KUBERNETES = Path.of("../k8s/kafka/topics.yaml");

    @Test
    void areThoseOfTheContractsOnKubernetes() throws IOException {
        var expected = Topics.withDeadLetters().map(TopicsTest::resource).collect(Collectors.joining("---\n"));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(KUBERNETES, expected);
        }

        assertThat(KUBERNETES).hasContent(expected);
    }

    @Test
    void areThoseOfTheContractsInCompose() throws IOException {
        var script = Files.readString(Path.of("../docker-compose.yml"));

        assertThat(script)
                .contains(Topics.ALL.stream()
                        .map(topic -> topic.substring("complaint.".length(), topic.length() - ".v1".length()))
                        .collect(Collectors.joining(",", "for topic in complaint.{", "}.v1{,.dlq}; do\n")))
                .contains("--partitions %d --replication-factor 1 \\%n".formatted(Topics.PARTITIONS)
                        + Topics.SETTINGS.entrySet().stream()
                                .map(setting -> "--config " + setting.getKey() + "=" + setting.getValue())
                                .collect(Collectors.joining(" ", " ".repeat(12), "\n")));
    }

    /** Three replicas, so that one broker may be away and one more be lost. */
    private static String resource(String topic) {
        return """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata:
                  name: %s
                  labels:
                    strimzi.io/cluster: tanggap
                spec:
                  partitions: %d
                  replicas: 3
                  config:
                    min.insync.replicas: 2
                """.formatted(topic, Topics.PARTITIONS)
                + Topics.SETTINGS.entrySet().stream()
                        .map(setting -> "    %s: %s%n".formatted(setting.getKey(), setting.getValue()))
                        .collect(Collectors.joining());
    }
}
