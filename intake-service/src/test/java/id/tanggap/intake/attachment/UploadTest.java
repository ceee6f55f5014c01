package id.tanggap.intake.attachment;

import static id.tanggap.intake.attachment.AttachmentFixture.PATH;
import static id.tanggap.intake.attachment.AttachmentFixture.PHOTO;
import static id.tanggap.intake.attachment.AttachmentFixture.discard;
import static id.tanggap.intake.attachment.AttachmentFixture.file;
import static id.tanggap.intake.attachment.AttachmentFixture.ids;
import static id.tanggap.intake.attachment.AttachmentFixture.newest;
import static id.tanggap.intake.attachment.AttachmentFixture.onDisk;
import static id.tanggap.intake.attachment.AttachmentFixture.photo;
import static id.tanggap.intake.attachment.AttachmentFixture.preview;
import static id.tanggap.intake.attachment.AttachmentFixture.rows;
import static id.tanggap.intake.attachment.AttachmentFixture.upload;
import static id.tanggap.intake.attachment.AttachmentFixture.uploaded;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Named.named;

import id.tanggap.intake.Surroundings;
import id.tanggap.testkit.Camera;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A citizen's file before the complaint: what is taken, and who has it in hand. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init")
class UploadTest {
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    @TestHTTPResource
    URI service;

    @Inject
    Pool pool;

    @Test
    void isKeptForWhoHasTheTicket() throws NoSuchAlgorithmException {
        var taken = upload("C:\\foto\\lubang jalan.jpg", PHOTO)
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("ticket", matchesPattern("[\\w-]{22}"))
                .body("kind", equalTo("JPEG"))
                .body("mediaType", equalTo("image/jpeg"))
                .body("reduced", equalTo(false))
                .body("scanned", equalTo(false))
                .body("position.lat", equalTo(-7.56612f))
                .body("position.lon", equalTo(110.82514f))
                .extract();

        var content = preview(taken.path("ticket"))
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Content-Disposition", containsString("lubang%20jalan.jpg"))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();

        assertThat(content).hasSize(taken.path("size"));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(taken.path("sha256"));
        assertThat(text(content)).doesNotContain("Exif", "Telepon");
    }

    @Test
    void liesSealedOnTheDiskAndNamelessInTheTable() throws IOException {
        uploaded("Wagimin Kanari.pdf", Camera.PDF);

        var id = newest(pool);
        assertThat(text(Files.readAllBytes(file(id)))).doesNotContain("%PDF", "Kanari");
        assertThat(rows(
                        pool,
                        "select a::text || encode(a.details, 'escape') as row from attachment a where id = $1",
                        id))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("row")).doesNotContain("Kanari", "%PDF"));
    }

    @ParameterizedTest
    @CsvSource({"surat.jpg, surat.pdf", "'', lampiran.pdf", "../../etc/passwd, passwd.pdf", "a\tb.exe, ab.exe.pdf"})
    void isCalledByWhatItIs(String name, String called) {
        preview(uploaded(name, Camera.PDF))
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("''" + called));
    }

    @Test
    void hasNoPositionThatIsNotKnown() {
        upload("surat.pdf", Camera.PDF).statusCode(201).body("position", nullValue());
    }

    /** What is no picture or paper, or is not whole, or would be too large. */
    static Stream<Named<byte[]>> hostile() {
        return Stream.of(
                named("empty", new byte[0]),
                named("script", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
                named("drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)),
                named("archive", HexFormat.of().parseHex("504b03041400000008000000")),
                named("program", HexFormat.of().parseHex("4d5a0003")),
                named("beginning alone", HexFormat.of().parseHex("ffd8ff")),
                named("half a photo", Arrays.copyOf(PHOTO, PHOTO.length / 2)),
                named("half a picture", Arrays.copyOf(Camera.png(BufferedImage.TYPE_INT_RGB), 60)),
                named("more than 10 MB", Arrays.copyOf(PHOTO, MOST_BYTES + 1)),
                named("flood of pixels", sized(60_000, 60_000)),
                named("endless row", sized(Integer.MAX_VALUE, 1)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedAndLeavesNothing(byte[] hostile) {
        var files = onDisk();
        var rows = ids(pool);

        upload("foto.jpg", hostile)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("file"));

        assertThat(onDisk()).isEqualTo(files);
        assertThat(ids(pool)).isEqualTo(rows);
    }

    @Test
    void losesWhatHangsOnBehindThePicture() {
        var behind = "PK\u0003\u0004<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        var content = preview(uploaded("foto.jpg", Camera.joined(PHOTO, behind)))
                .extract()
                .asByteArray();

        assertThat(text(content)).doesNotContain("script", "PK\u0003\u0004");
    }

    @Test
    void isTakenUpToTheLimitAndNoFurther() {
        uploaded("foto.jpg", Arrays.copyOf(PHOTO, MOST_BYTES));

        upload("foto.jpg", new byte[12 << 20]).statusCode(413);
    }

    @Test
    void wantsAFile() {
        given().multiPart("other", "foto.jpg", PHOTO)
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("file"));
    }

    @Test
    void isTakenBackByWhoHasTheTicket() {
        var ticket = photo();
        var id = newest(pool);

        discard(ticket).statusCode(204);

        preview(ticket).statusCode(404);
        discard(ticket).statusCode(404);
        assertThat(file(id)).doesNotExist();
        assertThat(ids(pool)).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "x", "' or true"})
    void isNobodyElses(String ticket) {
        photo();

        preview(ticket).statusCode(404);
        discard(ticket).statusCode(404);
        given().get(PATH).then().statusCode(400).body("errors[0].field", equalTo("Tanggap-Ticket"));
        given().delete(PATH).then().statusCode(400).body("errors[0].field", equalTo("Tanggap-Ticket"));
    }

    @Test
    void leavesNothingWhenItWasCutOff() throws IOException {
        var before = ids(pool).size();
        var request = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 50000\r\n\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
        try (var line = new Socket(service.getHost(), service.getPort())) {
            line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(PHOTO);
            line.getOutputStream().flush();
        }

        photo();

        assertThat(ids(pool)).hasSize(before + 1);
    }

    /** Of so many pixels, says its beginning. */
    private static byte[] sized(int width, int height) {
        var png = Camera.png(BufferedImage.TYPE_INT_RGB);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var check = new CRC32();
        check.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) check.getValue());
        return png;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
