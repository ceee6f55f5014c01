package id.tanggap.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.Batch;
import id.tanggap.messaging.Database;
import id.tanggap.messaging.Effects;
import id.tanggap.messaging.Events;
import id.tanggap.messaging.Replica;
import id.tanggap.messaging.Topic;
import id.tanggap.messaging.outbox.OutgoingEvent;
import id.tanggap.testkit.Platform;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class InboxFailureTest {
    private final Database database = new Database();
    private final Replica replica = new Replica(database.pool());
    private final String topic = "t-" + UUID.randomUUID();
    private final Topic dead = new Topic(Topics.deadLettersOf(topic), Map.of("max.message.bytes", "100000"));

    @AfterEach
    void close() {
        replica.close();
        dead.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin raise exception 'serialisation' using errcode = '40001'; end $$",
                "do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$",
                "set transaction read only; insert into effect default values",
                "select pg_terminate_backend(pg_backend_pid())"
            })
    void triesAgainWhenTheFaultPasses(String fault) {
        // Given
        var events = Events.inTurns(topic, 3, 5);
        var attempts = new AtomicInteger();

        // When
        Database.await(replica.inbox.receive(
                Batch.ofEvents(events),
                (transaction, received) -> Effects.RECORDED
                        .handle(transaction, received)
                        .chain(() -> attempts.incrementAndGet() < 3
                                ? transaction.query(fault).execute().replaceWithVoid()
                                : Uni.createFrom().voidItem())));

        // Then
        assertThat(attempts).hasValue(3);
        assertThat(Effects.of(database)).isEqualTo(Effects.expected(events));
        assertThat(replica.metric("events.taken")).isEqualTo(15);
        assertThat(dead.poll()).isEmpty();
    }

    @Test
    void triesAgainWhenATableWasMigratedMeanwhile() {
        var one = new Replica(database.pool(1));
        var events = Events.of(topic, UUID.randomUUID(), 2);
        BatchHandler reads = (transaction, received) -> transaction
                .preparedQuery("select * from effect")
                .execute()
                .chain(() -> Effects.RECORDED.handle(transaction, received));

        Database.await(one.inbox.receive(Batch.ofEvents(events.subList(0, 1)), reads));
        database.run("alter table effect add column later text");
        Database.await(one.inbox.receive(Batch.ofEvents(events.subList(1, 2)), reads));

        assertThat(Effects.of(database)).isEqualTo(Effects.expected(events));
        assertThat(dead.poll()).isEmpty();
        one.close();
    }

    @Test
    void waitsForAConnectionAndBuriesNothingMeanwhile() {
        // Given
        var pool = database.impatientPool(1);
        var busy = new Replica(pool);
        var taken = Database.await(pool.getConnection());
        var events = Events.inTurns(topic, 2, 5);

        // When
        var received =
                busy.inbox.receive(Batch.ofEvents(events), Effects.RECORDED).subscribeAsCompletionStage();
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(received).isNotDone());
        Database.await(taken.close());

        // Then
        await().untilAsserted(() -> assertThat(received).isCompleted());
        assertThat(Effects.of(database)).isEqualTo(Effects.expected(events));
        assertThat(dead.poll()).isEmpty();
        busy.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "inbox"})
    void waitsForItsTableAndBuriesNothingMeanwhile(String table) {
        database.run("alter table " + table + " rename to elsewhere");
        var events = Events.inTurns(topic, 2, 5);

        var received =
                replica.inbox.receive(Batch.ofEvents(events), Effects.RECORDED).subscribeAsCompletionStage();
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(received).isNotDone());
        database.run("alter table elsewhere rename to " + table);

        await().untilAsserted(() -> assertThat(received).isCompleted());
        assertThat(Effects.of(database)).isEqualTo(Effects.expected(events));
        assertThat(dead.poll()).isEmpty();
    }

    @Test
    void buriesWhenTheBrokerIsBack() {
        var bad = Batch.record(Events.event(topic, UUID.randomUUID(), 0), 0, new byte[] {'{'});
        var good = Events.event(topic, UUID.randomUUID(), 0);

        Platform.kafka().stop();
        CompletableFuture<Void> received;
        try {
            received = replica.inbox
                    .receive(Batch.of(List.of(bad, Batch.record(good, 1))), Effects.RECORDED)
                    .subscribeAsCompletionStage();
            await().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(received).isNotDone());
        } finally {
            Platform.kafka().start();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(received).isCompleted());
        assertThat(dead.records(1)).isNotEmpty();
        assertThat(Effects.of(database)).isEqualTo(Effects.expected(List.of(good)));
    }

    @Test
    void buriesWithoutThePayloadWhatIsTooLargeToBury() {
        var large = ("{\"agency\": \"" + "x".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        var bad = Batch.record(Events.event(topic, UUID.randomUUID(), 0), 17, large);

        Database.await(replica.inbox.receive(Batch.of(List.of(bad)), Effects.RECORDED));

        var letter = dead.records(1).getFirst();
        assertThat(letter.value()).isNull();
        assertThat(Topic.header(letter, "dlq_offset")).isEqualTo("17");
    }

    @Test
    void carriesOnFromEndToEndWhilePostgresAndTheBrokerAreRestarted() throws Exception {
        // Given
        var consumer = new Replica(database.pool());
        var running = new AtomicBoolean(true);
        try (var in = new Topic()) {
            var thread = Thread.ofVirtual().start(() -> consume(in.name(), consumer, running));
            replica.started();
            var events = Events.inTurns(in.name(), 10, 120);

            // When
            write(events.subList(0, 400));
            await().untilAsserted(() -> assertThat(database.count("effect")).isPositive());
            var between = Thread.ofVirtual().start(() -> {
                Platform.postgres().stop();
                Platform.postgres().start();
            });
            write(events.subList(400, 800));
            between.join();
            Platform.kafka().stop();
            try {
                write(events.subList(800, 1200));
            } finally {
                Platform.kafka().start();
            }

            // Then
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(database.count("effect")).isGreaterThanOrEqualTo(1200));
            running.set(false);
            thread.join();
            assertThat(Effects.of(database)).isEqualTo(Effects.expected(events));
            assertThat(database.count("outbox")).isZero();
            assertThat(dead.poll()).isEmpty();
        }
        consumer.close();
    }

    /** A writer that answers for each batch only when it is committed, and tries again otherwise. */
    private void write(List<OutgoingEvent> events) {
        for (int from = 0; from < events.size(); from += 20) {
            var batch = events.subList(from, from + 20);
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> isWritten(batch) || commit(batch));
        }
    }

    private boolean commit(List<OutgoingEvent> batch) {
        // The subject's own table tells a writer whose connection broke whether its commit came through.
        Database.await(replica.outbox.inTransaction(transaction -> transaction
                .preparedQuery("insert into written values ($1)")
                .execute(Tuple.of(batch.getFirst().envelope().id()))
                .chain(() -> replica.outbox.append(transaction, batch))));
        return true;
    }

    private boolean isWritten(List<OutgoingEvent> batch) {
        database.run("create table if not exists written (id uuid primary key)");
        RowSet<Row> found = Database.await(replica.pool
                .preparedQuery("select 1 from written where id = $1")
                .execute(Tuple.of(batch.getFirst().envelope().id())));
        return found.size() == 1;
    }

    private static void consume(String topic, Replica replica, AtomicBoolean running) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                Platform.kafka().address(),
                "group.id",
                topic,
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (running.get()) {
                var records = consumer.poll(Duration.ofMillis(100));
                if (!records.isEmpty()) {
                    Database.await(replica.inbox.receive(records, Effects.RECORDED));
                    // Every other commit is left out, as by a consumer that dies after its transaction.
                    if (records.count() % 2 == 0) {
                        consumer.commitAsync();
                    }
                }
            }
        }
    }
}
