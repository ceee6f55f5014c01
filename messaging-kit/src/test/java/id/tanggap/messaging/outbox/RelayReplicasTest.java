package id.tanggap.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.messaging.Database;
import id.tanggap.messaging.Events;
import id.tanggap.messaging.Replica;
import id.tanggap.messaging.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class RelayReplicasTest {
    private final Database database = new Database();
    private final Topic topic = new Topic();
    private final Replica one = new Replica(database.pool());
    private final Replica two = new Replica(database.pool());

    @BeforeEach
    void startBoth() {
        one.started();
        await().untilAsserted(() -> assertThat(one.relay.isLeading()).isTrue());
        two.started();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        topic.close();
        database.close();
    }

    @Test
    void keepTheOrderOfEachKeyWhileOneLeads() throws Exception {
        // Given
        var ofOne = Events.inTurns(topic.name(), 60, 40);
        var ofTwo = Events.inTurns(topic.name(), 60, 40);

        // When
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            writers.submit(() -> write(one, ofOne));
            writers.submit(() -> write(two, ofTwo));
            await().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(one.metric("outbox.leading") + two.metric("outbox.leading"))
                            .isEqualTo(1));
        }

        // Then
        var all = new ArrayList<>(ofOne);
        all.addAll(ofTwo);
        topic.receives(all);
        assertThat(topic.firstSeen()).isEqualTo(Topic.written(all));
        assertThat(topic.repeated()).isZero();
        await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());
        assertThat(two.metric("outbox.relayed")).isZero();
        assertThat(database.leaders()).hasSize(1);
    }

    @Test
    void passOnTheCommitsOfTheOneThatStandsBy() {
        var subject = UUID.randomUUID();
        two.commit(List.of(Events.event(topic.name(), subject, 0)));
        topic.records(1);

        var millis = new ArrayList<Long>();
        for (int i = 1; i <= 15; i++) {
            var committed = System.nanoTime();
            two.commit(List.of(Events.event(topic.name(), subject, i)));
            topic.records(i + 1);
            millis.add(Duration.ofNanos(System.nanoTime() - committed).toMillis());
        }

        assertThat(millis.stream().sorted().skip(7).findFirst().orElseThrow()).isLessThan(500);
    }

    @Test
    void takeOverFromALeaderThatStops() {
        // Given
        var events = new ArrayList<>(Events.inTurns(topic.name(), 5, 20));
        one.commit(events);

        // When
        one.close();
        var later = Events.inTurns(topic.name(), 5, 20);
        two.commit(later);
        events.addAll(later);

        // Then
        topic.receives(events);
        assertThat(topic.firstSeen()).isEqualTo(Topic.written(events));
        assertThat(two.relay.isLeading()).isTrue();
        assertThat(database.leaders()).hasSize(1);
    }

    @Test
    void giveBackConnectionsWithoutLockAndSubscription() {
        // When
        one.relay.stop();
        await().untilAsserted(() -> assertThat(two.relay.isLeading()).isTrue());

        // Then: every connection of the first pool, the leader's former one among them
        for (int i = 0; i < 3; i++) {
            assertThat(Database.await(one.pool
                                    .query("select count(*) from pg_listening_channels()")
                                    .execute())
                            .iterator()
                            .next()
                            .getLong(0))
                    .isZero();
        }
        assertThat(database.leaders()).hasSize(1);
    }

    private static void write(Replica replica, List<OutgoingEvent> events) {
        for (int from = 0; from < events.size(); from += 20) {
            replica.commit(events.subList(from, from + 20));
        }
    }
}
