package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.bench.platform.LocalPlatformFixture;
import id.tanggap.bench.platform.SettableTicker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final SettableTicker ticker = new SettableTicker();
    private LocalPlatform platform = new LocalPlatform(Path.of(""), 0);

    @BeforeEach
    void emptiesTheDatabases() throws Exception {
        platform = LocalPlatformFixture.empty(data);
    }

    @Test
    void agreesWhenEveryDatabaseKnowsTheSameComplaints() throws Exception {
        everywhere(UUID.randomUUID(), "dishub");
        everywhere(UUID.randomUUID(), "dlh");

        assertThat(check()).isZero();
        assertThat(screen()).contains("agree").doesNotContain("differ");
        assertThat(screen()).containsPattern("surakarta +all +2 +2 +2 +2\n");
        assertThat(screen()).containsPattern("dishub +1 +1 +1\n");
    }

    @Test
    void differsWhenACaseIsMissingAndSaysWhere() throws Exception {
        everywhere(UUID.randomUUID(), "dishub");
        var lost = UUID.randomUUID();
        received(lost);
        routed(lost, "dlh");
        reported(lost, "dlh");

        assertThat(check()).isEqualTo(1);
        assertThat(screen()).containsPattern("dlh +1 +0 +1 +differ");
        assertThat(ticker.seconds()).isGreaterThanOrEqualTo(PATIENCE.toSeconds());
    }

    @Test
    void differsWhenOneIsLostAndAnotherStandsTwiceSoThatTheCountsAreEqual() throws Exception {
        var here = UUID.randomUUID();
        received(here);
        routed(here, "dishub");
        desk(UUID.randomUUID(), "dishub");
        reported(here, "dishub");

        assertThat(check()).isEqualTo(1);
    }

    @Test
    void doesNotCountADeskCaseOrFactBeforeItsReceipt() throws Exception {
        var id = UUID.randomUUID();
        received(id);
        routed(id, "dishub");
        run(Service.RESPONSE, "insert into desk_case (id, government, agency) values (?, 'surakarta', 'dishub')", id);
        reported(id, "dishub");

        assertThat(check()).isEqualTo(1);
    }

    private void everywhere(UUID id, String agency) throws Exception {
        received(id);
        routed(id, agency);
        desk(id, agency);
        reported(id, agency);
    }

    private void received(UUID id) throws Exception {
        run(
                Service.INTAKE,
                "insert into complaint (id, government, number, channel, type, visibility, received_at)"
                        + " values (?, 'surakarta', gen_random_uuid()::text, 'WEB', 'ORDINARY', 'PUBLIC', now())",
                id);
    }

    private void routed(UUID id, String agency) throws Exception {
        run(
                Service.ROUTING,
                "insert into cases (complaint_id, government, agency, number, type, visibility, sop, state, proposal,"
                        + " received_at)"
                        + " values (?, 'surakarta', ?, 'n', 'ORDINARY', 'PUBLIC', '', 'DISPATCHED', '', now())",
                id,
                agency);
    }

    private void desk(UUID id, String agency) throws Exception {
        run(
                Service.RESPONSE,
                "insert into desk_case (id, government, agency, number) values (?, 'surakarta', ?, 'n')",
                id,
                agency);
    }

    private void reported(UUID id, String agency) throws Exception {
        run(
                Service.REPORTING,
                "insert into complaint_fact (complaint_id, government, agency, month)"
                        + " values (?, 'surakarta', ?, '2026-01-01')",
                id,
                agency);
    }

    private void run(Service service, String sql, @org.jspecify.annotations.Nullable Object... parameters)
            throws Exception {
        try (var connection = platform.connect(service);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(service + " has other tables: " + e.getMessage(), e);
        }
    }

    private int check() throws Exception {
        return agreement().await(PATIENCE);
    }

    private Agreement agreement() {
        return new Agreement(platform, new PrintStream(screen, true, StandardCharsets.UTF_8), ticker);
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
