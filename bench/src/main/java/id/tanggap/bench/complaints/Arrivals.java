package id.tanggap.bench.complaints;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Whether the complaints of a window stand everywhere: in the routing, in the agencies' queue, in the recap with their
 * agency, in the ledger of notification and on the public timeline. Ids grow with time, so the window is a range of
 * the primary keys and the question is cheap.
 */
public final class Arrivals implements AutoCloseable {
    private static final long POLL_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Map<Service, String> QUERIES = queries();

    private final Map<Service, Connection> connections = new LinkedHashMap<>();
    private final Map<Service, PreparedStatement> statements = new LinkedHashMap<>();

    public Arrivals(LocalPlatform platform) throws IOException, SQLException {
        for (var query : QUERIES.entrySet()) {
            var connection = platform.connect(query.getKey());
            connections.put(query.getKey(), connection);
            statements.put(query.getKey(), connection.prepareStatement(query.getValue()));
        }
    }

    private static Map<Service, String> queries() {
        var queries = new LinkedHashMap<Service, String>();
        queries.put(Service.ROUTING, "select count(*) from cases where complaint_id >= ?");
        queries.put(
                Service.RESPONSE,
                "select count(*) from desk_case where id >= ? and number is not null and agency is not null");
        queries.put(
                Service.REPORTING,
                "select count(*) from complaint_fact where complaint_id >= ? and month is not null and agency is not null and source is null");
        queries.put(
                Service.NOTIFICATION, "select count(*) from recipient where complaint_id >= ? and number is not null");
        queries.put(
                Service.INTAKE, "select count(*) from progress where complaint_id >= ? and dispatched_at is not null");
        return queries;
    }

    /** Returns when that many complaints that were received since then stand everywhere. */
    public void await(long complaints, Instant since) throws SQLException, IOException, InterruptedException {
        var first = firstId(since);
        var began = System.nanoTime();
        for (var statement : statements.entrySet()) {
            var seen = count(statement.getValue(), first);
            while (seen < complaints) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException("After %d s %s has %,d of the %,d complaints: see its log"
                            .formatted(PATIENCE.toSeconds(), statement.getKey().id(), seen, complaints));
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                seen = count(statement.getValue(), first);
            }
        }
    }

    /** The lowest UUIDv7 of a millisecond. */
    static UUID firstId(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L);
    }

    private static long count(PreparedStatement statement, UUID first) throws SQLException {
        statement.setObject(1, first);
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections.values()) {
            connection.close();
        }
    }
}
