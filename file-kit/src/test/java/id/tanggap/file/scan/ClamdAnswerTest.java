package id.tanggap.file.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read in the answers that a healthy daemon of our settings does not give. */
class ClamdAnswerTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            'stream: OK\0',                                                CLEAN
            'stream: OK\0stream: Eicar FOUND\0',                           CLEAN
            'stream: Eicar FOUND\0',                                       INFECTED
            'stream: Win.Test.EICAR_HDB-1 FOUND\0',                        INFECTED
            'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0',      NOT_SCANNED
            'INSTREAM size limit exceeded. ERROR\0',                       NOT_SCANNED
            'stream: Can''t allocate memory ERROR\0',                      NOT_SCANNED
            'COMMAND READ TIMED OUT\0',                                    NOT_SCANNED
            'UNKNOWN COMMAND\0',                                           NOT_SCANNED
            'stream: OK',                                                  NOT_SCANNED
            'stream: OK\n',                                                NOT_SCANNED
            'stream: Eicar FOUND',                                         NOT_SCANNED
            'OK\0',                                                        NOT_SCANNED
            '\0',                                                          NOT_SCANNED
            '',                                                            NOT_SCANNED
            'HTTP/1.1 400 Bad Request',                                    NOT_SCANNED
            """)
    void saysNoMoreThanTheAnswer(String answer, Scanned scanned) throws Exception {
        assertThat(answered(answer.getBytes(StandardCharsets.US_ASCII))).isEqualTo(scanned);
    }

    @Property(tries = 200)
    void isNoVerdictWhateverElseIsAnswered(@ForAll byte[] noise) throws Exception {
        assertThat(answered(noise)).isEqualTo(Scanned.NOT_SCANNED);
    }

    @Property(tries = 5)
    void doesNotReadOnForEver(@ForAll byte filler) throws Exception {
        var endless = new byte[1 << 20];
        Arrays.fill(endless, filler == 0 ? (byte) 'x' : filler);

        assertThat(answered(endless)).isEqualTo(Scanned.NOT_SCANNED);
    }

    private static Scanned answered(byte[] answer) throws IOException, ExecutionException, InterruptedException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = threads.submit(() -> {
                try (var socket = server.accept()) {
                    // The command, three bytes and their length, and the end.
                    socket.getInputStream().readNBytes(10 + 4 + 3 + 4);
                    socket.getOutputStream().write(answer);
                }
                return answer;
            });
            return Clamd.at("localhost:" + server.getLocalPort(), Duration.ofSeconds(20))
                    .of(new byte[] {1, 2, 3});
        }
    }
}
