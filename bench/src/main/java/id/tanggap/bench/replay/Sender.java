package id.tanggap.bench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.bench.platform.Ticker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
    private final Pace pace;
    private final Tally tally;
    private final Ticker ticker;

    Sender(HttpClient http, URI complaints, Pace pace, Tally tally, Ticker ticker) {
        this.http = http;
        this.complaints = complaints;
        this.pace = pace;
        this.tally = tally;
        this.ticker = ticker;
    }

    Outcome send(byte[] body, UUID key) throws InterruptedException {
        var request = HttpRequest.newBuilder(complaints)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var began = ticker.nanos();
        var backOff = FIRST_BACK_OFF;
        while (true) {
            var waited = Duration.ofNanos(ticker.nanos() - began);
            String trouble;
            try {
                var sent = ticker.nanos();
                var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                switch (response.statusCode()) {
                    case 200, 201 -> {
                        tally.answered(ticker.nanos() - sent);
                        pace.accepted();
                        return new Outcome.Accepted();
                    }
                    case 400, 413, 422 -> {
                        tally.answered(ticker.nanos() - sent);
                        return refusal(response);
                    }
                    case 429, 503 -> {
                        tally.busy();
                        if (waited.compareTo(PATIENCE_WITH_BUSY) > 0) {
                            return new Outcome.Undecided("the platform was busy for too long");
                        }
                        pace.hold(retryAfter(response));
                        pace.await();
                        continue;
                    }
                    case 500, 502, 504 -> trouble = "HTTP " + response.statusCode();
                    default -> {
                        return new Outcome.Undecided("HTTP " + response.statusCode() + " from " + complaints);
                    }
                }
            } catch (IOException e) {
                trouble = complaints + " cannot be reached (" + e.getClass().getSimpleName() + ")";
            }
            tally.failed();
            if (waited.compareTo(PATIENCE) > 0) {
                return new Outcome.Undecided(trouble);
            }
            ticker.sleep(backOff);
            backOff = Math.min(backOff * 2, LONGEST_BACK_OFF);
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

    /** Field names only; what the answer says of them may quote the citizen. */
    private static Outcome refusal(HttpResponse<byte[]> response) {
        if (response.statusCode() == 413) {
            return new Outcome.Refused(List.of("(body too large)"));
        }
        try {
            var problem = JSON.readTree(response.body());
            if (problem.path("type").asText().endsWith(":kunci-terpakai")) {
                return new Outcome.AcceptedOtherwise();
            }
            var fields = new ArrayList<String>();
            for (var error : problem.path("errors")) {
                fields.add(error.path("field").asText("(unnamed)"));
            }
            return new Outcome.Refused(fields.isEmpty() ? List.of("(no field named)") : List.copyOf(fields));
        } catch (JsonProcessingException _) {
            return new Outcome.Refused(List.of("(no reason told)"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
