package id.tanggap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.testkit.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a database of the first version holds is still there in the present one. */
class MigrationTest {
    private static final String OLD = """
            insert into complaint (id, government, number, channel, type, visibility, received_at)
            values ('00000000-0000-0000-0000-000000000001', 'surakarta', 'SKA-1', 'WEB', 'ORDINARY', 'PUBLIC', now()),
                   ('00000000-0000-0000-0000-000000000002', 'karanganyar', 'KRA-2', 'WEB', 'ORDINARY', 'SECRET', now()),
                   ('00000000-0000-0000-0000-000000000003', 'surakarta', 'SKA-3', 'WEB', 'ORDINARY', 'PUBLIC', now());
            insert into progress (complaint_id, agency, answered_at, answer)
            values ('00000000-0000-0000-0000-000000000001', 'dishub', '2026-02-03T01:00:00Z', 'Sudah.'),
                   ('00000000-0000-0000-0000-000000000002', 'inspektorat', '2026-02-03T02:00:00Z', null),
                   ('00000000-0000-0000-0000-000000000003', 'dishub', null, null);
            insert into vault_access (id, complaint_id, accessed_at, accessed_by, what, purpose)
            values (gen_random_uuid(), '00000000-0000-0000-0000-000000000002', now(), 'andi', 'original', 'menjawab')
            """;

    @Test
    void keepsAnswersAndAccesses() throws SQLException, IOException {
        var database = Platform.newDatabase("migration");
        try (var connection = Platform.connect(database, database)) {
            run(connection, script("V1__complaint.sql"), script("V2__progress.sql"), OLD);

            run(connection, script("V3__citizen.sql"), script("V4__access_log.sql"));

            assertThat(rows(connection, "select right(complaint_id::text, 1), step, words from office_statement"))
                    .containsExactlyInAnyOrder("1 ANSWERED Sudah.", "2 ANSWERED null");
            assertThat(rows(connection, "select right(complaint_id::text, 1), agency, due_at from progress"))
                    .containsExactlyInAnyOrder("1 dishub null", "2 inspektorat null", "3 dishub null");
            assertThat(rows(connection, "select government, accessed_by, purpose from vault_access"))
                    .containsExactly("karanganyar andi menjawab");
        }
    }

    private static void run(Connection connection, String... scripts) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var script : scripts) {
                statement.execute(script);
            }
        }
    }

    private static String script(String name) throws IOException {
        try (var file = MigrationTest.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getString(2) + " " + found.getString(3));
            }
        }
        return rows;
    }
}
