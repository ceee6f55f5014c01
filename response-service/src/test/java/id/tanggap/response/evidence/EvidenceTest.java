package id.tanggap.response.evidence;

import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.DeskFixture.as;
import static id.tanggap.response.evidence.EvidenceFixture.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.response.Surroundings;
import id.tanggap.testkit.Camera;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init")
class EvidenceTest {
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    @TestHTTPResource
    URI service;

    @Inject
    Pool pool;

    @Inject
    Housekeeping housekeeping;

    @Inject
    FileKeys keys;

    private EvidenceFixture evidence;

    @BeforeEach
    void dispatch() {
        evidence = new EvidenceFixture(pool);
    }

    @Test
    void isKeptAndGivenBack() {
        var id = evidence.added("C:\\foto\\lampu baru.jpg", PHOTO);

        var file = evidence.get(id)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Content-Disposition", containsString("lampu%20baru.jpg"))
                .extract()
                .asByteArray();
        evidence.file()
                .body("evidence[0].name", equalTo("lampu baru.jpg"))
                .body("evidence[0].mediaType", equalTo("image/jpeg"))
                .body("evidence[0].size", equalTo(file.length))
                .body("evidence[0].scanned", equalTo(false));
        as("lain", "/surakarta/dlh", "agency-admin")
                .get(evidence.path() + id)
                .then()
                .statusCode(404);
        evidence.desk().otherAdmin().delete(evidence.path() + id).then().statusCode(404);
        evidence.desk().admin().delete(evidence.path() + id).then().statusCode(204);
        evidence.file().body("evidence", hasSize(0));
        assertThat(evidence.onDisk()).isEmpty();
    }

    @Test
    void handsThePositionToTheCaseAndToNobodyElse() {
        var id = evidence.added("foto.jpg", PHOTO);

        evidence.file()
                .body("evidence[0].position.lat", equalTo(-7.56612f))
                .body("evidence[0].position.lon", equalTo(110.82514f));
        assertThat(text(evidence.get(id).asByteArray())).doesNotContain("Exif", "Telepon");
    }

    @Test
    void saysNothingOfAPositionThatIsNotKnown() {
        evidence.added("surat.pdf", Camera.PDF);

        evidence.file().body("evidence[0].position", nullValue()).body("evidence[0].name", equalTo("surat.pdf"));
    }

    @Test
    void becomesWhatEverybodyCanOpen() {
        evidence.added("foto.webp", Camera.WEBP);

        evidence.file()
                .body("evidence[0].name", equalTo("foto.jpg"))
                .body("evidence[0].mediaType", equalTo("image/jpeg"));
    }

    @Test
    void liesSealedOnTheDisk() {
        evidence.added("surat.pdf", Camera.PDF);

        assertThat(evidence.onDisk())
                .hasSize(1)
                .allSatisfy(file -> assertThat(text(EvidenceFixture.read(file))).doesNotContain("%PDF", "startxref"));
        assertThat(evidence.contentInTheTable()).isNull();
    }

    @Test
    void cannotBeReadOnceItsKeyIsErased() {
        var id = evidence.added("foto.jpg", PHOTO);
        evidence.eraseKey();

        evidence.get(id)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", endsWith("dihapus"));
        var later = evidence.added("lagi.jpg", PHOTO);
        evidence.get(later).then().statusCode(200);
        evidence.get(id).then().statusCode(410);
    }

