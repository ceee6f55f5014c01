package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.bench.platform.ScriptedServer;
import id.tanggap.bench.platform.SettableTicker;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PassportTest {
    private final SettableTicker ticker = new SettableTicker();

    @Test
    void isFetchedOnceAndAgainAMinuteBeforeItEnds() throws Exception {
        try (var keycloak = new ScriptedServer(token("satu"), token("dua"));
                var http = HttpClient.newHttpClient()) {
            var passport = new Passport(http, keycloak.address(), "ge+heim", ticker);

            assertThat(passport.bearer()).isEqualTo("Bearer satu");
            ticker.sleep(Duration.ofSeconds(239).toNanos());
            assertThat(passport.bearer()).isEqualTo("Bearer satu");
            ticker.sleep(Duration.ofSeconds(1).toNanos());
            assertThat(passport.bearer()).isEqualTo("Bearer dua");
            assertThat(keycloak.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.body())
                            .isEqualTo(
                                    "grant_type=client_credentials&client_id=tanggap-replay&client_secret=ge%2Bheim"));
        }
    }

    @Test
    void saysThatItIsRefused() throws Exception {
        try (var keycloak = new ScriptedServer(ScriptedServer.answer(401, "{}"), ScriptedServer.answer(200, "<html>"));
                var http = HttpClient.newHttpClient()) {
            var passport = new Passport(http, keycloak.address(), "geheim", ticker);

            assertThatThrownBy(passport::bearer).hasMessage("Keycloak gives no token for tanggap-replay: HTTP 401");
            assertThatThrownBy(passport::bearer)
                    .hasMessage("Keycloak's answer is no JSON")
                    .hasNoCause();
        }
    }

    private static String token(String token) {
        return ScriptedServer.answer(200, "{\"access_token\":\"" + token + "\",\"expires_in\":300}");
    }
}
