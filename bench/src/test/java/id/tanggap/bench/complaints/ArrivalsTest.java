package id.tanggap.bench.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.bench.platform.LocalPlatformFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {
    @TempDir
    Path data;

    @Test
    void waitsUntilAComplaintStandsEverywhere() throws Exception {
        var platform = LocalPlatformFixture.empty(data);
        var since = Instant.parse("2026-01-02T03:04:05.678Z");
        var id = new UUID(Arrivals.firstId(since).getMostSignificantBits() | 0xABC, 0x9000000000000000L);
        run(
                platform,
                Service.ROUTING,
                "insert into cases (complaint_id, government, number, type, visibility, sop, state, proposal, received_at) values (?, 's', 'n', 'ORDINARY', 'PUBLIC', '', 'VERIFIED', '', now())",
                id);
        run(
                platform,
                Service.RESPONSE,
                "insert into desk_case (id, government, agency, number) values (?, 's', 'a', 'n')",
                id);
        run(
                platform,
                Service.REPORTING,
                "insert into complaint_fact (complaint_id, government, agency, month) values (?, 's', 'a', '2026-01-01')",
                id);
        run(
                platform,
                Service.NOTIFICATION,
                "insert into recipient (complaint_id, number, reachable_by) values (?, 'n', '{}')",
                id);
        run(platform, Service.INTAKE, "insert into progress (complaint_id, dispatched_at) values (?, now())", id);

        try (var arrivals = new Arrivals(platform)) {
            arrivals.await(1, since);
        }
    }

    @Test
    void beginsAWindowOfIdsAtItsMillisecond() {
        assertThat(Arrivals.firstId(Instant.parse("2026-01-02T03:04:05.678Z")))
                .hasToString("019b7ca9-8f2e-7000-8000-000000000000");
    }

    private static void run(LocalPlatform platform, Service service, String sql, UUID id) throws Exception {
        try (var connection = platform.connect(service);
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }
}
