package id.tanggap.file.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.tanggap.testkit.Camera;
import id.tanggap.testkit.server.ClamdServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside a real clamd. */
@SuppressWarnings("NullAway.Init")
class ClamdTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST = 10 << 20;

    private ClamdServer server;
    private Scanner scanner;

    @BeforeEach
    void start() {
        server = ClamdServer.startedOrSkip();
        scanner = Clamd.at(server.address(), PATIENCE);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.kill();
        }
    }

    @Test
    void tellsWhatIsInfectedFromWhatIsNot() {
        assertThat(scanner.of(ClamdServer.eicar())).isEqualTo(Scanned.INFECTED);
        assertThat(scanner.of(behind(Camera.jpeg(), ClamdServer.eicar()))).isEqualTo(Scanned.INFECTED);
        assertThat(scanner.of(Camera.jpeg())).isEqualTo(Scanned.CLEAN);
        assertThat(scanner.of(Camera.PDF)).isEqualTo(Scanned.CLEAN);
        assertThat(scanner.of(new byte[0])).isEqualTo(Scanned.CLEAN);
    }

    /** Around the borders of what is sent at a time. */
    @ParameterizedTest
    @ValueSource(ints = {1, (64 << 10) - 68, (64 << 10) - 34, (64 << 10) - 1, 64 << 10, (64 << 10) + 1, LARGEST})
    void looksIntoTheWholeFile(int before) {
        var content = noise(before);

        assertThat(scanner.of(content)).isEqualTo(Scanned.CLEAN);
        assertThat(scanner.of(behind(content, ClamdServer.eicar()))).isEqualTo(Scanned.INFECTED);
    }

    @Test
    void tellsFiftyAtOnceApart() throws Exception {
        var clean = noise(1 << 20);
        var infected = behind(clean, ClamdServer.eicar());
        var asked = new ArrayList<Callable<Scanned>>();
        for (int i = 0; i < 50; i++) {
            var content = i % 2 == 0 ? clean : infected;
            asked.add(() -> scanner.of(content));
        }

        try (var threads = Executors.newFixedThreadPool(50)) {
            var answers = threads.invokeAll(asked);
            for (int i = 0; i < 50; i++) {
                assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? Scanned.CLEAN : Scanned.INFECTED);
            }
        }
    }

    @Test
    void knowsNothingOfAFileAtWhichTheDaemonDies() throws Exception {
        server.pause();
        var answer = new FutureTask<>(() -> scanner.of(noise(LARGEST)));
        var sender = Thread.ofPlatform().start(answer);
        await().until(() -> isSending(sender));

        server.kill();

        assertThat(answer.get()).isEqualTo(Scanned.NOT_SCANNED);
        server.start();
        assertThat(scanner.of(ClamdServer.eicar())).isEqualTo(Scanned.INFECTED);
    }

    @Test
    void knowsNothingAtOnceWhereNobodyListens() {
        server.kill();

        assertThat(timed(() -> assertThat(scanner.of(ClamdServer.eicar())).isEqualTo(Scanned.NOT_SCANNED)))
                .isLessThan(Duration.ofSeconds(2));
    }

    /** Neither where it answers nothing, nor where it does not even read. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, LARGEST})
    void waitsNoLongerThanItsPatience(int length) {
        server.pause();
        var hasty = Clamd.at(server.address(), Duration.ofSeconds(1));

        assertThat(timed(() -> assertThat(hasty.of(new byte[length])).isEqualTo(Scanned.NOT_SCANNED)))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "clamd", "clamd:", ":3310", "clamd:port", "clamd:65536", "::1:3310", "tcp://clamd:3310"})
    void saysAtOnceThatItIsNoAddress(String address) {
        assertThatThrownBy(() -> Clamd.at(address, PATIENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The scanner is to be host:port, and is set to: " + address);
    }

    private static boolean isSending(Thread sender) {
        return Stream.of(sender.getStackTrace())
                .anyMatch(call -> call.getMethodName().equals("send"));
    }

    private static Duration timed(Runnable deed) {
        var began = System.nanoTime();
        deed.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static byte[] noise(int length) {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private static byte[] behind(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
