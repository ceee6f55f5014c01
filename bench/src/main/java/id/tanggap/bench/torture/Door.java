package id.tanggap.bench.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The front door as people know it. Who is not answered asks again, under the same key, until it is certain. */
final class Door implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(35);
    private static final Duration AGAIN = Duration.ofMillis(500);
    /** Longer than any fault and the way back from it. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int TOO_MANY = 429;
    private static final int NOT_LET_IN = 401;
    private static final int FAULT = 500;

    private final LocalPlatform platform;
    private final Consumer<String> amiss;
    private final Gaps staff;
    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, SignIn> signedIn = new ConcurrentHashMap<>();

    /**
     * @param amiss hears what should not be
     * @param staff is told when officers get an answer
     */
    Door(LocalPlatform platform, Consumer<String> amiss, Gaps staff) {
        this.platform = platform;
        this.amiss = amiss;
        this.staff = staff;
        this.address = platform.url(Service.EDGE);
    }

    /** @param body missing when there was none, or no JSON */
    record Answer(int status, JsonNode body) {
        boolean granted() {
            return status / 100 == 2;
        }

        private boolean certain() {
            return status < FAULT && status != TOO_MANY && status != NOT_LET_IN;
        }
    }

    /** Whoever asked was never answered. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unanswered(String path) {
            super("Nobody answered within ten minutes: " + path.replaceAll("\\?.*", ""));
        }
    }

    /** As an officer. */
    Answer insist(String person, String method, String path, String type, byte[] body) {
        var key = UUID.randomUUID().toString();
        return insist(
                path,
                () -> asOfficer(person, method, path, body, Map.of("Content-Type", type, "Idempotency-Key", key)));
    }

    Answer insist(String person, String path, JsonNode body) {
        return insist(person, "POST", path, "application/json", bytes(body));
    }

    Answer look(String person, String path) {
        return insist(path, () -> asOfficer(person, "GET", path, new byte[0], Map.of()));
    }

    /** Whoever shows a pass that is good and is not known has been put out. */
    private Answer asOfficer(String person, String method, String path, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var signIn = signedIn.computeIfAbsent(person, who -> new SignIn(platform, who, amiss));
        var all = new HashMap<>(headers);
        all.put("Authorization", signIn.pass());
        var answer = once(method, path, body, all);
        if (answer.status() == NOT_LET_IN && signIn.isGood()) {
            amiss.accept("an officer with a good pass was not let in at " + path);
        } else if (answer.certain()) {
            staff.succeeded(System.nanoTime());
        }
        return answer;
    }

    /** As a citizen, with the receipt's secret. */
    Answer insistAsCitizen(String path, String secret, JsonNode body) {
        return insist(
                path,
                () -> once(
                        "POST",
                        path,
                        bytes(body),
                        Map.of("Content-Type", "application/json", "Tanggap-Secret", secret)));
    }

    Answer lookAt(String path, String secret) {
        return insist(path, () -> once("GET", path, new byte[0], Map.of("Tanggap-Secret", secret)));
    }

    /** A complaint, once. */
    Answer file(JsonNode complaint, UUID key) throws IOException, InterruptedException {
        return once(
                "POST",
                "/api/intake/v1/complaints",
                bytes(complaint),
                Map.of("Content-Type", "application/json", "Idempotency-Key", key.toString()));
    }

    interface Question {
        Answer ask() throws IOException, InterruptedException;
    }

    /** @throws Unanswered when patience ends */
    Answer insist(String path, Question question) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                var answer = question.ask();
                if (answer.certain()) {
                    return answer;
                }
                TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
            } catch (IOException notAnswered) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unanswered(path);
            }
        }
        throw new Unanswered(path);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer once(String method, String path, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_WITHIN)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), json(answer.body()));
    }

    private static JsonNode json(byte[] body) {
        try {
            var read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] bytes(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
