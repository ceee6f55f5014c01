package id.tanggap.bench.relay;

import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.bench.platform.Median;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** How many events a second routing's relay brings to the broker from an outbox that is full. */
public final class RelayBench {
    private static final String FILL = """
            insert into outbox (topic, id, type, source, subject, government, time, traceparent, payload)
            select ?, gen_random_uuid(), 'bench', '/bench', gen_random_uuid(), 'surakarta', now(), null,
                   decode(repeat(replace(gen_random_uuid()::text, '-', ''), %d), 'hex')
            from generate_series(1, ?)
            """.formatted(RawTopic.BYTES / 16 + 1);

    private static final String LEFT = "select exists (select from outbox where seq = ?)";
    private static final int LOOK_MILLIS = 10;

    private RelayBench() {}

    public static int run(List<String> command, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var arguments = Arguments.parse(command, Set.of("--rounds", "--events", "--data"), Set.of());
        var platform = LocalPlatform.at(arguments.value("--data"));
        try (var topic = RawTopic.at(platform.kafka());
                var outbox = platform.connect(Service.ROUTING)) {
            measure(topic, outbox, arguments.number("--rounds", 3), arguments.number("--events", 100_000), out);
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not take the records: " + e.getCause(), e);
        }
        return 0;
    }

    private static void measure(RawTopic topic, Connection outbox, int rounds, int events, PrintStream out)
            throws SQLException, InterruptedException, ExecutionException {
        say(out, "Warming up with %,d records and %,d events", events, events);
        topic.measure(events);
        drain(outbox, topic.name(), events);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            var raw = topic.measure(events);
            var relay = drain(outbox, topic.name(), events);
            ratios.add(relay / raw);
            say(
                    out,
                    "Round %d: R6 %,.0f records/s   relay %,.0f events/s   %.2f of it",
                    round,
                    raw,
                    relay,
                    relay / raw);
        }
        say(out, "Relay against R6, median %.2f", Median.of(ratios));
    }

    /** Events per second, from their commit until the last of them has left the outbox. */
    private static double drain(Connection outbox, String topic, int events) throws SQLException, InterruptedException {
        var last = fill(outbox, topic, events);
        var committed = System.nanoTime();
        try (var left = outbox.prepareStatement(LEFT)) {
            left.setLong(1, last);
            while (isAny(left.executeQuery())) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        return events / ((System.nanoTime() - committed) / 1e9);
    }

    private static boolean isAny(ResultSet answer) throws SQLException {
        answer.next();
        return answer.getBoolean(1);
    }

    /** Returns the number of the last. */
    private static long fill(Connection outbox, String topic, int events) throws SQLException {
        outbox.setAutoCommit(false);
        try (var fill = outbox.prepareStatement(FILL);
                var wake = outbox.createStatement()) {
            fill.setString(1, topic);
            fill.setInt(2, events);
            fill.executeUpdate();
            wake.execute("notify outbox");
            try (var last = wake.executeQuery("select max(seq) from outbox")) {
                last.next();
                return last.getLong(1);
            }
        } finally {
            outbox.commit();
            outbox.setAutoCommit(true);
        }
    }

    private static void say(PrintStream out, String format, Object... values) {
        out.printf(Locale.US, format + "%n", values);
    }
}
