package id.tanggap.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import id.tanggap.channel.Fault;
import id.tanggap.channel.Fetched;
import id.tanggap.channel.whatsapp.WhatsAppClient.Account;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
    private static final Account ACCOUNT = new Account("PN1", "token");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Of whoever does not wait for an answer that never comes. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final byte[] PHOTO = new byte[5000];

    private final Graph graph;

    FetchTest() throws IOException {
        graph = new Graph();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void asksWhereTheFileIsAndFetchesIt() {
        file(PHOTO.length, exchange -> Graph.say(exchange, 200, PHOTO));

        assertThat(fetched(5000))
                .isInstanceOf(Fetched.Content.class)
                .extracting("bytes")
                .isEqualTo(PHOTO);
        assertThat(graph.asked())
                .extracting(Graph.Asked::address)
                .map(URI::toString)
                .containsExactly("/v25.0/123?phone_number_id=PN1", "/file");
        assertThat(graph.asked()).extracting(Graph.Asked::authorization).containsOnly("Bearer token");
    }

    @Test
    void leavesAFileThatIsSaidToBeTooLarge() {
        file(5000, exchange -> Graph.say(exchange, 200, PHOTO));

        assertThat(fetched(4999)).isEqualTo(new Fetched.TooLarge());
        assertThat(graph.asked()).hasSize(1);
    }

    @Test
    void leavesAFileThatTurnsOutTooLarge() {
        file(1, exchange -> Graph.say(exchange, 200, PHOTO));
        assertThat(fetched(4999)).isEqualTo(new Fetched.TooLarge());

        file(0, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(PHOTO);
        });
        assertThat(fetched(4999)).isEqualTo(new Fetched.TooLarge());
    }

    @ParameterizedTest
    @CsvSource({"404, ", "410, ", "400, 100", "400, 131052"})
    void saysThatItIsGone(int status, @Nullable String code) {
        graph.answers(status, error(code));

        assertThat(fetched(5000)).isEqualTo(new Fetched.Gone());
    }

    @Test
    void saysThatTheFileItselfIsGone() {
        file(5000, exchange -> Graph.say(exchange, 404, ""));

        assertThat(fetched(5000)).isEqualTo(new Fetched.Gone());
    }

    @ParameterizedTest
    @CsvSource({
        "401, 190, CONFIG, WA 190",
        "503, , TRANSIENT, HTTP 503",
        "500, 131000, TRANSIENT, WA 131000",
        "429, 4, THROTTLED, WA 4"
    })
    void saysWhatIsWrong(int status, @Nullable String code, Fault fault, String cause) {
        graph.answers(status, error(code));
        assertThat(fetched(5000)).isEqualTo(new Fetched.Failed(fault, cause));

        file(5000, exchange -> Graph.say(exchange, status, error(code)));
        assertThat(fetched(5000)).isEqualTo(new Fetched.Failed(fault, cause));
    }

    @Test
    void followsNoRedirect() {
        file(5000, exchange -> {
            exchange.getResponseHeaders().add("Location", graph.at("/elsewhere").toString());
            Graph.say(exchange, 302, "");
        });

        assertThat(fetched(5000)).isEqualTo(new Fetched.Failed(Fault.TRANSIENT, "HTTP 302"));
        assertThat(graph.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/file",
                "https://evil.example/file",
                "https://facebook.com.evil.example/file",
                "http://169.254.169.254/latest",
                "file:///etc/passwd",
                "not an address",
                "",
            })
    void fetchesFromNobodyElse(String address) {
        graph.answers(200, "{\"url\":\"%s\",\"file_size\":1}".formatted(address));

        assertThat(fetched(5000)).isEqualTo(new Fetched.Failed(Fault.TRANSIENT, "address refused"));
        assertThat(graph.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "null", "[]", "7"})
    void saysThatNoAddressCame(String about) {
        graph.answers(200, about);

        assertThat(fetched(5000)).isEqualTo(new Fetched.Failed(Fault.TRANSIENT, "address refused"));
    }

    @Test
    void doesNotWaitForTheRestOfAFile() {
        var end = new CountDownLatch(1);
        file(5000, exchange -> {
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write(PHOTO, 0, 100);
            exchange.getResponseBody().flush();
            await(end);
        });

        assertThat(client(SHORT).fetch(ACCOUNT, "123", 5000).join())
                .isEqualTo(new Fetched.Failed(Fault.TRANSIENT, "TimeoutException"));
        end.countDown();
    }

    @Test
    void takesNoHalfFile() {
        file(5000, exchange -> {
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write(PHOTO, 0, 100);
        });

        assertThat(fetched(5000)).isInstanceOf(Fetched.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../1", "a b", "1?x=y", "1#x"})
    void asksForNothingThatIsNoFile(String media) {
        assertThat(client(PATIENCE).fetch(ACCOUNT, media, 5000).join()).isEqualTo(new Fetched.Gone());
        assertThat(graph.asked()).isEmpty();
    }

    private void file(int declared, Graph.Answer answer) {
        graph.answers(exchange -> {
            if (isForTheFile(exchange)) {
                answer.to(exchange);
            } else {
                Graph.say(exchange, 200, "{\"url\":\"%s\",\"file_size\":%d}".formatted(graph.at("/file"), declared));
            }
        });
    }

    private static boolean isForTheFile(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().equals("/file");
    }

    private static String error(@Nullable String code) {
        return code == null ? "<html>" : "{\"error\":{\"code\":%s}}".formatted(code);
    }

    private Fetched fetched(int most) {
        return client(PATIENCE).fetch(ACCOUNT, "123", most).join();
    }

    private WhatsAppClient client(Duration patience) {
        return new WhatsAppClient(graph.at("/v25.0"), InstantSource.system(), patience, patience);
    }

    private static void await(CountDownLatch end) throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