    @Test
    void goesByWhatTheFileIsAndNotByItsName() {
        var script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        evidence.add(evidence.desk().admin(), "foto.jpg", script)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("file"))
                .body("errors[0].message", containsString("JPEG, PNG, WebP atau PDF"));
        assertThat(evidence.onDisk()).isEmpty();
    }

    static Stream<byte[]> refused() {
        return Stream.of(
                new byte[0],
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
                Arrays.copyOf(PHOTO, PHOTO.length / 2),
                Arrays.copyOf(PHOTO, MOST_BYTES + 1));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWhenItIsEmptyBrokenOrTooLarge(byte[] content) {
        evidence.add(evidence.desk().admin(), "foto.jpg", content)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("file"));
        evidence.file().body("evidence", hasSize(0));
        assertThat(evidence.onDisk()).isEmpty();
    }

    /** As large as is promised, with what is hung on behind the picture. */
    @Test
    void isTakenUpToTheLimit() {
        evidence.added("foto.jpg", Arrays.copyOf(PHOTO, MOST_BYTES));

        evidence.file().body("evidence", hasSize(1));
    }

    @Test
    void isAddedByWhoWorksOnTheCase() {
        evidence.add(as("ketua", "/surakarta", "head"), "foto.jpg", PHOTO)
                .then()
                .statusCode(403);
        evidence.add(evidence.desk().staffOf("parkir"), "foto.jpg", PHOTO)
                .then()
                .statusCode(404);
        evidence.add(as("lain", "/surakarta/dlh", "agency-admin"), "foto.jpg", PHOTO)
                .then()
                .statusCode(404);
    }

    @Test
    void isNoMoreThanACaseMayHoldHoweverManyAddAtOnce() {
        var answers = evidence.atOnce(
                Evidence.MOST + 4,
                () -> Stream.generate(() -> evidence.add(evidence.desk().admin(), "surat.pdf", Camera.PDF)
                                .statusCode())
                        .filter(status -> status != 503)
                        .findFirst()
                        .orElseThrow());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(Evidence.MOST);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(4);
        evidence.file().body("evidence", hasSize(Evidence.MOST));
        assertThat(evidence.onDisk()).hasSize(Evidence.MOST);
    }

    @Test
    void opensWithOneKeyHoweverManyWereFirst() {
        var added = evidence.atOnce(6, () -> evidence.added("surat.pdf", Camera.PDF));

        evidence.file().body("evidence", hasSize(6));
        evidence.ids().forEach(id -> evidence.get(id).then().statusCode(200));
        assertThat(added).hasSize(6);
    }

    @Test
    void leavesNothingOfAnUploadThatWasCutOff() throws IOException {
        var request = "POST " + evidence.path() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("andi", "/surakarta/dishub", "agency-admin")
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 50000\r\n\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
        try (var line = new Socket(service.getHost(), service.getPort())) {
            line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(PHOTO);
            line.getOutputStream().flush();
        }

        evidence.added("foto.jpg", PHOTO);
        await().atMost(SOON).untilAsserted(() -> evidence.file().body("evidence", hasSize(1)));
        assertThat(evidence.onDisk()).hasSize(1);
    }

    @Test
    void isSweptAwayWhenItHasNoRow() {
        var id = evidence.added("foto.jpg", PHOTO);
        var gone = evidence.added("lama.jpg", PHOTO);
        evidence.forgetRow(gone);

        housekeeping.sweep().await().atMost(SOON);
        assertThat(evidence.onDisk()).hasSize(2);

        evidence.age();
        housekeeping.sweep().await().atMost(SOON);

        assertThat(evidence.onDisk()).hasSize(1);
        evidence.get(id).then().statusCode(200);
    }

    /** The database was lost, or is another one: its files wait for whoever brings the right one. */
    @Test
    void staysWhereTheDatabaseKnowsNothingOfItsCase() {
        var id = evidence.added("foto.jpg", PHOTO);
        evidence.forgetRow(id);
        evidence.eraseKey();
        evidence.age();

        housekeeping.sweep().await().atMost(SOON);

        assertThat(evidence.onDisk()).hasSize(1);
    }

    /** What it would seal beside them would be lost with the wrong key. */
    @Test
    void doesNotStartWithAnotherMasterKey() {
        evidence.added("foto.jpg", PHOTO);
        keys.verify().await().atMost(SOON);

        evidence.wrapAllKeysByAnotherMaster();

        assertThatThrownBy(() -> keys.verify().await().atMost(SOON)).hasMessageContaining("TANGGAP_FILES_MASTER_KEY");
        evidence.forgetAllKeys();
        keys.verify().await().atMost(SOON);
    }

    /** A directory that is not mounted, or a master key that is not the right one, is no erasure. */
    @Test
    void isNotSaidToBeErasedWhenItDoesNotOpen() throws IOException {
        var id = evidence.added("lain.jpg", PHOTO);
        Files.delete(evidence.path(UUID.fromString(id)));
        isUnreadable(id);

        var sealedByAnother = evidence.added("foto.jpg", PHOTO);
        evidence.wrapKeyByAnotherMaster();
        isUnreadable(sealedByAnother);
    }

    private void isUnreadable(String id) {
        evidence.get(id)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", endsWith("berkas-tidak-terbuka"));
    }

    /** As when a bucket does not answer. */
    @Test
    void isAskedForAgainWhileTheStoreIsInTrouble() throws IOException {
        var id = evidence.added("foto.jpg", PHOTO);
        var shard = evidence.path(UUID.fromString(id)).resolveSibling(".").normalize();
        var away = shard.resolveSibling("away");
        Files.move(shard, away);
        Files.createFile(shard);
        try {
            evidence.add(evidence.desk().admin(), "lagi.jpg", PHOTO)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", endsWith("penyimpanan-tidak-menjawab"));
            isUnreadable(id);
        } finally {
            Files.delete(shard);
            Files.move(away, shard);
        }

        evidence.file().body("evidence", hasSize(1));
        evidence.get(id).then().statusCode(200);
    }

    /** Rather than to wait until nobody listens any more. */
    @Test
    void asksToComeAgainWhenTooManyWait() {
        var answers = evidence.atOnce(
                30, () -> evidence.add(evidence.desk().admin(), "foto.jpg", Arrays.copyOf(PHOTO, MOST_BYTES / 4)));

        assertThat(answers).extracting(Response::statusCode).containsAnyOf(201).isSubsetOf(201, 409, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 503)
                .allSatisfy(answer -> answer.then()
                        .header("Retry-After", "5")
                        .body("detail", containsString("Berkas belum diterima")));
        evidence.file().body("evidence", hasSize((int)
                answers.stream().filter(answer -> answer.statusCode() == 201).count()));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
