package id.tanggap.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Some hundred connections of one address that keep the front door waiting, and how long an honest caller then waits. */
@QuarkusTest
@WithTestResource(FakeUpstream.class)
class HostileClientsTest {

    private static final Logger LOG = Logger.getLogger(HostileClientsTest.class);
    private static final String HOSTILE = "127.0.0.2";
    private static final String OTHER = "127.0.0.4";
    /** Some milliseconds, on a machine that has nothing else to do; whoever waits for a client waits for its patience at least. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final String COMPLAINT = "POST /api/intake/v1/complaints HTTP/1.1\nHost: localhost\n";
    private static final String EVIDENCE =
            "POST /api/response/v1/cases/0190a1b2-0000-7000-8000-000000000001/evidence HTTP/1.1\nHost: localhost\n";

    private final Door door = new Door();

    @Inject
    Lanes lanes;

    private final List<Socket> open = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /** What is said at first, and again and again. */
    enum Way {
        A_BODY_THAT_NEVER_COMES(COMPLAINT + "Content-Length: 2000\n\n", ""),
        A_BODY_THAT_TRICKLES(COMPLAINT + "Content-Length: 2000\n\n", "x"),
        A_CHUNKED_BODY_THAT_NEVER_ENDS(COMPLAINT + "Transfer-Encoding: chunked\n\n", "1\nx\n"),
        A_BODY_OF_STAFF_THAT_NEVER_COMES(
                "PUT /api/response/v1/x HTTP/1.1\nHost: localhost\nContent-Length: 60000\n\n", ""),
        A_HEAD_THAT_NEVER_ENDS(COMPLAINT, "X: y\n"),
        AN_UPLOAD_THAT_TRICKLES(EVIDENCE + "Content-Length: 9000000\n\n", "x"),
        A_CHUNKED_UPLOAD_THAT_TRICKLES(EVIDENCE + "Transfer-Encoding: chunked\n\n", "1\nx\n"),
        A_BODY_TOO_LARGE_THAT_TRICKLES(COMPLAINT + "Content-Length: 9000000\n\n", "x"),
        AN_ANSWER_THAT_IS_NEVER_READ("GET /api/response/large?bytes=2097152 HTTP/1.1\nHost: localhost\n\n", ""),
        A_STREAM_OF_ONE_PERSON(
                "GET /api/response/v1/changes HTTP/1.1\nHost: localhost\nAuthorization: Bearer e30.eyJzdWIiOiJhIn0.s\n\n",
                "");

        private final String first;
        private final String again;

