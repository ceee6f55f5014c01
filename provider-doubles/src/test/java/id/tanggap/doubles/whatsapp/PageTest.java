package id.tanggap.doubles.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phone as people open it; what it does is in the browser. */
class PageTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final WhatsAppDouble meta = WhatsAppDouble.start(DoubleConfig.of());

    PageTest() throws IOException {}

    @AfterEach
    void close() {
        meta.close();
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "phone.css", "phone.js", "phone.svg"})
    void needsNothingFromElsewhere(String file) throws Exception {
        var answer = get(file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe"));
    }

    @Test
    void servesNothingElse() throws Exception {
        assertThat(get("Control.class").statusCode()).isEqualTo(404);
        assertThat(get("../http/Live.class").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(meta.page().resolve(path)).build(), BodyHandlers.ofString());
    }
}
