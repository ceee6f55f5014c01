package id.tanggap.response.evidence;

import static id.tanggap.response.evidence.EvidenceFixture.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tanggap.response.Surroundings;
import id.tanggap.testkit.Camera;
import id.tanggap.testkit.server.ClamdServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** Beside a real clamd. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@WithTestResource(ScannedTest.ClamdBeside.class)
@SuppressWarnings("NullAway.Init")
class ScannedTest {
    private static ClamdServer clamd;

    /** Why there is none. */
    private static @Nullable TestAbortedException skipped;

    @Inject
    Pool pool;

    private EvidenceFixture evidence;

    @BeforeEach
    void dispatch() {
        if (skipped != null) {
            throw skipped;
        }
        evidence = new EvidenceFixture(pool);
    }

    static Stream<byte[]> infected() {
        return Stream.of(ClamdServer.eicar(), with(PHOTO), with(Camera.PDF), with(Camera.WEBP));
    }

    @ParameterizedTest
    @MethodSource("infected")
    void isRefusedWhateverCarriesMalware(byte[] content) {
        evidence.add(evidence.desk().admin(), "foto.jpg", content)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("file"))
                .body("errors[0].message", containsString("perangkat lunak berbahaya"));

        evidence.file().body("evidence", hasSize(0));
        assertThat(evidence.onDisk()).isEmpty();
    }

    @Test
    void tellsThatNothingWasFound() {
        evidence.added("foto.jpg", PHOTO);
        evidence.added("surat.pdf", Camera.PDF);

        evidence.file().body("evidence.scanned", equalTo(Arrays.asList(true, true)));
    }

    @Test
    void isTakenWhileTheScannerIsAwayAndTold() {
        clamd.stop();
        try {
            evidence.added("foto.jpg", PHOTO);
        } finally {
            clamd.start();
        }
        evidence.added("lagi.jpg", PHOTO);

        evidence.file().body("evidence.scanned", equalTo(Arrays.asList(false, true)));
    }

    private static byte[] with(byte[] content) {
        var eicar = ClamdServer.eicar();
        var both = Arrays.copyOf(content, content.length + eicar.length);
        System.arraycopy(eicar, 0, both, content.length, eicar.length);
        return both;
    }

    public static final class ClamdBeside implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                clamd = ClamdServer.startedOrSkip();
                return Map.of("tanggap.files.scanner", clamd.address());
            } catch (TestAbortedException none) {
                skipped = none;
                return Map.of();
            }
        }

        @Override
        public void stop() {
            if (clamd != null) {
                clamd.stop();
            }
        }
    }
}
