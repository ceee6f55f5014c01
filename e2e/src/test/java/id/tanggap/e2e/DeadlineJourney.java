package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two routing-services ring what falls due at once, and both die on the way: nothing is lost, nothing rings twice. */
@ExtendWith(RunningPlatform.Provided.class)
class DeadlineJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TIMERS = 10_000;

    /** Cases whose promise passed a minute ago, after both of its warnings. */
    private static final String SEED = """
            with fresh as (
                select uuidv7() as id, now() - interval '48 hours 1 minute' as began from generate_series(1, %d)
            ), opened as (
                insert into cases (complaint_id, government, number, type, visibility, sop, received_at, proposal, state,
                                   agency, rule, reason, hop, dispatched_at, next_alarm_at)
                select id, 'surakarta', 'JOURNEY', 'ORDINARY', 'PUBLIC', '', began,
                       '{"options": [], "automatic": false}', 'DISPATCHED', 'dpupr', 'journey', 'journey', 0, began,
                       began + interval '48 hours'
                from fresh
            )
            insert into clock (complaint_id, government, kind, rule, standard, agency, started_at, due_at, pauses, rung)
            select id, 'surakarta', 'PROMISE', 'promise', '48 jam', 'dpupr', began, began + interval '48 hours', '', 2
            from fresh
            """.formatted(TIMERS);

    private final RunningPlatform platform;
    private final FrontDoor door;
    private final Connection database;

    DeadlineJourney(RunningPlatform platform) throws SQLException {
        this.platform = platform;
        door = new FrontDoor(platform);
        database = DriverManager.getConnection(
                "jdbc:postgresql://" + platform.postgres() + "/routing",
                "routing",
                platform.secret("database.routing"));
    }

    @BeforeEach
    void arm() throws SQLException {
        execute(SEED);
    }

    @AfterEach
    void clear() throws SQLException {
        execute("""
                with gone as (delete from cases where number = 'JOURNEY' returning complaint_id)
                delete from clock using gone where clock.complaint_id = gone.complaint_id
                """);
        database.close();
        // Other journeys follow on the same platform.
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(platform.tanggap("status").status()).isZero());
    }

    @Test
    void ringsEveryDeadlineOnceWhileBothReplicasAreKilled() throws Exception {
        try (Topics topics = new Topics(platform)) {
            Map<String, Integer> missed = new HashMap<>();
            topics.follow("complaint.routing.v1");
            ProcessBuilder replica = replica();
            Process twin = replica.start();
            // A new complaint has the first one look at once; the second looks when it starts.
            door.file(FrontDoor.complaint("Aduan yang membangunkan jam."), Map.of())
                    .orFail();
            awaitRung(TIMERS / 10);
            platform.kill("routing");
            awaitRung(TIMERS / 4);
            twin.destroyForcibly();
            twin.waitFor();
            twin = replica.start();
            try {
                awaitRung(TIMERS);
                await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
                    topics.countMissed(missed);
                    missed.values().removeIf(count -> count == 0);
                    assertThat(missed).hasSizeGreaterThanOrEqualTo(TIMERS);
                });
                // The relay of a killed replica may repeat itself, under the same event id: no id stands for two.
                assertThat(seeded(missed.keySet())).isEqualTo(TIMERS);
                assertThat(missed.values()).allMatch(count -> count == 1);
            } finally {
                twin.destroyForcibly();
            }
        }
    }

    private void awaitRung(int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(number("select count(*) from clock join cases using (complaint_id) "
                                + "where number = 'JOURNEY' and missed_at is not null"))
                        .isGreaterThanOrEqualTo(count));
    }

    private int seeded(Set<String> complaints) throws SQLException {
        try (var statement = database.prepareStatement(
                "select count(*) from cases where number = 'JOURNEY' and complaint_id::text = any(?)")) {
            statement.setArray(1, database.createArrayOf("text", complaints.toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** A second one: the command and the environment of the first, which has to run, on a port of its own. */
    private ProcessBuilder replica() throws IOException {
        ProcessBuilder command = new ProcessBuilder(platform.commandLine("routing"))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        command.environment().clear();
        command.environment().putAll(platform.environment("routing"));
        command.environment().put("QUARKUS_HTTP_PORT", "0");
        command.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
        return command;
    }

    private int number(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
