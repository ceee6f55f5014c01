package id.tanggap.bench.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.Ticker;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** {@code replay}: every row of a file, posted in its citizen's place. */
public final class Replay {
    private static final int DONE = 0;
    private static final int UNDECIDED = 1;
    private static final int DEFAULT_CONCURRENCY = 32;
    private static final String SECRET = "TANGGAP_REPLAY_CLIENT_SECRET";
    private static final int DEFAULT_TIMEOUT_SECONDS = 180;

    private final URI platform;
    private final URI frontDoor;
    private final String secret;
    private final String government;
    private final double rate;
    private final int concurrency;
    private final Ticker ticker;

    /**
     * @param platform where complaints are posted to
     * @param frontDoor where the login server is
     * @param secret of the client that the platform's Keycloak knows for replays
     */
    Replay(URI platform, URI frontDoor, String secret, String government, double rate, int concurrency, Ticker ticker) {
        this.platform = platform;
        this.frontDoor = frontDoor;
        this.secret = secret;
        this.government = government;
        this.rate = rate;
        this.concurrency = concurrency;
        this.ticker = ticker;
    }

    /** @return the exit code: 0 only when every row is decided and, where it was asked for, all databases agree */
    public static int run(List<String> command, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var arguments = Arguments.parse(
                command,
                Set.of("--government", "--rate", "--url", "--via", "--data", "--state", "--concurrency", "--timeout"),
                Set.of("--check"));
        var local = LocalPlatform.at(arguments.value("--data"));
        var name = arguments.at(0);
        if (name == null && !arguments.has("--check")) {
            throw new Arguments.Wrong("which file shall be replayed?");
        }
        var exit = name == null ? DONE : post(ComplaintFile.read(Path.of(name)), arguments, local, out);
        return exit == DONE && arguments.has("--check")
                ? new Agreement(local, out, Ticker.SYSTEM)
                        .await(Duration.ofSeconds(arguments.number("--timeout", DEFAULT_TIMEOUT_SECONDS)))
                : exit;
    }

    private static int post(ComplaintFile file, Arguments arguments, LocalPlatform local, PrintStream out)
            throws IOException, InterruptedException {
        var government = arguments.required("--government");
        var url = arguments.value("--url");
        var replay = new Replay(
                local.door(arguments, LocalPlatform.Service.EDGE),
                url == null ? local.url(LocalPlatform.Service.EDGE) : URI.create(url),
                url == null ? local.secret("client.tanggap-replay") : secretOf(url),
                government,
                rate(arguments.required("--rate")),
                arguments.number("--concurrency", DEFAULT_CONCURRENCY),
                Ticker.SYSTEM);
        var state = arguments.value("--state");
        var stateFile =
                state == null ? stateFile(local.data(), file, government, url == null ? "local" : url) : Path.of(state);
        return replay.post(file, stateFile, out);
    }

    private static String secretOf(String url) {
        var secret = System.getenv(SECRET);
        if (secret == null || secret.isBlank()) {
            throw new Arguments.Wrong(url + " takes a replay only from a client that it knows: set " + SECRET);
        }
        return secret;
    }

    /** One per file content, government and platform, whichever door of the platform was taken. */
    private static Path stateFile(Path data, ComplaintFile file, String government, String platform) {
        var target = Hashes.sha256()
                .digest((file.hash() + "\n" + government + "\n" + platform).getBytes(StandardCharsets.UTF_8));
        return data.resolve("replay").resolve(HexFormat.of().formatHex(target).substring(0, 16) + ".done");
    }

    int post(ComplaintFile file, Path stateFile, PrintStream out) throws IOException, InterruptedException {
        var tally = new Tally();
        var began = ticker.nanos();
        postAll(file, stateFile, tally, out);
        var left = file.lines().size() - tally.handled();
        tally.print(out, (ticker.nanos() - began) / 1e9, left);
        if (tally.busyAnswers() > 0) {
            out.println("The front door takes only so many a second from one address; --via intake goes past it.");
        }
        return exit(tally.undecided.sum() + left, out);
    }

    private static int exit(long undecided, PrintStream out) {
        if (undecided > 0) {
            out.println("Not everything is decided. The same command goes on where this run stopped.");
            return UNDECIDED;
        }
        return DONE;
    }

    private void postAll(ComplaintFile file, Path stateFile, Tally tally, PrintStream out)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
                var done = DoneFile.open(stateFile)) {
            var posting = posting(http, done, tally);
            out.println("Posting to " + platform + ", keeping what is accepted in " + stateFile);
            try (var _ = new Progress(out, tally, file.lines().size())) {
                posting.post(file.lines());
            }
        }
    }

    private Posting posting(HttpClient http, DoneFile done, Tally tally) throws IOException, InterruptedException {
        var translation = new Translation(government, Categories.of(government, catalogue(http)));
        var pace = new Pace(rate, ticker);
        var passport = new Passport(http, frontDoor, secret, ticker);
        var sender = new Sender(http, platform.resolve("/api/intake/v1/complaints"), passport, pace, tally, ticker);
        return new Posting(translation, done, pace, sender, tally, concurrency);
    }

    private JsonNode catalogue(HttpClient http) throws IOException, InterruptedException {
        var address = platform.resolve("/api/intake/v1/governments");
        var response = get(address, http);
        if (response.statusCode() != 200) {
            throw new IOException(address + " answers HTTP " + response.statusCode());
        }
        return new ObjectMapper().readTree(response.body());
    }

    private static HttpResponse<byte[]> get(URI address, HttpClient http) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IOException(
                    address + " cannot be reached (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    static double rate(String text) {
        if (text.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            var rate = Double.parseDouble(text);
            if (rate > 0) {
                return rate;
            }
        } catch (NumberFormatException _) {
            // Answered below, like a number out of range.
        }
        throw new Arguments.Wrong("--rate needs a number of complaints per second or max, not " + text);
    }
}
