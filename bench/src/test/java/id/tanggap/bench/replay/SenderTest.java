package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.bench.platform.ScriptedServer;
import id.tanggap.bench.platform.SettableTicker;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final UUID KEY = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final String CREATED = ScriptedServer.answer(201, "{}");

    private final SettableTicker ticker = new SettableTicker();
    private final Tally tally = new Tally();

    @Test
    void sendsTheKeyAndIsAccepted() throws Exception {
        try (var server = new ScriptedServer(CREATED)) {
            assertThat(send(server)).isEqualTo(new Outcome.Accepted());

            var request = server.requests().getFirst();
            assertThat(request.headers().get("idempotency-key")).isEqualTo(KEY.toString());
            assertThat(request.body()).isEqualTo("{\"text\":\"x\"}");
        }
    }

    @Test
    void waitsAsLongAsItIsAskedToAndRepeats() throws Exception {
        try (var server = new ScriptedServer(
                ScriptedServer.answer(429, "", "Retry-After: 3"), ScriptedServer.answer(503, ""), CREATED)) {
            assertThat(send(server)).isEqualTo(new Outcome.Accepted());

            assertThat(ticker.seconds()).isEqualTo(5.0);
            assertThat(tally.busyAnswers()).isEqualTo(2);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void takesACutConnectionForNoAnswerAndRepeatsUnderTheSameKey() throws Exception {
        try (var server = new ScriptedServer(
                ScriptedServer.RESET, ScriptedServer.RESET, ScriptedServer.answer(500, ""), CREATED)) {
            assertThat(send(server)).isEqualTo(new Outcome.Accepted());

            assertThat(ticker.seconds()).isEqualTo(1.4);
            assertThat(tally.failures()).isEqualTo(3);
            assertThat(server.requests())
                    .extracting(request -> request.headers().get("idempotency-key"))
                    .containsOnly(KEY.toString());
        }
    }

    @Test
    void givesUpOnAServerThatStaysAwayAndSaysItIsUndecided() throws Exception {
        var gone = new ScriptedServer(CREATED);
        gone.close();

        assertThat(send(gone)).isInstanceOf(Outcome.Undecided.class);
        assertThat(ticker.seconds()).isBetween(120.0, 130.0);
    }

    @Test
    void givesUpOnAPlatformThatIsBusyForTenMinutes() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.answer(503, "", "Retry-After: 30"))) {
            assertThat(send(server)).isInstanceOf(Outcome.Undecided.class);
            assertThat(ticker.seconds()).isBetween(600.0, 660.0);
        }
    }

    @Test
    void namesTheFieldsOfARefusalAndNothingElse() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.answer(
                400,
                "{\"errors\":[{\"field\":\"text\",\"message\":\"…\"},{\"field\":\"title\",\"message\":\"…\"}]}"))) {
            assertThat(send(server)).isEqualTo(new Outcome.Refused(List.of("text", "title")));
        }
        try (var server = new ScriptedServer(ScriptedServer.answer(413, ""))) {
            assertThat(send(server)).isEqualTo(new Outcome.Refused(List.of("(body too large)")));
        }
        try (var server = new ScriptedServer(ScriptedServer.answer(400, "<html>"))) {
            assertThat(send(server)).isEqualTo(new Outcome.Refused(List.of("(no reason told)")));
        }
    }

    @Test
    void knowsAComplaintThatWasTakenInOtherWords() throws Exception {
        try (var server =
                new ScriptedServer(ScriptedServer.answer(422, "{\"type\":\"urn:tanggap:masalah:kunci-terpakai\"}"))) {
            assertThat(send(server)).isEqualTo(new Outcome.AcceptedOtherwise());
        }
    }

    @Test
    void doesNotTakeAWrongAddressForADecision() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.answer(404, ""))) {
            assertThat(send(server)).isInstanceOf(Outcome.Undecided.class);
        }
    }

    @Test
    void isLetInAsAReplay() throws Exception {
        try (var server = new ScriptedServer(CREATED)) {
            send(server);

            assertThat(server.requests().getFirst().headers()).containsEntry("authorization", "Bearer satu");
        }
    }

    @Test
    void waitsForALoginServerThatComesLater() throws Exception {
        try (var server = new ScriptedServer(CREATED);
                var keycloak = new ScriptedServer(ScriptedServer.answer(503, ""), token("satu"))) {
            assertThat(send(server, keycloak)).isEqualTo(new Outcome.Accepted());

            assertThat(tally.failures()).isEqualTo(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    private Outcome send(ScriptedServer server) throws IOException, InterruptedException {
        try (var keycloak = new ScriptedServer(token("satu"))) {
            return send(server, keycloak);
        }
    }

    private static String token(String token) {
        return ScriptedServer.answer(200, "{\"access_token\":\"" + token + "\",\"expires_in\":300}");
    }

    private Outcome send(ScriptedServer server, ScriptedServer keycloak) throws InterruptedException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return new Sender(
                            http,
                            server.address(),
                            new Passport(http, keycloak.address(), "geheim", ticker),
                            new Pace(1_000, ticker),
                            tally,
                            ticker)
                    .send("{\"text\":\"x\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8), KEY);
        }
    }
}
