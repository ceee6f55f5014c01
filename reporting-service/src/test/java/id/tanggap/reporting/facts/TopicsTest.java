package id.tanggap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.Told;
import id.tanggap.testkit.Platform;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class TopicsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Feed feed;

    private Producer<String, byte[]> producer;

    @BeforeEach
    void connects() {
        feed.forgetAll();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Platform.kafka().address()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void disconnects() {
        producer.close();
    }

    @Test
    void takesWhatComesFromAllTopics() throws Exception {
        var story = ComplaintStory.in("surakarta");
        send(story.answered(Duration.ofDays(1)));
        var sent = story.messageSent(MessageKind.RECEIVED);
        send(List.of(sent, sent));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.fact(story.id()))
                        .containsEntry("number", story.number())
                        .containsEntry("agency", "dpupr")
                        .containsEntry("answer", "Sudah ditambal.")
                        .containsEntry("promise_late", false)
                        .containsEntry("messages_sent", 1));
    }

    @Test
    void skipsAnEventThatItDoesNotKnow() throws Exception {
        var story = ComplaintStory.in("surakarta");
        var unknown = story.received().toProduce();
        unknown.headers().remove("ce_type").add("ce_type", "complaint.dreamt-of.v1".getBytes(StandardCharsets.UTF_8));
        producer.send(unknown).get();
        send(story.open());

        awaitReceived(story);
    }

    @Test
    void putsAsideWhatCannotBeReadAndTakesTheNext() throws Exception {
        var story = ComplaintStory.in("surakarta");
        var broken = story.received().toProduce();
        var poison = new ProducerRecord<>(
                broken.topic(), 0, broken.key(), "{\"number\":".getBytes(StandardCharsets.UTF_8), broken.headers());
        producer.send(poison).get();
        var next = story.received().toProduce();
        producer.send(new ProducerRecord<>(next.topic(), 0, next.key(), next.value(), next.headers()))
                .get();

        awaitReceived(story);
        assertThat(deadLetter(story.id()).value()).isEqualTo(poison.value());
    }

    @Test
    void putsAsideAComplaintOfAGovernmentThatIsNotInstalled() throws Exception {
        var stranger = ComplaintStory.in("atlantis");
        var story = ComplaintStory.in("surakarta");
        send(List.of(stranger.received(), story.received()));

        awaitReceived(story);
        assertThat(cause(deadLetter(stranger.id()))).contains("UnknownGovernment");
        assertThat(feed.fact(stranger.id())).isEmpty();
    }

    @Test
    void losesNothingWhenPostgresqlIsRestarted() throws Exception {
        var before = ComplaintStory.in("surakarta");
        send(before.open());
        awaitReceived(before);

        Platform.postgres().stop();
        var during = IntStream.range(0, 200)
                .mapToObj(i -> ComplaintStory.in("surakarta"))
                .toList();
        send(during.stream().flatMap(story -> story.open().stream()).toList());
        Platform.postgres().start();

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(feed.query(
                                        "select count(*) as n from complaint_fact where month is not null and agency is not null")
                                .getFirst())
                        .containsEntry("n", 201L));
    }

    private void awaitReceived(ComplaintStory story) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feed.fact(story.id())).containsEntry("number", story.number()));
    }

    private void send(List<Told> events) throws InterruptedException, ExecutionException {
        var sent = events.stream().map(told -> producer.send(told.toProduce())).toList();
        for (var each : sent) {
            each.get();
        }
    }

    private ConsumerRecord<String, byte[]> deadLetter(UUID complaint) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Platform.kafka().address(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.deadLettersOf(Topics.INTAKE)));
            await().atMost(PATIENCE).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (complaint.toString().equals(record.key())) {
                        found.add(record);
                    }
                });
                return !found.isEmpty();
            });
        }
        return found.getFirst();
    }

    private static String cause(ConsumerRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader("dlq_cause").value(), StandardCharsets.UTF_8);
    }
}
