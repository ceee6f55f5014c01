package id.tanggap.bench.horizon;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One transaction in each database that has read its queues and stays open, as that of a backup does. */
final class OpenTransactions implements AutoCloseable {
    /** The tables from which rows go as they come; each database has some of them. */
    private static final List<String> QUEUES = List.of("outbox", "taken", "cases", "rollup_delta", "delivery");

    private final List<Connection> connections = new ArrayList<>();

    static OpenTransactions in(LocalPlatform platform) throws IOException, SQLException {
        var open = new OpenTransactions();
        for (var service : Service.values()) {
            if (service != Service.EDGE) {
                open.begin(platform.connect(service));
            }
        }
        return open;
    }

    private void begin(Connection connection) throws SQLException {
        connections.add(connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            for (var table : QUEUES) {
                var known = statement.executeQuery("select to_regclass('" + table + "') is not null");
                known.next();
                if (known.getBoolean(1)) {
                    statement.executeQuery("select count(*) from " + table);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.rollback();
            connection.close();
        }
    }
}
