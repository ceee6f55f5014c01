package id.tanggap.bench.replay;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.bench.platform.Ticker;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether intake, routing, response and reporting know the very same complaints, per government and per agency. Each
 * database gives a count and a checksum over the ids, so that one lost and one double do not cancel out.
 */
final class Agreement {
    private static final int AGREE = 0;
    private static final int DIFFER = 1;
    private static final long POLL = Duration.ofSeconds(1).toNanos();
    private static final String NOT_YET = "(none yet)";

    /** Intake does not know the agency; a case is on the desk and a fact in the recap once the receipt is known. */
    private static final Map<Service, String> QUERIES = new EnumMap<>(Map.of(
            Service.INTAKE, query("id", "null::text", "complaint"),
            Service.ROUTING, query("complaint_id", "agency", "cases"),
            Service.RESPONSE, query("id", "agency", "desk_case where number is not null"),
            Service.REPORTING,
                    query("complaint_id", "agency", "complaint_fact where month is not null and source is null")));

    private final LocalPlatform platform;
    private final PrintStream out;
    private final Ticker ticker;

    /** @param ids a checksum that does not depend on the order */
    record Count(long complaints, long ids) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(complaints + other.complaints, ids ^ other.ids);
        }
    }

    /** What one database knows: government, agency, count. */
    record Knowledge(SortedMap<String, SortedMap<String, Count>> governments) {
        Count of(String government) {
            return governments.getOrDefault(government, new TreeMap<>()).values().stream()
                    .reduce(Count.NONE, Count::plus);
        }

        Count of(String government, String agency) {
            return governments.getOrDefault(government, new TreeMap<>()).getOrDefault(agency, Count.NONE);
        }
    }

    Agreement(LocalPlatform platform, PrintStream out, Ticker ticker) {
        this.platform = platform;
        this.out = out;
        this.ticker = ticker;
    }

    int await(Duration patience) throws IOException, SQLException, InterruptedException {
        var connections = new EnumMap<Service, Connection>(Service.class);
        try {
            for (var service : QUERIES.keySet()) {
                connections.put(service, platform.connect(service));
            }
            return await(connections, patience);
        } finally {
            for (var connection : connections.values()) {
                connection.close();
            }
        }
    }

    private int await(Map<Service, Connection> connections, Duration patience)
            throws SQLException, InterruptedException {
        var began = ticker.nanos();
        var knowledge = askUntil(began + patience.toNanos(), connections);
        print(knowledge, out);
        var agree = agree(knowledge);
        out.printf(
                Locale.ROOT,
                "The four databases %s after %.1f s.%n",
                agree ? "agree" : "differ",
                (ticker.nanos() - began) / 1e9);
        return agree ? AGREE : DIFFER;
    }

    /** What they know once they agree, or at the end of patience. */
    private Map<Service, Knowledge> askUntil(long end, Map<Service, Connection> connections)
            throws SQLException, InterruptedException {
        var knowledge = ask(connections);
        while (!agree(knowledge) && ticker.nanos() - end < 0) {
            ticker.sleep(POLL);
            knowledge = ask(connections);
        }
        return knowledge;
    }

    static boolean agree(Map<Service, Knowledge> knowledge) {
        return governments(knowledge).stream()
                .allMatch(government -> wholeAgrees(knowledge, government)
                        && agencies(knowledge, government).stream()
                                .allMatch(agency -> partAgrees(knowledge, government, agency)));
    }

    static void print(Map<Service, Knowledge> knowledge, PrintStream out) {
        line(out, "government", "agency", List.of("intake", "routing", "response", "reporting"), true);
        for (var government : governments(knowledge)) {
            var whole = known(knowledge).stream()
                    .map(known -> figure(known.of(government)))
                    .toList();
            line(out, government, "all", whole, wholeAgrees(knowledge, government));
            for (var agency : agencies(knowledge, government)) {
                var part = known(knowledge).stream().skip(1).map(known -> figure(known.of(government, agency)));
                line(
                        out,
                        "",
                        agency,
                        Stream.concat(Stream.of(""), part).toList(),
                        partAgrees(knowledge, government, agency));
            }
        }
    }

    private static void line(PrintStream out, String government, String agency, List<String> cells, boolean agree) {
        var line = new StringBuilder(String.format(Locale.ROOT, "%-12s %-28s", government, agency));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %9s", cell)));
        out.println(line + (agree ? "" : "   differ"));
    }

    private static String figure(Count count) {
        return String.format(Locale.ROOT, "%,d", count.complaints());
    }

    private static boolean wholeAgrees(Map<Service, Knowledge> knowledge, String government) {
        return known(knowledge).stream()
                        .map(known -> known.of(government))
                        .distinct()
                        .count()
                == 1;
    }

    private static boolean partAgrees(Map<Service, Knowledge> knowledge, String government, String agency) {
        return knowledge.entrySet().stream()
                        .filter(known -> known.getKey() != Service.INTAKE)
                        .map(known -> known.getValue().of(government, agency))
                        .distinct()
                        .count()
                == 1;
    }

    /** Intake first. */
    private static List<Knowledge> known(Map<Service, Knowledge> knowledge) {
        return new EnumMap<>(knowledge).values().stream().toList();
    }

    private static List<String> governments(Map<Service, Knowledge> knowledge) {
        return knowledge.values().stream()
                .flatMap(known -> known.governments().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> agencies(Map<Service, Knowledge> knowledge, String government) {
        return knowledge.entrySet().stream()
                .filter(known -> known.getKey() != Service.INTAKE)
                .flatMap(known ->
                        known.getValue().governments().getOrDefault(government, new TreeMap<>()).keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<Service, Knowledge> ask(Map<Service, Connection> connections) throws SQLException {
        var knowledge = new EnumMap<Service, Knowledge>(Service.class);
        for (var connection : connections.entrySet()) {
            var query = java.util.Objects.requireNonNull(QUERIES.get(connection.getKey()));
            knowledge.put(connection.getKey(), ask(connection.getValue(), query));
        }
        return knowledge;
    }

    private static Knowledge ask(Connection connection, String query) throws SQLException {
        var governments = new TreeMap<String, SortedMap<String, Count>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                governments
                        .computeIfAbsent(rows.getString(1), _ -> new TreeMap<>())
                        .put(rows.getString(2), new Count(rows.getLong(3), rows.getLong(4)));
            }
        }
        return new Knowledge(governments);
    }

    private static String query(String id, String agency, String table) {
        return "select government, coalesce(" + agency + ", '" + NOT_YET + "'), count(*), bit_xor(hashtextextended("
                + id + "::text, 0)) from " + table + " group by 1, 2";
    }
}
