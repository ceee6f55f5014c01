package id.tanggap.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.Batch;
import id.tanggap.messaging.Database;
import id.tanggap.messaging.Effects;
import id.tanggap.messaging.Events;
import id.tanggap.messaging.Replica;
import id.tanggap.messaging.Topic;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class InboxTest {
    private static final String SECRET = "Budi 081234567890";

    private static final Database DATABASE = new Database();

    private final Replica replica = new Replica(DATABASE.pool(4));
    private final String topic = "t-" + UUID.randomUUID();
    private final Topic dead = new Topic(Topics.deadLettersOf(topic), Map.of());

    @AfterEach
    void close() {
        replica.close();
        dead.close();
        DATABASE.run("truncate effect, taken, outbox");
    }

    @AfterAll
    static void closeDatabase() {
        DATABASE.close();
    }

    @Test
    void takesABatchInItsOrder() {
        var events = Events.inTurns(topic, 7, 10);

        receive(Batch.ofEvents(events), Effects.RECORDED);

        assertThat(Effects.of(DATABASE)).isEqualTo(Effects.expected(events));
        assertThat(replica.metric("events.taken")).isEqualTo(70);
    }

    @Test
    void takesARedeliveredBatchOnce() {
        var events = Events.inTurns(topic, 3, 10);

        receive(Batch.ofEvents(events.subList(0, 20)), Effects.RECORDED);
        receive(Batch.ofEvents(events), Effects.RECORDED);
        receive(Batch.ofEvents(events), Effects.RECORDED);

        assertThat(Effects.of(DATABASE)).isEqualTo(Effects.expected(events));
        assertThat(replica.metric("events.taken")).isEqualTo(30);
        assertThat(replica.metric("events.repeated")).isEqualTo(50);
    }

    @Test
    void takesAnEventOnceThatStandsTwiceInABatch() {
        var events = Events.of(topic, UUID.randomUUID(), 3);
        var twice = new ArrayList<>(events);
        twice.addAll(events);

        receive(Batch.ofEvents(twice), Effects.RECORDED);

        assertThat(Effects.of(DATABASE)).isEqualTo(Effects.expected(events));
    }

    @Test
    void leavesWhatConcernsNobodyUnreadAndWithoutAMark() {
        var event = Events.event(topic, UUID.randomUUID(), 0);
        var unreadable = Batch.record(event, 0, "no json".getBytes(StandardCharsets.UTF_8));
        var batch = Batch.of(List.of(unreadable, Batch.record(event, 1)));

        Database.await(replica.inbox.receive(batch, Interest.in(List.of(MessageSent.class)), Effects.RECORDED));
        Database.await(replica.inbox.receive(
                Batch.ofEvents(List.of(event)),
                Interest.in(List.of()).and(Dispatched.class, _ -> false),
                Effects.RECORDED));

        assertThat(DATABASE.count("taken")).isZero();
        assertThat(dead.poll()).isEmpty();
    }

    @Test
    void takesAnEventOnceWhenTwoConsumersHaveIt() {
        var events = Events.inTurns(topic, 5, 40);
        var other = new Replica(DATABASE.pool());

        Database.await(Uni.combine()
                .all()
                .unis(
                        replica.inbox.receive(Batch.ofEvents(events), Effects.RECORDED),
                        other.inbox.receive(Batch.ofEvents(events.reversed()), Effects.RECORDED))
                .discardItems());

        assertThat(DATABASE.count("effect")).isEqualTo(200);
        assertThat(dead.poll()).isEmpty();
        other.close();
    }

    @Test
    void commitsTheEventsThatAnEffectCausesWithIt() {
        // Given
        var cause = Events.event(topic, UUID.randomUUID(), 0);
        try (var caused = new Topic()) {
            replica.started();

            // When
            receive(
                    Batch.ofEvents(List.of(cause)),
                    (transaction, events) -> replica.outbox.append(
                            transaction,
                            List.of(Events.event(
                                    caused.name(), events.getFirst().envelope().subject(), 1))));

            // Then
            assertThat(caused.records(1).getFirst().key())
                    .isEqualTo(cause.envelope().subject().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 19})
    void buriesTheOneRecordAHandlerCannotTakeAndTakesAllOthersInOrder(int at) {
        // Given
        var events = Events.inTurns(topic, 4, 5);
        var bad = events.get(at);

        // When
        receive(
                Batch.ofEvents(events),
                (transaction, received) -> received.stream()
                                .anyMatch(event -> event.envelope()
                                        .id()
                                        .equals(bad.envelope().id()))
                        ? Uni.createFrom().failure(new IllegalStateException(SECRET))
                        : Effects.RECORDED.handle(transaction, received));

        // Then
        var others = new ArrayList<>(events);
        others.remove(bad);
        assertThat(Effects.of(DATABASE)).isEqualTo(Effects.expected(others));
        var letter = dead.records(1).getFirst();
        assertThat(Topic.header(letter, "ce_id")).isEqualTo(bad.envelope().id().toString());
        assertThat(letter.value()).isEqualTo(bad.payload());
        assertThat(Topic.header(letter, "dlq_cause")).isEqualTo("IllegalStateException");
    }

    @Test
    void takesABuriedEventWhenItIsPlayedAgain() {
        var event = Events.event(topic, UUID.randomUUID(), 0);
        receive(
                Batch.ofEvents(List.of(event)),
                (transaction, events) -> Uni.createFrom().failure(new IllegalStateException()));
        assertThat(dead.records(1)).hasSize(1);

        receive(Batch.of(dead.records(1)), Effects.RECORDED);

        assertThat(DATABASE.count("effect")).isEqualTo(1);
    }

    @Test
    void buriesWithTheCauseAndThePlaceInTheHeaders() {
        var event = Events.event(topic, UUID.randomUUID(), 0);
        var record = Batch.record(event, 42, ("{\"agency\": \"" + SECRET).getBytes(StandardCharsets.UTF_8));

        receive(Batch.of(List.of(record)), Effects.RECORDED);

        var letter = dead.records(1).getFirst();
        assertThat(letter.key()).isEqualTo(record.key());
        assertThat(letter.value()).isEqualTo(record.value());
        assertThat(Topic.header(letter, "ce_type")).isEqualTo("complaint.dispatched.v1");
        assertThat(Topic.header(letter, "dlq_consumer")).isEqualTo("routing-service");
        assertThat(Topic.header(letter, "dlq_topic")).isEqualTo(topic);
        assertThat(Topic.header(letter, "dlq_partition")).isEqualTo("0");
        assertThat(Topic.header(letter, "dlq_offset")).isEqualTo("42");
        assertThat(Topic.header(letter, "dlq_time")).isNotEmpty();
        assertThat(Topic.header(letter, "dlq_cause"))
                .isEqualTo("The payload is not a complaint.dispatched.v1: JSON does not fit at $.agency");
        assertThat(replica.metric("events.dead")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_subject", "ce_source", "ce_government", "ce_time"})
    void buriesARecordThatLacksAHeader(String header) {
        var good = Events.of(topic, UUID.randomUUID(), 2);
        var bad = Batch.record(Events.event(topic, UUID.randomUUID(), 0), 1);
        bad.headers().remove(header);

        receive(Batch.of(List.of(Batch.record(good.get(0), 0), bad, Batch.record(good.get(1), 2))), Effects.RECORDED);

        assertThat(Effects.of(DATABASE)).isEqualTo(Effects.expected(good));
        assertThat(Topic.header(dead.records(1).getFirst(), "dlq_cause"))
                .isEqualTo("The header " + header + " is missing");
    }

    @Test
    void buriesARecordWithAHeaderThatIsNoId() {
        var bad = Batch.record(Events.event(topic, UUID.randomUUID(), 0), 0);
        bad.headers().remove("ce_id").add("ce_id", SECRET.getBytes(StandardCharsets.UTF_8));

        receive(Batch.of(List.of(bad)), Effects.RECORDED);

        assertThat(Topic.header(dead.records(1).getFirst(), "dlq_cause"))
                .startsWith("A CloudEvents header is malformed")
                .doesNotContain("Budi", "0812");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"Budi\"",
                "{\"agency\": {\"name\": \"Budi\"}}",
                "{\"agency\":null,\"agencyName\":\"a\",\"reason\":\"r\",\"rule\":\"r\",\"hop\":0,"
                        + "\"dispatchedAt\":\"2026-03-02T05:00:00Z\"}"
            })
    void buriesWhatIsNotThePromisedPayload(String payload) {
        var bad = Batch.record(Events.event(topic, UUID.randomUUID(), 0), 0, payload.getBytes(StandardCharsets.UTF_8));

        receive(Batch.of(List.of(bad)), Effects.RECORDED);

        assertThat(Topic.header(dead.records(1).getFirst(), "dlq_cause"))
                .startsWith("The payload is not a")
                .doesNotContain("Budi");
    }

    @Test
    void buriesATombstone() {
        var event = Events.event(topic, UUID.randomUUID(), 0);
        var full = Batch.record(event, 0);
        var tombstone = new ConsumerRecord<String, byte[]>(topic, 0, 0, full.key(), null);
        full.headers().forEach(tombstone.headers()::add);

        receive(Batch.of(List.of(tombstone)), Effects.RECORDED);

        assertThat(Topic.header(dead.records(1).getFirst(), "dlq_cause")).isEqualTo("The record has no payload");
    }

    @Test
    void skipsAndCountsATypeOfTomorrow() {
        var good = Events.event(topic, UUID.randomUUID(), 0);
        var unknown = Batch.record(Events.event(topic, UUID.randomUUID(), 0), 1, new byte[] {1, 2});
        unknown.headers().remove("ce_type").add("ce_type", "complaint.sung.v1".getBytes(StandardCharsets.UTF_8));

        receive(Batch.of(List.of(unknown, Batch.record(good, 2))), Effects.RECORDED);

        assertThat(Effects.of(DATABASE)).isEqualTo(Effects.expected(List.of(good)));
        assertThat(replica.metric("events.unknown.type")).isEqualTo(1);
        assertThat(dead.poll()).isEmpty();
    }

    @Test
    void skipsAndCountsAFieldOfTomorrow() {
        var good = Events.event(topic, UUID.randomUUID(), 0);
        var payload = new String(good.payload(), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"mood\":[1,{}],");
        var record = Batch.record(good, 0, payload.getBytes(StandardCharsets.UTF_8));

        receive(Batch.of(List.of(record)), Effects.RECORDED);

        assertThat(Effects.of(DATABASE)).isEqualTo(Effects.expected(List.of(good)));
        assertThat(replica.meters
                        .get("events.unknown.field")
                        .tag("field", "mood")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void doesNotQuoteWhatPostgresObjectsTo() {
        DATABASE.run("create table person (name text constraint person_is_short check (length(name) < 5))");
        var event = Events.event(topic, UUID.randomUUID(), 0);

        receive(
                Batch.ofEvents(List.of(event)),
                (transaction, events) -> transaction
                        .query("insert into person values ('" + SECRET + "')")
                        .execute()
                        .replaceWithVoid());

        assertThat(Topic.header(dead.records(1).getFirst(), "dlq_cause"))
                .isEqualTo("PostgreSQL 23514 on person_is_short");
    }

    @Test
    void buriesWhatFailsAtTheCommit() {
        DATABASE.run("create table once (id int unique deferrable initially deferred)");
        var event = Events.event(topic, UUID.randomUUID(), 0);

        receive(
                Batch.ofEvents(List.of(event)),
                (transaction, events) -> transaction
                        .query("insert into once values (1), (1)")
                        .execute()
                        .replaceWithVoid());

        assertThat(Topic.header(dead.records(1).getFirst(), "dlq_cause")).startsWith("PostgreSQL 23505");
        assertThat(DATABASE.count("taken")).isZero();
    }

    @Test
    void buriesWhatAHandlerPretendsNotToHaveFailed() {
        var event = Events.event(topic, UUID.randomUUID(), 0);

        receive(
                Batch.ofEvents(List.of(event)),
                (transaction, events) -> transaction
                        .query("select 1 / 0")
                        .execute()
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithNull());

        assertThat(dead.records(1)).hasSize(1);
        assertThat(DATABASE.count("taken")).isZero();
    }

    private void receive(ConsumerRecords<String, byte[]> records, BatchHandler handler) {
        Database.await(replica.inbox.receive(records, handler));
    }
}
