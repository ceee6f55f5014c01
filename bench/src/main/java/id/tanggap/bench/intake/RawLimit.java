package id.tanggap.bench.intake;

import id.tanggap.bench.platform.Load;
import id.tanggap.bench.platform.LocalPlatform;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL alone can do: the same server, durable as it is set, a database of its own that is dropped
 * afterwards. By pgbench where the machine has it, else by a JDBC client of our own, which costs more itself.
 */
final class RawLimit implements AutoCloseable {
    private static final String DATABASE = "tanggap_bench";
    private static final int CLIENTS = 32;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private static final String TABLES = """
            create table raw (id uuid primary key, body text not null);
            create table complaint (
                id uuid primary key, number text not null unique, government text not null, channel text not null,
                status text not null, text text not null, received_at timestamptz not null);
            create index on complaint (government, status, received_at);
            create table history (
                id uuid primary key, complaint_id uuid not null, at timestamptz not null, type text not null);
            create index on history (complaint_id, at);
            create table timer (
                complaint_id uuid not null, kind text not null, due_at timestamptz not null, state text not null,
                primary key (complaint_id, kind));
            create index on timer (due_at) where state = 'ARMED';
            create table outbox (
                seq bigint generated always as identity primary key, topic text not null, key uuid not null,
                payload text not null);
            """;

    /** The two statements that set the limits, each one round trip and one commit. */
    enum Limit {
        /** One row of 1 KB. */
        R1("insert into raw values (uuidv7(), '" + "x".repeat(1_000) + "')"),

        /** An intake: complaint of 1 KB, history, outbox, two armed timers. */
        R2("""
                with c as (
                    insert into complaint
                    select id, id::text, 'surakarta', 'WEB', 'RECEIVED', '%s', now() from (select uuidv7() as id) new
                    returning id
                ), h as (
                    insert into history select uuidv7(), id, now(), 'RECEIVED' from c
                ), t as (
                    insert into timer select id, kind, now() + within, 'ARMED'
                    from c, (values ('ACKNOWLEDGE', interval '5 days'), ('ANSWER', interval '14 days')) k (kind, within)
                )
                insert into outbox (topic, key, payload) select 'complaint.intake.v1', id, '%s' from c\
                """.formatted("x".repeat(1_000), "x".repeat(200)));

        private final String statement;

        Limit(String statement) {
            this.statement = statement;
        }
    }

    private final LocalPlatform platform;
    private final @Nullable Path pgbench;
    private final Connection connection;

    private RawLimit(LocalPlatform platform, @Nullable Path pgbench, Connection connection) {
        this.platform = platform;
        this.pgbench = pgbench;
        this.connection = connection;
    }

    /** @param search the directories where pgbench may be */
    static RawLimit open(LocalPlatform platform, String search) throws IOException, SQLException {
        try (var server = platform.connectAsSuperuser("postgres");
                var statement = server.createStatement()) {
            // One that a killed run left behind.
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE);
        }
        var connection = platform.connectAsSuperuser(DATABASE);
        try (var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        return new RawLimit(platform, pgbench(search), connection);
    }

    private static @Nullable Path pgbench(String search) {
        return Stream.of(search.split(Pattern.quote(File.pathSeparator)))
                .map(directory -> Path.of(directory, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    String client() {
        return pgbench == null ? "own JDBC client (pgbench is not on the PATH)" : "pgbench -M prepared";
    }

    /** On empty tables, right after a checkpoint, so that no round pays for the one before. */
    Load.Result measure(Limit limit, int seconds) throws IOException, SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            statement.execute("truncate raw, complaint, history, timer, outbox");
            statement.execute("checkpoint");
        }
        return pgbench == null
                ? Load.run(CLIENTS, seconds, () -> new JdbcClient(platform.connectAsSuperuser(DATABASE), limit))
                : byPgbench(pgbench, limit, seconds);
    }

    private Load.Result byPgbench(Path pgbench, Limit limit, int seconds) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("tanggap-bench");
        try {
            var script = Files.writeString(directory.resolve("script"), limit.statement.replace('\n', ' ') + ";\n");
            var began = System.nanoTime();
            var rate = rate(run(pgbench(pgbench, script, seconds)), seconds);
            return result(rate, (System.nanoTime() - began) / 1e9, latencies(directory));
        } finally {
            delete(directory);
        }
    }

    /** Its log of latencies is written beside the script. */
    private ProcessBuilder pgbench(Path pgbench, Path script, int seconds) throws IOException {
        var process = new ProcessBuilder(List.of(
                pgbench.toString(),
                "--host=127.0.0.1",
                "--port=" + platform.postgresPort(),
                "--username=postgres",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CLIENTS,
                "--jobs=2",
                "--time=" + seconds,
                "--file=" + script,
                "--log",
                "--log-prefix=" + script.resolveSibling("latency"),
                "--sampling-rate=0.2",
                DATABASE));
        process.environment().put("PGPASSWORD", platform.superuserPassword());
        return process.redirectErrorStream(true);
    }

    private static String run(ProcessBuilder pgbench) throws IOException, InterruptedException {
        var running = pgbench.start();
        var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output.strip());
        }
        return output;
    }

    private static double rate(String output, int seconds) throws IOException {
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException(
                    "PostgreSQL committed nothing in %d s: this machine is too busy to measure on".formatted(seconds));
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Load.Result result(double rate, double seconds, Histogram micros) {
        return new Load.Result(
                Math.round(rate * seconds),
                0,
                seconds,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3);
    }

    /** The third column of pgbench's log is the time of a transaction in microseconds. */
    private static Histogram latencies(Path directory) throws IOException {
        var micros = new Histogram(3);
        for (var file : files(directory)) {
            if (file.getFileName().toString().startsWith("latency")) {
                for (var line : Files.readAllLines(file)) {
                    micros.recordValue(Long.parseLong(line.split(" ", 4)[2]));
                }
            }
        }
        return micros;
    }

    private static void delete(Path directory) throws IOException {
        for (var file : files(directory)) {
            Files.delete(file);
        }
        Files.delete(directory);
    }

    private static List<Path> files(Path directory) throws IOException {
        var files = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(directory)) {
            entries.forEach(files::add);
        }
        return files;
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        try (var server = platform.connectAsSuperuser("postgres");
                var statement = server.createStatement()) {
            statement.execute("drop database " + DATABASE + " with (force)");
        }
    }

    /** Autocommit, prepared on the server from the first execution on. */
    private static final class JdbcClient implements Load.Client {
        private final Connection connection;
        private final java.sql.PreparedStatement statement;

        JdbcClient(Connection connection, Limit limit) throws SQLException {
            this.connection = connection;
            this.statement = connection.prepareStatement(limit.statement);
            statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
        }

        @Override
        public boolean request() throws SQLException {
            statement.executeUpdate();
            return true;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
