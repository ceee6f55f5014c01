package id.tanggap.bench.intake;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * What was written into each service's database so far. PostgreSQL counts it itself, so these figures are the same on
 * every machine.
 */
record Writes(Map<Service, Counted> byDatabase) {
    /** A connection tells what it counted at the latest ten seconds after it fell silent. */
    private static final long UNTIL_ALL_IS_TOLD_SECONDS = 11;

    private static final String COUNT = """
            select sum(n_tup_ins), sum(n_tup_upd), sum(n_tup_hot_upd), sum(n_tup_del),
                   (select sum((pg_stat_get_backend_wal(pid)).wal_bytes) from pg_stat_activity
                    where datname = current_database() and backend_type = 'client backend')
            from pg_stat_user_tables
            """;

    /**
     * @param updated each leaves a row version that is dead
     * @param hot of the updates those that touched no index
     * @param walBytes by the connections that are open; not by vacuum and checkpoints
     */
    record Counted(double inserted, double updated, double hot, double deleted, double walBytes) {
        double versions() {
            return inserted + updated;
        }

        private Counted minus(Counted before) {
            return new Counted(
                    inserted - before.inserted,
                    updated - before.updated,
                    hot - before.hot,
                    deleted - before.deleted,
                    walBytes - before.walBytes);
        }

        private Counted per(double complaints) {
            return new Counted(
                    inserted / complaints,
                    updated / complaints,
                    hot / complaints,
                    deleted / complaints,
                    walBytes / complaints);
        }
    }

    /** Waits until what was written is counted. */
    static Writes now(LocalPlatform platform) throws IOException, SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(UNTIL_ALL_IS_TOLD_SECONDS);
        var byDatabase = new EnumMap<Service, Counted>(Service.class);
        for (var service : Service.values()) {
            if (service != Service.EDGE) {
                try (var connection = platform.connectAsSuperuser(service.id())) {
                    byDatabase.put(service, counted(connection));
                }
            }
        }
        return new Writes(byDatabase);
    }

    private static Counted counted(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COUNT)) {
            rows.next();
            return new Counted(
                    rows.getDouble(1), rows.getDouble(2), rows.getDouble(3), rows.getDouble(4), rows.getDouble(5));
        }
    }

    /** Where the server's log of all databases stands, in bytes. */
    static long walPosition(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Writes since(Writes before, long complaints) {
        var share = new EnumMap<Service, Counted>(Service.class);
        byDatabase.forEach((service, counted) -> share.put(
                service,
                counted.minus(Objects.requireNonNull(before.byDatabase.get(service)))
                        .per(Math.max(1, complaints))));
        return new Writes(share);
    }

    double sum(ToDoubleFunction<Counted> figure) {
        return byDatabase.values().stream().mapToDouble(figure).sum();
    }
}
