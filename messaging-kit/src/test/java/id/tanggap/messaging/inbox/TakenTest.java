package id.tanggap.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.messaging.Batch;
import id.tanggap.messaging.Database;
import id.tanggap.messaging.Effects;
import id.tanggap.messaging.Events;
import id.tanggap.messaging.Replica;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each event once, whoever of this version and of the one before has it, and however its batches are cut. */
@Timeout(120)
class TakenTest {
    private static final String TAKEN_BY_AN_EARLIER_VERSION =
            "insert into inbox (event_id) select unnest($1::uuid[]) on conflict do nothing returning event_id";

    private final Database database = new Database();
    private final Replica replica = new Replica(database.pool());
    private final String topic = "t-" + UUID.randomUUID();

    @AfterEach
    void close() {
        replica.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void letsEachTakeEffectOnceWhoeverHasIt(long seed) throws Exception {
        // Given
        var events = Events.inTurns(topic, 7, 40);
        List<Consumer<List<OutgoingEvent>>> consumers =
                List.of(this::takeNow, this::takeAsBefore, this::takeNow, this::takeAsBefore);

        // When
        var running = new ArrayList<Thread>();
        for (int i = 0; i < consumers.size(); i++) {
            var random = new Random(seed * consumers.size() + i);
            var consumer = consumers.get(i);
            running.add(Thread.ofVirtual().start(() -> cut(events, random).forEach(consumer)));
        }
        for (var thread : running) {
            thread.join();
        }

        // Then
        assertThat(database.count("effect")).isEqualTo(events.size());
        assertThat(database.count("(select distinct event from effect) as once"))
                .isEqualTo(events.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 101, 500, 1201})
    void keepsWhatIsTakenInFewRows(int count) {
        var events = Events.inTurns(topic, count, 1);

        takeNow(events);
        takeNow(events);

        assertThat(Effects.of(database)).isEqualTo(Effects.expected(events));
        assertThat(database.strings("select unnest(ids) from taken"))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .map(event -> event.envelope().id().toString())
                        .toList());
        var tenths =
                events.stream().map(it -> Taken.tenthOf(it.envelope().id())).distinct();
        assertThat(database.count("taken")).isLessThanOrEqualTo(count / 100 + (int) tenths.count());
    }

    @Test
    void keepsARowOnItsPage() {
        takeNow(Events.inTurns(topic, 500, 1));

        assertThat(database.strings("select pg_relation_size(reltoastrelid) from pg_class where relname = 'taken'"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-bfff-ffffffffffff"})
    void takesAnIdOfAnotherKindOnce(UUID id) {
        assertThat(taken(id)).isTrue();
        assertThat(taken(id)).isFalse();
        assertThat(takenAsBefore(id)).isFalse();
    }

    @Test
    void waitsForWhomeverHasRecordsOfTheSamePartition() {
        // Given
        var event = Events.event(topic, UUID.randomUUID(), 0);
        var others = new CompletableFuture<Void>();
        var first = replica.inbox
                .receive(
                        Batch.ofEvents(List.of(event)),
                        (transaction, events) -> Effects.RECORDED
                                .handle(transaction, events)
                                .chain(() -> Uni.createFrom().completionStage(others)))
                .subscribeAsCompletionStage();
        await().until(() -> !database.leaders().isEmpty());

        // When
        var second = replica.inbox
                .receive(Batch.ofEvents(List.of(event)), Effects.RECORDED)
                .subscribeAsCompletionStage();
        var before = CompletableFuture.runAsync(() -> takeAsBefore(List.of(event)));
        await().until(() -> waiting() == 2);
        others.complete(null);

        // Then
        assertThat(CompletableFuture.allOf(first, second, before)).succeedsWithin(Duration.ofSeconds(60));
        assertThat(database.count("effect")).isEqualTo(1);
    }

    private int waiting() {
        return database.count("pg_locks where locktype = 'advisory' and not granted");
    }

    private void takeNow(List<OutgoingEvent> events) {
        Database.await(replica.inbox.receive(Batch.ofEvents(events), Effects.RECORDED));
    }

    /** As a replica of the version before did. */
    private void takeAsBefore(List<OutgoingEvent> events) {
        Database.await(replica.pool
                .withTransaction(transaction -> transaction
                        .preparedQuery(TAKEN_BY_AN_EARLIER_VERSION)
                        .execute(Tuple.of(ids(events)))
                        .chain(fresh -> record(transaction, fresh)))
                .onFailure()
                .retry()
                .atMost(5));
    }

    private static Uni<Void> record(SqlConnection transaction, RowSet<Row> fresh) {
        var ids = new ArrayList<UUID>();
        fresh.forEach(row -> ids.add(row.getUUID(0)));
        return transaction
                .preparedQuery("insert into effect (event) select unnest($1::uuid[])")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private boolean taken(UUID id) {
        return Database.await(replica.pool.withTransaction(transaction -> Taken.take(transaction, List.of(id))))
                .contains(id);
    }

    private boolean takenAsBefore(UUID id) {
        return Database.await(replica.pool
                                .preparedQuery(TAKEN_BY_AN_EARLIER_VERSION)
                                .execute(Tuple.of(new UUID[] {id})))
                        .rowCount()
                > 0;
    }

    private static UUID[] ids(List<OutgoingEvent> events) {
        return events.stream().map(event -> event.envelope().id()).sorted().toArray(UUID[]::new);
    }

    /** All of them, in pieces of which some come again, as after a consumer's death. */
    private static Stream<List<OutgoingEvent>> cut(List<OutgoingEvent> events, Random random) {
        var pieces = Stream.<List<OutgoingEvent>>builder();
        for (int from = 0; from < events.size(); ) {
            var to = Math.min(events.size(), from + 1 + random.nextInt(60));
            pieces.add(events.subList(from, to));
            from = random.nextInt(4) == 0 ? from : to;
        }
        return pieces.build();
    }
}
