package id.tanggap.messaging.inbox;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.Cause;
import id.tanggap.messaging.KafkaProducers;
import id.tanggap.messaging.LogKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts a record that cannot be taken beside its topic, with the cause in the headers, so that the next one is not held
 * up. The record itself is unchanged and can be replayed from there; one that is at the broker's size limit already
 * leaves its payload behind, and the headers tell where that stands.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final KafkaProducers producers;
    private final String consumer;
    private final InstantSource time;
    private final MeterRegistry meters;

    public DeadLetters(
            KafkaProducers producers,
            @ConfigProperty(name = "quarkus.application.name") String consumer,
            InstantSource time,
            MeterRegistry meters) {
        this.producers = producers;
        this.consumer = consumer;
        this.time = time;
        this.meters = meters;
    }

    /** Completes when the broker has the dead letter; tries as long as it takes. */
    Uni<Void> bury(ConsumerRecord<String, byte[]> record, String cause) {
        try (var _ = LogKeys.ofComplaint(RecordReader.header(record, "ce_subject"))
                .event(RecordReader.header(record, "ce_id"))) {
            LOG.errorf("Dead letter: %s-%d@%d: %s", record.topic(), record.partition(), record.offset(), cause);
        }
        meters.counter("events.dead", "topic", record.topic()).increment();
        return send(letter(record, record.value(), cause))
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(() -> send(letter(record, null, cause)))
                .onFailure()
                .invoke(failure -> LOG.warnf("A dead letter waits: %s", Cause.of(failure)))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(10))
                .indefinitely();
    }

    private ProducerRecord<String, byte[]> letter(
            ConsumerRecord<String, byte[]> record, byte @Nullable [] payload, String cause) {
        var letter = new ProducerRecord<String, byte[]>(
                Topics.deadLettersOf(record.topic()), null, record.key(), payload, record.headers());
        var details = Map.of(
                "dlq_consumer", consumer,
                "dlq_topic", record.topic(),
                "dlq_partition", String.valueOf(record.partition()),
                "dlq_offset", String.valueOf(record.offset()),
                "dlq_time", time.instant().toString(),
                "dlq_cause", cause);
        details.forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return letter;
    }

    private Uni<Void> send(ProducerRecord<String, byte[]> letter) {
        return Uni.createFrom()
                .<Void>emitter(sent -> producers.get().send(letter, (metadata, failure) -> {
                    if (failure == null) {
                        sent.complete(null);
                    } else {
                        sent.fail(failure);
                    }
                }))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
