package id.tanggap.bench;

import id.tanggap.bench.horizon.HorizonBench;
import id.tanggap.bench.intake.IntakeBench;
import id.tanggap.bench.masking.MaskingBench;
import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.queue.QueueBench;
import id.tanggap.bench.recap.RecapBench;
import id.tanggap.bench.relay.RelayBench;
import id.tanggap.bench.replay.Replay;
import id.tanggap.bench.routing.RoutingBench;
import id.tanggap.bench.sweep.Sweep;
import id.tanggap.bench.timers.TimersBench;
import id.tanggap.bench.torture.Torture;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The commands {@code replay}, {@code bench}, {@code sweep} and {@code torture} of the script {@code tanggap}. */
final class Bench {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final String HELP = """
            usage: ./tanggap replay FILE.jsonl --government ID --rate N|max
                       [--via edge|intake] [--url URL] [--data DIR] [--state FILE] [--concurrency N] [--check]
                     posts each row of the file, resumes without doubling; --check then compares the databases
                   ./tanggap replay --check [--data DIR] [--timeout SECONDS]
                     compares the complaints in intake, routing, response and reporting to the last one
                   ./tanggap bench intake
                       [--rounds 3] [--seconds 15] [--warmup 200000] [--connections 32] [--via intake|edge]
                       [--url URL] [--data DIR]
                     measures the intake beside PostgreSQL alone
                   ./tanggap bench timers [--rounds 3] [--armed 1000000] [--due 50000] [--data DIR]
                     measures how quickly and how punctually deadlines ring
                   ./tanggap bench horizon [--seconds 300] [--rate 100] [--data DIR]
                     measures whether queues keep their rate while a transaction is open in every database
                   ./tanggap bench relay [--rounds 3] [--events 100000] [--data DIR]
                     measures how quickly a full outbox reaches the broker, beside a bare producer
                   ./tanggap bench queue [--cases 1000000] [--seconds 15] [--data DIR]
                     measures the lists of the desk with ten thousand and with so many cases
                   ./tanggap bench masking FILE.tsv [--show]
                     measures what of marked texts is masked, and what wrongly; --show prints what differs
                   ./tanggap bench recap [--cases 1000000] [--seconds 15] [--data DIR]
                     measures the recap of a month of so many complaints beside counting them
                   ./tanggap bench routing FILE.jsonl [--retrain DAYS] [--test FILE.jsonl] [--disagreements FILE]
                     measures what the service dispatches on complaints whose agency is known
                   ./tanggap sweep [--percent 100] [--seed N] [--data DIR]
                     sends whatever may be sent to each operation: no 500, nothing written under a refusal
                   ./tanggap torture [--minutes 10] [--seed N] [--data DIR] [--port 9700] [--keep]
                     people work on a platform of its own under faults; then whether it is as they were told\
            """;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return command(arguments);
        } catch (Arguments.Wrong e) {
            System.err.println("tanggap: " + e.getMessage() + System.lineSeparator() + HELP);
            return USAGE;
        } catch (IOException | SQLException e) {
            System.err.println("tanggap: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int command(List<String> arguments) throws IOException, SQLException, InterruptedException {
        var rest = rest(arguments);
        return switch (first(arguments)) {
            case "replay" -> Replay.run(rest, System.out);
            case "bench" -> bench(rest);
            case "sweep" -> Sweep.run(rest, System.out);
            case "torture" -> Torture.run(rest, System.out);
            default -> throw new Arguments.Wrong("what shall be done?");
        };
    }

    private static int bench(List<String> arguments) throws IOException, SQLException, InterruptedException {
        var rest = rest(arguments);
        return switch (first(arguments)) {
            case "horizon" -> HorizonBench.run(rest, System.out);
            case "intake" -> IntakeBench.run(rest, System.out);
            case "masking" -> MaskingBench.run(rest, System.out);
            case "queue" -> QueueBench.run(rest, System.out);
            case "recap" -> RecapBench.run(rest, System.out);
            case "relay" -> RelayBench.run(rest, System.out);
            case "routing" -> RoutingBench.run(rest, System.out);
            case "timers" -> TimersBench.run(rest, System.out);
            default ->
                throw new Arguments.Wrong(
                        "which bench? There are: horizon, intake, masking, queue, recap, relay, routing, timers");
        };
    }

    private static String first(List<String> arguments) {
        return arguments.isEmpty() ? "" : arguments.getFirst();
    }

    private static List<String> rest(List<String> arguments) {
        return arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    }
}
