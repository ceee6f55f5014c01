package id.tanggap.bench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.bench.platform.Ticker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts one complaint until the platform has decided on it, or until patience is at its end. */
final class Sender {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WITH_BUSY = Duration.ofMinutes(10);
    private static final Duration UNSAID_PAUSE = Duration.ofSeconds(2);
    private static final long FIRST_BACK_OFF = Duration.ofMillis(200).toNanos();
    private static final long LONGEST_BACK_OFF = Duration.ofSeconds(5).toNanos();

    private final HttpClient http;
    private final URI complaints;
    private final Passport passport;
    private final Pace pace;
    private final Tally tally;
    private final Ticker ticker;

    Sender(HttpClient http, URI complaints, Passport passport, Pace pace, Tally tally, Ticker ticker) {
        this.http = http;
        this.complaints = complaints;
        this.passport = passport;
        this.pace = pace;
        this.tally = tally;
        this.ticker = ticker;
    }

    Outcome send(byte[] body, UUID key) throws InterruptedException {
        var delivery = new Delivery(HttpRequest.newBuilder(complaints)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        var outcome = delivery.attempt();
        while (outcome == null) {
            outcome = delivery.attempt();
        }
        return outcome;
    }

    /** Of one complaint, as often as it takes. Nothing is decided while an outcome is null: it may be tried again. */
    private final class Delivery {
        private final HttpRequest.Builder request;
        private final long began = ticker.nanos();
        private long sent = began;
        private long backOff = FIRST_BACK_OFF;

        Delivery(HttpRequest.Builder request) {
            this.request = request;
        }

        @Nullable
        Outcome attempt() throws InterruptedException {
            sent = ticker.nanos();
            try {
                var allowed =
                        request.setHeader("Authorization", passport.bearer()).build();
                return outcome(http.send(allowed, HttpResponse.BodyHandlers.ofByteArray()));
            } catch (Passport.NoToken e) {
                return failed(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                return failed(complaints + " cannot be reached (" + e.getClass().getSimpleName() + ")");
            }
        }

        private @Nullable Outcome outcome(HttpResponse<byte[]> response) throws InterruptedException {
            return switch (response.statusCode()) {
                case 200, 201 -> accepted();
                case 400, 413, 422 -> refused(response);
                case 429, 503 -> busy(response);
                case 500, 502, 504 -> failed("HTTP " + response.statusCode());
                default -> new Outcome.Undecided("HTTP " + response.statusCode() + " from " + complaints);
            };
        }

        private Outcome accepted() {
            tally.answered(ticker.nanos() - sent);
            pace.accepted();
            return new Outcome.Accepted();
        }

        private Outcome refused(HttpResponse<byte[]> response) {
            tally.answered(ticker.nanos() - sent);
            return refusal(response);
        }

        private @Nullable Outcome busy(HttpResponse<?> response) throws InterruptedException {
            tally.busy();
            if (hasWaited(PATIENCE_WITH_BUSY)) {
                return new Outcome.Undecided("the platform was busy for too long");
            }
            pace.hold(retryAfter(response));
            pace.await();
            return null;
        }

        private @Nullable Outcome failed(String trouble) throws InterruptedException {
            tally.failed();
            if (hasWaited(PATIENCE)) {
                return new Outcome.Undecided(trouble);
            }
            ticker.sleep(backOff);
            backOff = Math.min(backOff * 2, LONGEST_BACK_OFF);
            return null;
        }

        /** When this attempt began, that is. */
        private boolean hasWaited(Duration patience) {
            return sent - began > patience.toNanos();
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.strip())))
                    .orElse(UNSAID_PAUSE);
        } catch (NumberFormatException _) {
            return UNSAID_PAUSE;
        }
    }

    private static Outcome refusal(HttpResponse<byte[]> response) {
        if (response.statusCode() == 413) {
            return new Outcome.Refused(List.of("(body too large)"));
        }
        try {
            return refusal(JSON.readTree(response.body()));
        } catch (JsonProcessingException _) {
            return new Outcome.Refused(List.of("(no reason told)"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Field names only; what the answer says of them may quote the citizen. */
    private static Outcome refusal(JsonNode problem) {
        if (problem.path("type").asText().endsWith(":kunci-terpakai")) {
            return new Outcome.AcceptedOtherwise();
        }
        var fields = problem.path("errors")
                .valueStream()
                .map(error -> error.path("field").asText("(unnamed)"))
                .toList();
        return new Outcome.Refused(fields.isEmpty() ? List.of("(no field named)") : fields);
    }
}
