package id.tanggap.bench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.bench.platform.Ticker;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * By which a replay is let in as a replay, which may say that a complaint came by another channel than the public page: a
 * token of its client in Keycloak, fetched again before it ends.
 */
final class Passport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT = "tanggap-replay";
    private static final Duration BEFORE_THE_END = Duration.ofSeconds(60);

    private final HttpClient http;
    private final HttpRequest request;
    private final Ticker ticker;
    private String token = "";
    private long renewAt = Long.MIN_VALUE;

    /** @param frontDoor of the platform, before its login server too */
    Passport(HttpClient http, URI frontDoor, String secret, Ticker ticker) {
        this.http = http;
        this.ticker = ticker;
        this.request = HttpRequest.newBuilder(frontDoor.resolve("/auth/realms/tanggap/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=" + CLIENT
                        + "&client_secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .build();
    }

    /** The value of the header {@code Authorization}. */
    synchronized String bearer() throws IOException, InterruptedException {
        if (ticker.nanos() >= renewAt) {
            renew();
        }
        return "Bearer " + token;
    }

    private void renew() throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new NoToken("Keycloak gives no token for " + CLIENT + ": HTTP " + answer.statusCode());
        }
        var told = told(answer.body());
        token = told.path("access_token").asText();
        renewAt = ticker.nanos()
                + Duration.ofSeconds(told.path("expires_in").asLong())
                        .minus(BEFORE_THE_END)
                        .toNanos();
    }

    /** Without the cause, which would quote the token. */
    private static JsonNode told(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            throw new NoToken("Keycloak's answer is no JSON");
        }
    }

    /** It may pass: the login server comes later than the door. */
    static final class NoToken extends IOException {
        private static final long serialVersionUID = 1;

        NoToken(String message) {
            super(message);
        }
    }
}
