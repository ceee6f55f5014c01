package id.tanggap.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.Database;
import id.tanggap.messaging.Events;
import id.tanggap.messaging.Replica;
import id.tanggap.messaging.Topic;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private final Database database = new Database();
    private final Replica replica = new Replica(database.pool());
    private final Topic topic = new Topic();
    private final UUID subject = UUID.randomUUID();

    @AfterEach
    void close() {
        replica.close();
        topic.close();
        database.close();
    }

    @Test
    void publishesInOrderAfterTheCommitAndDeletes() {
        // Given
        replica.started();
        var events = Events.of(topic.name(), subject, 50);

        // When
        replica.commit(events);

        // Then
        var records = topic.records(50);
        assertThat(records).allSatisfy(record -> assertThat(record.key()).isEqualTo(subject.toString()));
        assertThat(records)
                .extracting(record -> Topic.header(record, "ce_id"))
                .containsExactlyElementsOf(events.stream()
                        .map(event -> event.envelope().id().toString())
                        .toList());
        await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());
        await().untilAsserted(() -> assertThat(replica.metric("outbox.relayed")).isEqualTo(50));
        assertThat(replica.metric("outbox.leading")).isEqualTo(1);
    }

    @Test
    void sendsTheEnvelopeAsCloudEventsHeaders() {
        replica.started();
        var event = Events.event(topic.name(), subject, 7);

        replica.commit(List.of(event));

        var record = topic.records(1).getFirst();
        var envelope = event.envelope();
        assertThat(Topic.header(record, "ce_sequence")).matches("[0-9]{19}");
        record.headers().remove("ce_sequence");
        assertThat(headers(record))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", envelope.id().toString(),
                        "ce_type", "complaint.dispatched.v1",
                        "ce_source", "/tanggap/routing",
                        "ce_subject", subject.toString(),
                        "ce_government", "surakarta",
                        // PostgreSQL keeps microseconds.
                        "ce_time",
                                envelope.time().truncatedTo(ChronoUnit.MICROS).toString(),
                        "content-type", "application/json",
                        "traceparent", Events.TRACEPARENT));
        assertThat(record.value()).isEqualTo(event.payload());
    }

    @Test
    void numbersTheEventsOfASubjectInTheirOrder() {
        replica.started();
        var events = Events.of(topic.name(), subject, 30);

        replica.commit(events.subList(0, 10));
        replica.commit(events.subList(10, 30));

        assertThat(topic.records(30))
                .extracting(record -> Topic.header(record, "ce_sequence"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** Restored from a backup, the table's own numbers begin where they were then. */
    @Test
    void neverDrawsANumberAgainThatADatabaseOfLaterHadDrawn() {
        replica.started();
        replica.commit(Events.of(topic.name(), subject, 10));
        var before = Topic.header(topic.records(10).getLast(), "ce_sequence");
        replica.close();
        database.run("alter sequence outbox_seq_seq restart with 3");

        try (var restored = new Replica(database.pool()).started()) {
            await().untilAsserted(
                            () -> assertThat(restored.metric("outbox.leading")).isEqualTo(1));
            restored.commit(List.of(Events.event(topic.name(), subject, 10)));

            assertThat(Topic.header(topic.records(11).getLast(), "ce_sequence")).isGreaterThan(before);
        }
    }

    @Test
    void sendsNoTraceparentWhenThereIsNone() {
        replica.started();
        var written = Events.event(topic.name(), subject, 0).envelope();
        var untraced = new Envelope(
                written.id(), written.type(), written.source(), subject, written.government(), written.time(), null);

        replica.commit(List.of(new OutgoingEvent(topic.name(), untraced, new byte[] {'{', '}'})));

        assertThat(headers(topic.records(1).getFirst())).doesNotContainKey("traceparent");
    }

    @Test
    void publishesNothingThatWasRolledBack() {
        // Given
        replica.started();
        var lost = Events.event(topic.name(), subject, 0);
        var kept = Events.event(topic.name(), subject, 1);

        // When
        assertThatThrownBy(() -> Database.await(replica.outbox.<Void>inTransaction(transaction -> replica.outbox
                        .append(transaction, List.of(lost))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("refused"))))))
                .isInstanceOf(IllegalStateException.class);
        replica.commit(List.of(kept));

        // Then
        topic.receives(List.of(kept));
    }

    @Test
    void publishesWhatDrewItsNumberEarlierAndIsCommittedLater() {
        // Given
        replica.started();
        var early = Events.event(topic.name(), UUID.randomUUID(), 0);
        var appended = new CompletableFuture<Void>();
        var gate = new CompletableFuture<Void>();
        var slow = replica.outbox
                .<Void>inTransaction(transaction -> replica.outbox
                        .append(transaction, List.of(early))
                        .invoke(() -> appended.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(gate)))
                .subscribeAsCompletionStage();
        appended.join();

        // When
        var meanwhile = Events.inTurns(topic.name(), 3, 20);
        replica.commit(meanwhile);
        topic.receives(meanwhile);
        gate.complete(null);
        slow.join();

        // Then
        var all = new ArrayList<>(meanwhile);
        all.add(early);
        topic.receives(all);
        assertThat(topic.repeated()).isZero();
        await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());
    }

    /** What is deleted stays in the index while somebody may see it; whoever stepped over it each time would read squares. */
    @Test
    void neverReadsAgainOverWhatIsDeletedWhileATransactionIsOpen() throws SQLException {
        replica.started();
        var events = 0;
        try (var backup = database.connect();
                var statement = backup.createStatement()) {
            backup.setAutoCommit(false);
            backup.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select count(*) from outbox");
            for (int i = 0; i < 20; i++) {
                var batch = Events.inTurns(topic.name(), 50, 10);
                events += batch.size();
                replica.commit(batch);
                var relayed = events;
                await().untilAsserted(() ->
                        assertThat(replica.metric("outbox.relayed")).isEqualTo(relayed));
            }
        }

        var entries = (long) events;
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(entriesRead()).isGreaterThanOrEqualTo(2 * entries));
        assertThat(entriesRead()).as("once to publish, once to delete").isLessThan(3 * entries);
    }

    private long entriesRead() {
        return Long.parseLong(database.strings("select idx_tup_read from pg_stat_user_indexes where relname = 'outbox'")
                .getFirst());
    }

    @Test
    void isWokenByTheCommitAndDoesNotWaitForTheSafetyNet() {
        // Given
        replica.started();
        replica.commit(List.of(Events.event(topic.name(), subject, 0)));
        topic.records(1);

        // When
        var millis = new ArrayList<Long>();
        for (int i = 1; i <= 15; i++) {
            var committed = System.nanoTime();
            replica.commit(List.of(Events.event(topic.name(), subject, i)));
            topic.records(i + 1);
            millis.add(Duration.ofNanos(System.nanoTime() - committed).toMillis());
        }

        // Then
        assertThat(millis.stream().sorted().skip(7).findFirst().orElseThrow()).isLessThan(500);
    }

    @Test
    void findsByItselfWhatNobodyWokeItFor() {
        replica.started();
        var event = Events.event(topic.name(), subject, 0);

        Database.await(replica.pool.withTransaction(t -> replica.outbox.append(t, List.of(event))));

        topic.receives(List.of(event));
    }

    @Test
    void setsAsideWhatTheProducerFindsTooLarge() {
        setsAside(topic, "x".repeat(2_000_000));
    }

    @Test
    void setsAsideWhatTheBrokerFindsTooLarge() {
        try (var narrow = new Topic("t-" + UUID.randomUUID(), Map.of("max.message.bytes", "100000"))) {
            setsAside(narrow, "x".repeat(200_000));
        }
    }

    private void setsAside(Topic onto, String reason) {
        // Given
        var before = Events.of(onto.name(), subject, 20);
        var large = Events.event(onto.name(), subject, 20, reason);
        var after = Events.of(onto.name(), subject, 20);

        // When
        var all = new ArrayList<>(before);
        all.add(large);
        all.addAll(after);
        replica.commit(all);
        replica.started();

        // Then
        all.remove(large);
        onto.receives(all);
        assertThat(onto.firstSeen()).isEqualTo(Topic.written(all));
        await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());
        assertThat(database.strings("select id || ' ' || cause from outbox_refused"))
                .containsExactly(large.envelope().id() + " RecordTooLargeException");
        assertThat(database.strings("select length(payload) from outbox_refused"))
                .containsExactly(String.valueOf(large.payload().length));
        assertThat(replica.metric("outbox.refused")).isEqualTo(1);
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
