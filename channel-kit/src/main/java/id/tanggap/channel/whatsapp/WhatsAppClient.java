package id.tanggap.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.channel.Fault;
import id.tanggap.channel.Fetched;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outcome.Sent;
import id.tanggap.channel.Outcome.Unknown;
import id.tanggap.channel.Outgoing;
import id.tanggap.channel.Reach;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Asks the Cloud API. Never fails: a fault is an answer too. */
public final class WhatsAppClient {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(20);
    private static final Duration DOWNLOADING = Duration.ofMinutes(2);

    /** Of what is no file. */
    private static final int MOST_JSON = 256 * 1024;

    private static final Set<String> DOMAINS = Set.of("facebook.com", "fbsbx.com", "fbcdn.net", "whatsapp.net");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI api;
    private final InstantSource time;
    private final Duration answering;
    private final Duration downloading;

    /** @param api with the version, such as {@code https://graph.facebook.com/v25.0} */
    public WhatsAppClient(URI api, InstantSource time) {
        this(api, time, ANSWERING, DOWNLOADING);
    }

    /**
     * @param answering how long an answer may take, to its last byte
     * @param downloading how long a file may take
     */
    public WhatsAppClient(URI api, InstantSource time, Duration answering, Duration downloading) {
        this.api = api;
        this.time = time;
        this.answering = answering;
        this.downloading = downloading;
    }

    /**
     * A number of ours.
     *
     * @param number its id with the provider, no telephone number
     * @param token of a system user who may send from it
     */
    public record Account(String number, String token) {
        /** Where secrets are kept a line's end often comes along, which no header takes. */
        public Account {
            token = token.strip();
        }

        @Override
        public String toString() {
            return "Account[" + number + "]";
        }
    }

    /**
     * One attempt.
     *
     * @param address a telephone number, or an id that holds for the business
     * @param reference comes back with every report on the message
     */
    public CompletableFuture<Outcome> send(Account from, String address, Outgoing what, UUID reference) {
        var request = request(from, URI.create(api + "/" + from.number() + "/messages"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(WhatsAppBody.of(address, what, reference)))
                .build();
        return ask(request, MOST_JSON, answering)
                .thenApply(this::outcome)
                .exceptionally(failure -> unanswered(inner(failure)));
    }

    private Outcome outcome(HttpResponse<byte[]> response) {
        var said = tree(response.body());
        if (response.statusCode() == 200) {
            return said.path("messages").path(0).path("id").asText().isEmpty()
                    ? new Unknown("HTTP 200 without id")
                    : new Sent();
        }
        return switch (refusal(response, said)) {
            // A gateway gave up waiting for those who may have sent it.
            case Failed _
            when response.statusCode() == 502 || response.statusCode() == 504 ->
                new Unknown("HTTP " + response.statusCode());
            case Failed refused -> refused;
        };
    }

    private Failed refusal(HttpResponse<byte[]> response, JsonNode said) {
        var code = said.path("error").path("code");
        var notBefore = response.headers()
                .firstValue("Retry-After")
                .map(RetryAfter::seconds)
                .map(wait -> time.instant().plusSeconds(wait))
                .orElse(null);
        return code.isIntegralNumber()
                ? new Failed(WhatsAppFaults.of(code.asInt()), WhatsAppFaults.cause(code.asInt()), notBefore)
                : new Failed(byStatus(response.statusCode()), "HTTP " + response.statusCode(), notBefore);
    }

    private static Fault byStatus(int status) {
        return switch (status) {
            case 401, 403 -> Fault.CONFIG;
            case 429 -> Fault.THROTTLED;
            case 400, 404, 413, 415, 422 -> Fault.CONTENT;
            default -> Fault.TRANSIENT;
        };
    }

    /** Whoever was not reached has sent nothing; of all else nobody knows. */
    private static Outcome unanswered(Throwable failure) {
        var cause = failure.getClass().getSimpleName();
        return isBeforeSending(failure) ? new Failed(Fault.TRANSIENT, cause) : new Unknown(cause);
    }

    private static boolean isBeforeSending(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException
                || failure instanceof UnresolvedAddressException;
    }

    /**
     * Fetches a file that a citizen sent.
     *
     * @param media its id
     * @param most bytes that it may hold
     */
    public CompletableFuture<Fetched> fetch(Account by, String media, int most) {
        if (!Given.isMediaId(media)) {
            return CompletableFuture.completedFuture(new Fetched.Gone());
        }
        var about = URI.create(api + "/" + media + "?phone_number_id=" + by.number());
        return get(by, about, MOST_JSON, answering).thenCompose(answer -> switch (answer) {
            case Fetched.Content(var json) -> download(by, tree(json), most);
            default -> CompletableFuture.completedFuture(answer);
        });
    }

    private CompletableFuture<Fetched> download(Account by, JsonNode about, int most) {
        var address = address(about.path("url").asText());
        if (address == null) {
            return CompletableFuture.completedFuture(new Fetched.Failed(Fault.TRANSIENT, "address refused"));
        }
        return about.path("file_size").asLong(0) > most
                ? CompletableFuture.completedFuture(new Fetched.TooLarge())
                : get(by, address, most, downloading);
    }

    /** Null when it leads where nothing is fetched from. */
    private @Nullable URI address(String given) {
        try {
            var address = URI.create(given);
            return new Reach(api, DOMAINS).reaches(address) ? address : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private CompletableFuture<Fetched> get(Account by, URI address, int most, Duration within) {
        return ask(request(by, address).GET().build(), most, within)
                .<Fetched>thenApply(response ->
                        response.statusCode() == 200 ? new Fetched.Content(response.body()) : refused(response))
                .exceptionally(failure -> unfetched(inner(failure)));
    }

    private Fetched refused(HttpResponse<byte[]> response) {
        if (response.statusCode() == 404 || response.statusCode() == 410) {
            return new Fetched.Gone();
        }
        var refusal = refusal(response, tree(response.body()));
        return refusal.fault() == Fault.CONTENT
                ? new Fetched.Gone()
                : new Fetched.Failed(refusal.fault(), refusal.cause());
    }

    private static Fetched unfetched(Throwable failure) {
        return failure instanceof IOException e
                        && String.valueOf(e.getMessage()).startsWith("body exceeds capacity")
                ? new Fetched.TooLarge()
                : new Fetched.Failed(Fault.TRANSIENT, failure.getClass().getSimpleName());
    }

    /** The time of a request alone ends with the first line of the answer, whose rest may never come. */
    private CompletableFuture<HttpResponse<byte[]>> ask(HttpRequest request, int most, Duration within) {
        var exchange = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        return exchange.copy()
                .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> exchange.cancel(true));
    }

    private static HttpRequest.Builder request(Account by, URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + by.token());
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException noJson) {
            return JSON.createObjectNode();
        }
    }

    private static Throwable inner(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
