package id.tanggap.bench.sweep;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands in the databases of the services: of each table how many rows, and which transaction wrote last. */
record Footprint(Map<String, String> tables) {
    private static final List<Service> WITH_A_DATABASE =
            List.of(Service.INTAKE, Service.ROUTING, Service.RESPONSE, Service.REPORTING, Service.NOTIFICATION);

    static Footprint of(LocalPlatform platform) throws IOException, SQLException {
        var tables = new TreeMap<String, String>();
        for (var service : WITH_A_DATABASE) {
            try (var connection = platform.connect(service)) {
                for (var table : names(connection)) {
                    tables.put(service.id() + "." + table, content(connection, table));
                }
            }
        }
        return new Footprint(tables);
    }

    private static List<String> names(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = connection
                .createStatement()
                .executeQuery(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String content(Connection connection, String table) throws SQLException {
        try (var rows = connection
                .createStatement()
                .executeQuery("SELECT count(*), max(xmin::text::bigint) FROM \"" + table + "\"")) {
            rows.next();
            return rows.getLong(1) + " rows, written by " + rows.getLong(2);
        }
    }

    /** The tables that are not as they were. */
    String changedSince(Footprint before) {
        return tables.entrySet().stream()
                .filter(each -> !each.getValue().equals(before.tables.get(each.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
