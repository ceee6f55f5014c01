package id.tanggap.response.evidence;

import static id.tanggap.response.evidence.EvidenceFixture.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import id.tanggap.response.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
@TestProfile(FullDiskTest.Full.class)
@SuppressWarnings("NullAway.Init")
class FullDiskTest {
    @Inject
    Pool pool;

    @Test
    void saysThatThereIsNoRoomAndKeepsNothingHalf() {
        var evidence = new EvidenceFixture(pool);

        evidence.add(evidence.desk().admin(), "foto.jpg", PHOTO)
                .then()
                .statusCode(507)
                .contentType("application/problem+json")
                .body("detail", containsString("ruang penyimpanan penuh"));

        evidence.file().body("evidence", hasSize(0));
        assertThat(evidence.onDisk()).isEmpty();
    }

    public static final class Full implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tanggap.files.reserve", "1000000000G");
        }
    }
}
