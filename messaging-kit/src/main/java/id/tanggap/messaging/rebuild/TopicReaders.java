package id.tanggap.messaging.rebuild;

import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.RecordReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens topics for whoever builds something from all that was ever told. */
@ApplicationScoped
public class TopicReaders {
    private final RecordReader reader;
    private final String bootstrapServers;
    private final String group;

    TopicReaders(
            RecordReader reader,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.reader = reader;
        this.bootstrapServers = bootstrapServers;
        this.group = group;
    }

    public TopicReader open(List<String> topics, Interest interest) {
        return new TopicReader(reader, bootstrapServers, topics, interest);
    }

    /** Whether this service's consumers have taken, and acknowledged, everything before these ends. */
    public boolean taken(Map<TopicPartition, Long> ends) throws InterruptedException {
        var settings = new Properties();
        settings.setProperty("bootstrap.servers", bootstrapServers);
        try (var admin = Admin.create(settings)) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream().allMatch(end -> end.getValue() <= offset(committed.get(end.getKey())));
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell how far " + group + " has read", e);
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
