package id.tanggap.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.fault.Transience;
import id.tanggap.messaging.Batch;
import id.tanggap.messaging.Database;
import id.tanggap.messaging.Effects;
import id.tanggap.messaging.Events;
import id.tanggap.messaging.Replica;
import id.tanggap.messaging.Topic;
import id.tanggap.messaging.Wire;
import id.tanggap.messaging.outbox.OutgoingEvent;
import id.tanggap.testkit.Platform;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL goes away at any byte of a batch: the record is healthy all the same. The long form cuts more often. */
@Timeout(600)
class CutTest {
    /** In each of the ways. */
    private static final int CUTS = Integer.getInteger("tanggap.test.cuts", 21) / Way.values().length;

    private final Random random = new Random(18);
    private final Database database = new Database();
    private final Wire wire = new Wire(Platform.postgres().address());
    private final Replica replica = new Replica(database.pool(1, "localhost", wire.port()));
    private final String topic = "t-" + UUID.randomUUID();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Topic dead = new Topic(Topics.deadLettersOf(topic), Map.of());

    CutTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        replica.close();
        database.close();
        wire.close();
        dead.close();
    }

    enum Way {
        RESET,
        CLOSED,
        TERMINATED
    }

    @ParameterizedTest
    @EnumSource
    void takesALoneRecordOnceWhereverItIsCut(Way way) {
        var events = IntStream.range(0, CUTS)
                .mapToObj(_ -> Events.event(topic, UUID.randomUUID(), 0))
                .toList();
        var once = bytesOf(() -> take(Events.event(topic, UUID.randomUUID(), 0)));

        for (var event : events) {
            cutTwiceWithin(once, way);
            take(event);
            wire.spare();
        }

        assertThat(database.strings("select event from effect"))
                .containsOnlyOnceElementsOf(events.stream()
                        .map(event -> event.envelope().id().toString())
                        .toList());
        assertThat(dead.poll()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheDoorThatItPasses(Way way) {
        var once = bytesOf(this::write);

        for (var i = 0; i < CUTS; i++) {
            cutTwiceWithin(once, way);
            write();
            wire.spare();
        }

        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(Transience.passes(failure))
                        .as("%s: %s", failure.getClass(), failure.getMessage())
                        .isTrue());
    }

    private void cutTwiceWithin(long bytes, Way way) {
        var first = 1 + random.nextLong(bytes);
        var second = 1 + random.nextLong(bytes);
        wire.after(first, () -> {
            wire.after(second, () -> cut(way));
            cut(way);
        });
    }

    /** One at a time, lest one ends the session by which the other ends sessions. */
    private synchronized void cut(Way way) {
        switch (way) {
            case RESET -> wire.breakWhatIsOpen();
            case CLOSED -> wire.closeWhatIsOpen();
            case TERMINATED -> database.terminate("true");
        }
    }

    /** The second time, when the statements are prepared. */
    private long bytesOf(Runnable work) {
        work.run();
        var before = wire.carried();
        work.run();
        return wire.carried() - before;
    }

    private void take(OutgoingEvent event) {
        Database.await(replica.inbox.receive(Batch.ofEvents(List.of(event)), Effects.RECORDED));
    }

    /** As requests do: in a transaction, alone, several at once. */
    private void write() {
        var event = Events.event(topic, UUID.randomUUID(), 0);
        var inTransaction = replica.outbox.inTransaction(transaction -> replica.outbox
                .append(transaction, List.of(event))
                .chain(() -> transaction
                        .preparedQuery("insert into effect (event) values ($1)")
                        .executeBatch(List.of(Tuple.of(event.envelope().id())))));
        var prepared = replica.pool
                .preparedQuery("select 1 from effect where event = $1")
                .execute(Tuple.of(event.envelope().id()));
        var plain = replica.pool.query("select 1").execute();
        Database.await(Uni.join()
                .all(heard(inTransaction), heard(prepared), heard(plain))
                .andFailFast());
    }

    private <T> Uni<Void> heard(Uni<T> request) {
        return request.replaceWithVoid()
                .onFailure()
                .invoke(failures::add)
                .onFailure()
                .recoverWithNull();
    }
}