        Way(String first, String again) {
            this.first = first;
            this.again = again;
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        clock.shutdownNow();
        for (var socket : open) {
            socket.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepNoHonestCallerWaiting(Way way) {
        attack(way, 300);
        for (var from : List.of(OTHER, HOSTILE)) {
            assertThat(honest(way, from, COMPLAINT + "Content-Length: 2\n\n{}")).isLessThan(SHORT);
            assertThat(honest(way, from, "GET /api/response/v1/me HTTP/1.1\nHost: localhost\n\n"))
                    .isLessThan(SHORT);
            assertThat(honest(way, from, EVIDENCE + "Content-Length: 70000\n\n" + "x".repeat(70_000)))
                    .isLessThan(SHORT);
        }
    }

    /** Of an answer that its upstream has given as a whole, the connection is somebody else's already. */
    @ParameterizedTest
    @ValueSource(ints = {10, 20, 40, 60, 80, 100, 120, 150, 200, 250, 300, 350, 400, 500, 600, 800, 2_000})
    void cutNobodyOffWhenTheyLeaveAnAnswer(int kibibytes) throws IOException {
        var leaving = open(HOSTILE);
        Door.say(leaving, "GET /api/response/large?bytes=%d HTTP/1.1\nHost: localhost\n\n".formatted(kibibytes << 10));
        Door.head(leaving);
        try (var honest = Door.open(OTHER)) {
            Door.say(honest, "GET /api/response/late?id=%d HTTP/1.1\nHost: localhost\n\n".formatted(kibibytes));
            await().until(() ->
                    door.get("/api/response/late/known?id=" + kibibytes).body().equals("true"));
            leaving.close();
            await().until(() -> lanes.of(Lanes.ORDINARY).busy() <= 1);
            door.get("/api/response/late/now?id=" + kibibytes);
            assertThat(Door.answer(honest)).startsWith("HTTP/1.1 200").endsWith("late");
        }
        await().until(() -> lanes.of(Lanes.ORDINARY).busy() == 0);
    }

    @Test
    void cutNobodyOffWhenTheyAskedForTheHeadAlone() throws IOException {
        for (int i = 0; i < 20; i++) {
            var id = "head-" + i;
            try (var leaving = Door.open(HOSTILE);
                    var honest = Door.open(OTHER)) {
                Door.say(leaving, "HEAD /api/response/large?bytes=2097152 HTTP/1.1\nHost: localhost\n\n");
                Door.say(honest, "GET /api/response/late?id=%s HTTP/1.1\nHost: localhost\n\n".formatted(id));
                leaving.close();
                await().until(() ->
                        door.get("/api/response/late/known?id=" + id).body().equals("true"));
                door.get("/api/response/late/now?id=" + id);
                assertThat(Door.answer(honest)).startsWith("HTTP/1.1 200").endsWith("late");
            }
        }
    }

    @Test
    void areToldWhyTheyAreGivenUp() {
        attack(Way.A_BODY_THAT_NEVER_COMES, 70);
        var answers = open.stream().map(Door::answer).toList();
        assertThat(answers)
                .filteredOn(it -> it.startsWith("HTTP/1.1 429"))
                .as("one more than may be unfinished; fewer than six where the first ones ran out of time meanwhile")
                .hasSizeBetween(1, 6)
                .allMatch(it -> it.toLowerCase(Locale.ROOT).contains("retry-after: "));
        assertThat(answers).filteredOn(it -> it.startsWith("HTTP/1.1 408")).hasSizeBetween(64, 69);
        assertThat(open).allMatch(HostileClientsTest::isClosed);
    }

    @Test
    void getNoMoreStreamsThanOnePersonNeeds() {
        attack(Way.A_STREAM_OF_ONE_PERSON, 12);
        assertThat(open.stream().map(Door::answer))
                .filteredOn(it -> it.startsWith("HTTP/1.1 429"))
                .hasSize(4);
        open.stream().limit(8).forEach(HostileClientsTest::close);
        var another = Way.A_STREAM_OF_ONE_PERSON.first;
        await().until(() -> ask(HOSTILE, another).startsWith("HTTP/1.1 200"));
        assertThat(ask(HOSTILE, another.replace("eyJzdWIiOiJhIn0", "eyJzdWIiOiJiIn0")))
                .startsWith("HTTP/1.1 200");
    }

    /** Slower than the time that an upstream has for its answer, and than what a small body gets. */
    @Test
    void areNotThoseWithASlowLine() throws IOException {
        var socket = open(HOSTILE);
        Door.say(socket, "POST /api/intake/v1/imports HTTP/1.1\nHost: localhost\nContent-Length: 400000\n\n");
        var parts = IntStream.range(0, 20).iterator();
        clock.scheduleAtFixedRate(
                () -> {
                    if (parts.hasNext()) {
                        parts.next();
                        Door.say(socket, "x".repeat(20_000));
                    }
                },
                0,
                350,
                TimeUnit.MILLISECONDS);
        assertThat(Door.answer(socket)).startsWith("HTTP/1.1 200").contains("\"length\":400000");
    }

    private void attack(Way way, int connections) {
        for (int i = 0; i < connections; i++) {
            Door.say(open(HOSTILE), way.first);
        }
        if (!way.again.isEmpty()) {
            clock.scheduleAtFixedRate(
                    () -> open.forEach(socket -> sayMore(socket, way.again)), 200, 200, TimeUnit.MILLISECONDS);
        }
    }

    private Duration honest(Way way, String from, String request) {
        long began = System.nanoTime();
        assertThat(ask(from, request)).startsWith("HTTP/1.1 200");
        var waited = Duration.ofNanos(System.nanoTime() - began);
        LOG.infof("%s: %s from %s waits %d ms", way, request.substring(0, 12), from, waited.toMillis());
        return waited;
    }

    private String ask(String from, String request) {
        try (var socket = Door.open(from)) {
            Door.say(socket, request);
            return Door.answer(socket);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private Socket open(String from) {
        var socket = Door.open(from);
        open.add(socket);
        return socket;
    }

    private static void sayMore(Socket socket, String words) {
        try {
            Door.say(socket, words);
        } catch (UncheckedIOException closed) {
            // As it should be: it was hung up on.
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        } catch (IOException stillOpen) {
            return false;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
