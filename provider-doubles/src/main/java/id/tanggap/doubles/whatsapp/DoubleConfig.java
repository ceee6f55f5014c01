package id.tanggap.doubles.whatsapp;

import id.tanggap.doubles.http.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * How a double is set up.
 *
 * @param apiPort where the Cloud API is, 0 for any free port
 * @param pagePort where the phone's page and the controls are, 0 for any free port
 * @param time by which windows close and addresses of files expire
 */
public record DoubleConfig(int apiPort, int pagePort, List<Account> accounts, InstantSource time, Pace pace) {
    public DoubleConfig {
        accounts = List.copyOf(accounts);
    }

    /** For a test, where everything happens at once. */
    public static DoubleConfig of(Account... accounts) {
        return new DoubleConfig(0, 0, List.of(accounts), InstantSource.system(), Pace.QUICK);
    }

    /** For people, as JSON says it: {@code {"apiPort","pagePort","accounts":[{"id","number","hook","verify","token","signing","templates"}]}}. */
    public static DoubleConfig read(String json) throws IOException {
        var settings = Request.JSON.readTree(json);
        return new DoubleConfig(
                settings.path("apiPort").asInt(),
                settings.path("pagePort").asInt(),
                Request.JSON.readerForListOf(Account.class).readValue(settings.path("accounts")),
                InstantSource.system(),
                Pace.LIFELIKE);
    }

    public DoubleConfig at(InstantSource other) {
        return new DoubleConfig(apiPort, pagePort, accounts, other, pace);
    }

    /**
     * An office's number.
     *
     * @param id as the office calls it
     * @param number its id with the provider
     * @param hook where its updates are posted to
     * @param verify what was agreed for the hook's handshake
     * @param token that may send from it
     * @param signing the secret that updates are signed with
     * @param templates how many values each approved template takes; empty when any template is approved
     */
    public record Account(
            String id,
            String number,
            URI hook,
            String verify,
            String token,
            String signing,
            Map<String, Integer> templates) {
        public Account {
            templates = Map.copyOf(templates);
        }

        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }

    /**
     * How quickly things happen.
     *
     * @param step between a message and its first status, and between statuses
     * @param firstRetry until an update that was not taken is posted again; doubled each time
     * @param longestRetry between two attempts
     * @param attempts after which an update is given up
     */
    public record Pace(Duration step, Duration firstRetry, Duration longestRetry, int attempts) {
        public static final Pace QUICK =
                new Pace(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(500), 1000);
        public static final Pace LIFELIKE =
                new Pace(Duration.ofMillis(600), Duration.ofSeconds(1), Duration.ofSeconds(30), 20_000);

        Duration retry(int attempt) {
            var doubled = firstRetry.multipliedBy(1L << Math.min(attempt - 1, 20));
            return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
        }
    }

    Account account(String number) {
        return accounts.stream()
                .filter(account -> account.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new Refusal(100, "Object with ID '" + number + "' does not exist"));
    }
}
