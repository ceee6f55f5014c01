package id.tanggap.response.evidence;

import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.evidence.EvidenceFixture.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.response.Surroundings;
import id.tanggap.testkit.Camera;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init")
class MovingTest {
    private static final byte[] HALF_A_PICTURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

    @Inject
    Pool pool;

    @Inject
    Moving moving;

    private EvidenceFixture evidence;

    @BeforeEach
    void dispatch() {
        evidence = new EvidenceFixture(pool);
    }

    @Test
    void givesBackFromTheTableWhatHasNotMovedYet() {
        var id = evidence.keptInTheTable("lama.jpg", "image/jpeg", PHOTO);

        assertThat(evidence.get(id.toString()).asByteArray()).isEqualTo(PHOTO);
        assertThat(evidence.onDisk()).isEmpty();
    }

    @Test
    void makesKeptPicturesAnew() {
        var id = evidence.keptInTheTable("lama.webp", "image/webp", Camera.withExifInWebp(Camera.exif(1, -7.5, 110.5)));

        moveAll();

        assertThat(evidence.contentInTheTable()).isNull();
        var file = evidence.get(id.toString()).then().statusCode(200).extract().asByteArray();
        evidence.file()
                .body("evidence[0].name", equalTo("lama.jpg"))
                .body("evidence[0].mediaType", equalTo("image/jpeg"))
                .body("evidence[0].size", equalTo(file.length))
                .body("evidence[0].position.lat", equalTo(-7.5f));
    }

    @Test
    void losesNothingOfWhatWouldBeRefusedToday() {
        var id = evidence.keptInTheTable("lama.jpg", "image/jpeg", HALF_A_PICTURE);

        moveAll();

        assertThat(evidence.contentInTheTable()).isNull();
        assertThat(evidence.get(id.toString()).asByteArray()).isEqualTo(HALF_A_PICTURE);
        evidence.file().body("evidence[0].size", equalTo(HALF_A_PICTURE.length));
    }

    @Test
    void losesNoPixelOfWhatWasKept() throws IOException {
        var large = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4_200, 4_200, BufferedImage.TYPE_3BYTE_BGR), "png", large);
        var id = evidence.keptInTheTable("peta.png", "image/png", large.toByteArray());

        moveAll();

        assertThat(evidence.contentInTheTable()).isNull();
        assertThat(evidence.get(id.toString()).asByteArray()).isEqualTo(large.toByteArray());
    }

    /** What hinders one hinders no other, and nothing of it is lost. */
    @Test
    void passesOverWhatDoesNotMove() throws IOException {
        var stuck = evidence.keptInTheTable("lama.jpg", "image/jpeg", PHOTO);
        var inTheWay = Files.createDirectories(evidence.path(stuck).resolve("x"));
        var other = evidence.keptInTheTable("baru.jpg", "image/jpeg", PHOTO);

        moveAll();

        assertThat(evidence.contentInTheTable(other)).isNull();
        assertThat(evidence.contentInTheTable(stuck)).isNotNull();
        assertThat(moving.beginAgain()).isTrue();

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        moveAll();

        assertThat(evidence.contentInTheTable(stuck)).isNull();
        assertThat(moving.beginAgain()).isFalse();
    }

    /** Many hands, as of several replicas, and an earlier version that goes on writing beside them. */
    @Test
    void movesEachOnceHoweverManyMove() {
        var ids = evidence.atOnce(12, () -> evidence.keptInTheTable("lama.jpg", "image/jpeg", PHOTO));

        evidence.atOnce(4, () -> {
            moveAll();
            return true;
        });
        moveAll();

        assertThat(evidence.contentInTheTable()).isNull();
        assertThat(evidence.onDisk()).hasSize(12);
        assertThat(ids).allSatisfy(id -> evidence.get(id.toString()).then().statusCode(200));
    }

    /** The file was written, and the row not: it is written again. */
    @Test
    void goesOnAfterACrash() {
        var id = evidence.keptInTheTable("lama.jpg", "image/jpeg", PHOTO);
        moveAll();
        pool.query("update evidence set content = '\\x" + HexFormat.of().formatHex(PHOTO) + "' where id = '" + id + "'")
                .execute()
                .await()
                .indefinitely();

        moveAll();

        assertThat(evidence.contentInTheTable()).isNull();
        assertThat(evidence.onDisk()).hasSize(1);
        evidence.get(id.toString()).then().statusCode(200);
        assertThat(List.of(evidence.ids())).hasSize(1);
    }

    private void moveAll() {
        while (moving.next().await().atMost(SOON)) {
            // One after the other, until there is none.
        }
    }
}
