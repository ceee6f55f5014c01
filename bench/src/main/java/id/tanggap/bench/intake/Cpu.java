package id.tanggap.bench.intake;

import id.tanggap.bench.platform.LocalPlatform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The CPU time of the platform's parts so far, and of PostgreSQL's processes by the database they work for. Its
 * background processes (WAL writer, checkpointer, vacuum) serve all databases.
 *
 * @param byPart milliseconds; PostgreSQL as a whole is a part
 * @param byDatabase milliseconds of PostgreSQL's connections
 */
record Cpu(Map<String, Double> byPart, Map<String, Double> byDatabase) {
    static final String POSTGRES = "postgres";
    /** This program, which shares the processors with what it measures. */
    static final String GENERATOR = "generator";

    /** What the platform may cost; the rest (Keycloak, the supervisor with its mail box) is no part of a complaint. */
    static final Set<String> COUNTED =
            Set.of("edge", "intake", "routing", "response", "reporting", "notification", "kafka", POSTGRES);

    static Cpu now(LocalPlatform platform, Connection superuser) throws IOException, SQLException {
        var table = ProcessTable.read();
        return new Cpu(byPart(platform, table), byDatabase(superuser, table));
    }

    private static Map<String, Double> byPart(LocalPlatform platform, ProcessTable table) throws IOException {
        var parts = new TreeMap<>(platform.processes());
        parts.keySet().retainAll(COUNTED);
        parts.put(GENERATOR, ProcessHandle.current().pid());
        return millis(parts, pid -> table.millis(table.tree(pid)));
    }

    private static Map<String, Double> byDatabase(Connection superuser, ProcessTable table) throws SQLException {
        var pids = new HashMap<String, Set<Long>>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(
                        "select datname, pid from pg_stat_activity where backend_type = 'client backend'")) {
            while (rows.next()) {
                pids.computeIfAbsent(rows.getString(1), _ -> new HashSet<>()).add(rows.getLong(2));
            }
        }
        return millis(pids, table::millis);
    }

    private static <T> Map<String, Double> millis(Map<String, T> processes, ToDoubleFunction<T> of) {
        var millis = new TreeMap<String, Double>();
        processes.forEach((name, process) -> millis.put(name, of.applyAsDouble(process)));
        return millis;
    }

    /** Whether nothing is left out of the sum; else no figure may be judged. */
    boolean complete() {
        return byPart.keySet().containsAll(COUNTED);
    }

    /** What was spent since then. A connection that was closed meanwhile counts as background. */
    Cpu since(Cpu before) {
        return new Cpu(minus(byPart, before.byPart), minus(byDatabase, before.byDatabase));
    }

    private static Map<String, Double> minus(Map<String, Double> now, Map<String, Double> before) {
        var difference = new TreeMap<String, Double>();
        now.forEach((name, millis) -> difference.put(name, Math.max(0, millis - before.getOrDefault(name, 0.0))));
        return difference;
    }

    Cpu per(long complaints) {
        return new Cpu(divided(byPart, complaints), divided(byDatabase, complaints));
    }

    private static Map<String, Double> divided(Map<String, Double> millis, long by) {
        var share = new TreeMap<String, Double>();
        millis.forEach((name, value) -> share.put(name, value / Math.max(1, by)));
        return share;
    }

    double total() {
        return COUNTED.stream().mapToDouble(this::part).sum();
    }

    double part(String name) {
        return byPart.getOrDefault(name, 0.0);
    }

    double postgres() {
        return part(POSTGRES);
    }

    double background() {
        return Math.max(0, postgres() - connections());
    }

    /** A service's process, its connections, and of PostgreSQL's background the share its connections have of all. */
    double of(String service) {
        var own = byDatabase.getOrDefault(service, 0.0);
        var share = connections() > 0 ? own / connections() : 0;
        return part(service) + own + background() * share;
    }

    private double connections() {
        return byDatabase.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
