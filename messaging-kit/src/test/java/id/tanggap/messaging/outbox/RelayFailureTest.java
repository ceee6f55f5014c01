package id.tanggap.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import id.tanggap.messaging.Batch;
import id.tanggap.messaging.Database;
import id.tanggap.messaging.Effects;
import id.tanggap.messaging.Events;
import id.tanggap.messaging.Replica;
import id.tanggap.messaging.Topic;
import id.tanggap.messaging.Wire;
import id.tanggap.testkit.Platform;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class RelayFailureTest {
    private final Database database = new Database();
    private final Topic topic = new Topic();
    private final List<Replica> replicas = new ArrayList<>();

    @AfterEach
    void close() {
        replicas.forEach(Replica::close);
        topic.close();
        database.close();
    }

    @Test
    void losesNothingWhenKilledBetweenPublishingAndDeleting() throws SQLException {
        // Given
        var first = replica();
        var events = Events.inTurns(topic.name(), 10, 30);
        first.commit(events);

        // When
        try (var holder = database.connect();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select 1 from outbox for update");
            first.relay.start();
            topic.receives(events);
            await().untilAsserted(() -> assertThat(database.terminate("query like 'delete from outbox%'"))
                    .isEqualTo(1));
            first.close();
            holder.rollback();
        }
        assertThat(database.count("outbox")).isEqualTo(events.size());
        replica().started();

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.count("outbox")).isZero());
        topic.records(2 * events.size());
        assertThat(topic.ids()).hasSameSizeAs(events);
        assertThat(topic.firstSeen()).isEqualTo(Topic.written(events));
        takesEachOnce(events);
    }

    @Test
    void publishesAllAfterTheBrokerWasAway() {
        // Given
        var replica = replica().started();
        var events = new ArrayList<OutgoingEvent>();
        var subjects = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        commit(replica, events, subjects, 0, 100);
        topic.receives(events);

        // When
        Platform.kafka().stop();
        try {
            commit(replica, events, subjects, 100, 200);
            await().untilAsserted(() ->
                    assertThat(replica.metric("outbox.lag.millis")).isGreaterThan(1500));
            commit(replica, events, subjects, 200, 300);
            assertThat(database.count("outbox")).isEqualTo(600);
        } finally {
            Platform.kafka().start();
        }
        commit(replica, events, subjects, 300, 400);

        // Then
        topic.receives(events);
        assertThat(topic.firstSeen()).isEqualTo(Topic.written(events));
        await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());
        await().untilAsserted(
                        () -> assertThat(replica.metric("outbox.lag.millis")).isZero());
        takesEachOnce(events);
    }

    @Test
    void startsWithoutABroker() {
        var replica = replica();
        var events = Events.inTurns(topic.name(), 3, 10);
        Platform.kafka().stop();
        try {
            replica.started().commit(events);
            await().untilAsserted(() ->
                    assertThat(replica.metric("outbox.lag.millis")).isGreaterThan(500));
        } finally {
            Platform.kafka().start();
        }

        topic.receives(events);
        assertThat(topic.firstSeen()).isEqualTo(Topic.written(events));
    }

    @Test
    void startsAfreshWhenTheBrokerStaysAwayAndKeepsTheOrder() {
        // Given
        var impatient = new Replica(database.pool(), Duration.ofMillis(500));
        replicas.add(impatient);
        var events = new ArrayList<OutgoingEvent>();
        var subjects = List.of(UUID.randomUUID(), UUID.randomUUID());
        commit(impatient.started(), events, subjects, 0, 10);
        topic.receives(events);
        var producer = impatient.producers.get();

        // When
        Platform.kafka().stop();
        try {
            commit(impatient, events, subjects, 10, 20);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(impatient.producers.get()).isNotSameAs(producer));
        } finally {
            Platform.kafka().start();
        }

        // Then
        topic.receives(events);
        assertThat(topic.firstSeen()).isEqualTo(Topic.written(events));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.count("outbox")).isZero());
    }

    @Test
    void stopsAtOnceWhileTheBrokerIsAway() {
        var replica = replica().started();
        var event = Events.of(topic.name(), UUID.randomUUID(), 1);
        replica.commit(event);
        topic.receives(event);
        Platform.kafka().stop();
        try {
            replica.commit(Events.of(topic.name(), UUID.randomUUID(), 5));
            await().untilAsserted(() ->
                    assertThat(replica.metric("outbox.lag.millis")).isPositive());

            var began = System.nanoTime();
            replica.close();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
            await().untilAsserted(() -> assertThat(database.leaders()).isEmpty());
            assertThat(database.count("outbox")).isEqualTo(5);
        } finally {
            Platform.kafka().start();
        }
    }

    @Test
    void goesOnAfterPostgresWasRestarted() {
        // Given
        var replica = replica().started();
        var before = Events.inTurns(topic.name(), 3, 10);
        replica.commit(before);
        topic.receives(before);

        // When
        Platform.postgres().stop();
        Platform.postgres().start();
        var after = Events.inTurns(topic.name(), 3, 10);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThatCode(() -> replica.commit(after)).doesNotThrowAnyException());

        // Then
        var all = new ArrayList<>(before);
        all.addAll(after);
        topic.receives(all);
        assertThat(topic.firstSeen()).isEqualTo(Topic.written(all));
    }

    @Test
    void noticesThatItsSessionWasEnded() {
        var replica = replica().started();
        await().untilAsserted(() -> assertThat(replica.relay.isLeading()).isTrue());
        var session = database.leaders();

        assertThat(database.terminate("pid = " + session.getFirst())).isEqualTo(1);

        await().untilAsserted(() -> assertThat(database.leaders()).hasSize(1).isNotEqualTo(session));
        var event = Events.of(topic.name(), UUID.randomUUID(), 1);
        replica.commit(event);
        topic.receives(event);
    }

    @Test
    void leavesAConnectionThatDoesNotAnswer() throws Exception {
        // Given
        try (var wire = new Wire(Platform.postgres().address())) {
            var cutOff = new Replica(database.pool(4, "localhost", wire.port()), Duration.ofSeconds(1));
            replicas.add(cutOff);
            cutOff.started();
            await().untilAsserted(() -> assertThat(cutOff.relay.isLeading()).isTrue());
            var session = database.leaders();

            // When
            wire.silenceWhatIsOpen();

            // Then
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(database.leaders()).hasSize(1).isNotEqualTo(session));
            var event = Events.of(topic.name(), UUID.randomUUID(), 1);
            replica().commit(event);
            topic.receives(event);
        }
    }

    @Test
    void waitsForAConnectionWithoutLosingOne() {
        // Given
        var replica = new Replica(database.pool(1), Duration.ofMillis(200));
        replicas.add(replica);
        var taken = Database.await(replica.pool.getConnection());
        replica.started();

        // When
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(replica.relay.isLeading()).isFalse());
        Database.await(taken.close());

        // Then
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(replica.relay.isLeading()).isTrue());
    }

    private Replica replica() {
        var replica = new Replica(database.pool());
        replicas.add(replica);
        return replica;
    }

    private void commit(Replica replica, List<OutgoingEvent> all, List<UUID> subjects, int from, int to) {
        for (int hop = from; hop < to; hop++) {
            var next = hop;
            var events = subjects.stream()
                    .map(subject -> Events.event(topic.name(), subject, next))
                    .toList();
            replica.commit(events);
            all.addAll(events);
        }
    }

    /** Every record of the topic, repeated ones too, goes through an inbox. */
    private void takesEachOnce(List<OutgoingEvent> events) {
        var replica = replica();
        Database.await(replica.inbox.receive(Batch.of(topic.poll()), Effects.RECORDED));
        assertThat(Effects.of(database)).isEqualTo(Effects.expected(events));
    }
}
