package id.tanggap.bench.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** {@code ./tanggap sweep}: sends whatever may be sent to each operation that is published, through the front door. */
public final class Sweep {
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int TOO_MANY = 429;
    private static final int TIMES = 4;
    private static final int TOLD_EACH = 10;
    private static final long PAUSE = 300;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(35);
    private static final List<Service> PUBLISHED =
            List.of(Service.INTAKE, Service.ROUTING, Service.RESPONSE, Service.REPORTING, Service.NOTIFICATION);

    private final LocalPlatform platform;
    private final PrintStream out;
    private final Staff staff;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> findings = new ArrayList<>();
    private final TreeMap<Integer, Integer> answers = new TreeMap<>();
    private int unreached;

    private Sweep(LocalPlatform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
        this.staff = new Staff(platform);
    }

    public static int run(List<String> arguments, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var said = Arguments.parse(arguments, Set.of("--data", "--percent", "--seed"), Set.of());
        var seed = said.number("--seed", 1 + new Random().nextInt(1_000_000));
        return pass(LocalPlatform.at(said.value("--data")), said.number("--percent", 100), seed, out) ? HOLDS : BROKEN;
    }

    /**
     * @param percent of all calls that are made
     * @return whether nothing was found
     */
    public static boolean pass(LocalPlatform platform, int percent, long seed, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var sweep = new Sweep(platform, out);
        try (sweep.http) {
            var operations = sweep.operations();
            var sample = new Sample(sweep.lodge());
            var random = new Random(seed);
            var refused = new ArrayList<Call>();
            for (var operation : operations) {
                var calls = Call.all(operation, sample)
                        .filter(call -> random.nextInt(100) < percent)
                        .toList();
                refused.addAll(sweep.sweep(operation, calls));
                sweep.tellHowFar(operations.indexOf(operation) + 1, operations.size());
            }
            refused.removeIf(call -> call.operation().method().equals("GET"));
            sweep.writesNothing(refused);
            sweep.report(operations.size(), seed);
        }
        return sweep.findings.isEmpty();
    }

    private List<Operation> operations() throws IOException, InterruptedException {
        var operations = new ArrayList<Operation>();
        for (var service : PUBLISHED) {
            var document = get("/api/" + service.id() + "/openapi.json");
            Operation.of(document).forEach(operations::add);
        }
        return operations;
    }

    private Sample.Lodged lodge() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(platform.url(Service.EDGE).resolve("/api/intake/v1/complaints"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"government":"surakarta","channel":"WEB","category":"penerangan-jalan",
                         "text":"Lampu jalan di depan pasar mati sejak tiga hari."}"""));
        var receipt = Sample.JSON.readTree(
                http.send(request.build(), BodyHandlers.ofByteArray()).body());
        return new Sample.Lodged(
                receipt.path("id").asText(),
                receipt.path("number").asText(),
                receipt.path("secret").asText());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(platform.url(Service.EDGE).resolve(path));
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered " + answer.statusCode());
        }
        return Sample.JSON.readTree(answer.body());
    }

    /** @return what was refused */
    private List<Call> sweep(Operation operation, List<Call> calls) throws IOException, InterruptedException {
        if (!operation.roles().isEmpty() && staff.officer(operation.roles()).isEmpty()) {
            unreached++;
            return List.of();
        }
        var refused = new ArrayList<Call>();
        for (var call : calls) {
            if (judge(call)) {
                refused.add(call);
            }
        }
        return refused;
    }

    /** Whether it was refused as it should. */
    private boolean judge(Call call) throws IOException, InterruptedException {
        var answer = send(call);
        var status = answer.statusCode();
        answers.merge(status, 1, Integer::sum);
        if (status >= 500) {
            found(call, "was answered " + status);
        } else if (status < 400 && call.refused()) {
            found(call, "was taken: " + status);
        } else if (status == 400 && call.refused() && !names(call, answer.body())) {
            found(call, "does not name the field");
        }
        return status >= 400;
    }

    /** A body that cannot be read as a whole has no field; an address that cannot is none. */
    private static boolean names(Call call, byte[] body) throws IOException {
        var problem = Sample.JSON.readTree(body);
        var named = StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(each -> each.path("field").asText())
                .toList();
        return call.field().isEmpty()
                ? problem.has("type")
                : named.stream().anyMatch(each -> each.startsWith(call.field()));
    }

    /** What changes for another reason does not do so each time, and not for each operation. */
    private void writesNothing(List<Call> refused) throws IOException, SQLException, InterruptedException {
        if (changedBy(refused).isEmpty()) {
            return;
        }
        var byOperation = refused.stream()
                .collect(Collectors.groupingBy(call -> call.operation().id()));
        for (var each : byOperation.entrySet()) {
            var changed = alwaysChangedBy(each.getValue());
            if (!changed.isEmpty()) {
                findings.add(each.getKey() + " is refused and writes to " + changed);
            }
        }
    }

    private String alwaysChangedBy(List<Call> calls) throws IOException, SQLException, InterruptedException {
        var changed = changedBy(calls);
        for (int again = 1; again < TIMES && !changed.isEmpty(); again++) {
            TimeUnit.MILLISECONDS.sleep(PAUSE * again);
            changed = changedBy(calls);
        }
        return changed;
    }

    /** By those that are refused still: what the state of a complaint forbade before may be open by now. */
    private String changedBy(List<Call> calls) throws IOException, SQLException, InterruptedException {
        var before = Footprint.of(platform);
        var refused = refused(calls);
        return refused.size() < calls.size()
                ? changedBy(refused)
                : Footprint.of(platform).changedSince(before);
    }

    private List<Call> refused(List<Call> calls) throws IOException, InterruptedException {
        var refused = new ArrayList<Call>();
        for (var call : calls) {
            if (send(call).statusCode() >= 400) {
                refused.add(call);
            }
        }
        return refused;
    }

    private HttpResponse<byte[]> send(Call call) throws IOException, InterruptedException {
        var answer = http.send(request(call), BodyHandlers.ofByteArray());
        while (answer.statusCode() == TOO_MANY) {
            TimeUnit.SECONDS.sleep(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = http.send(request(call), BodyHandlers.ofByteArray());
        }
        return answer;
    }

    private HttpRequest request(Call call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(platform.url(Service.EDGE) + call.address()))
                .timeout(ANSWER_WITHIN)
                .method(
                        call.operation().method(),
                        call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        if (call.operation().body() != null) {
            request.header("Content-Type", "application/json");
        }
        var officer = staff.officer(call.operation().roles());
        if (officer.isPresent()) {
            request.header("Authorization", "Bearer " + staff.pass(officer.get()));
        }
        return request.build();
    }

    private void found(Call call, String what) {
        findings.add(call + " " + what);
    }

    private void tellHowFar(int done, int operations) {
        if (done % TOLD_EACH == 0) {
            out.printf(Locale.ROOT, "%d of %d operations, %d calls%n", done, operations, made());
        }
    }

    private int made() {
        return answers.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void report(int operations, long seed) {
        findings.stream().distinct().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "%d operations (%d between services alone), %d calls, answers %s: %s (seed %d)%n",
                operations,
                unreached,
                made(),
                answers,
                findings.isEmpty() ? "nothing breaks" : findings.size() + " findings",
                seed);
    }
}
