package id.tanggap.response.casefile;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.DeskFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class EvidenceTest {
    private static final byte[] PHOTO = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");

    private final DeskFixture desk = new DeskFixture("dishub");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    @Test
    void isKeptAndGivenBackAsItWas() {
        var complaint = desk.dispatch();
        var id = add(desk.admin(), complaint, "C:\\foto\\lampu baru.jpg", PHOTO)
                .then()
                .statusCode(201)
                .body("evidence[0].name", equalTo("lampu baru.jpg"))
                .body("evidence[0].mediaType", equalTo("image/jpeg"))
                .body("evidence[0].size", equalTo(PHOTO.length))
                .extract()
                .<String>path("evidence[0].id");

        assertThat(desk.admin()
                        .get(evidence(complaint) + id)
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", containsString("lampu%20baru.jpg"))
                        .extract()
                        .asByteArray())
                .isEqualTo(PHOTO);
        as("lain", "/surakarta/dlh", "agency-admin")
                .get(evidence(complaint) + id)
                .then()
                .statusCode(404);
        desk.otherAdmin().delete(evidence(complaint) + id).then().statusCode(404);
        desk.admin().delete(evidence(complaint) + id).then().statusCode(204);
        desk.admin().get(CASES + complaint).then().body("evidence", hasSize(0));
    }

    @Test
    void goesByWhatTheFileIsAndNotByItsName() {
        var complaint = desk.dispatch();
        var script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        add(desk.admin(), complaint, "foto.jpg", script)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("file"))
                .body("errors[0].message", containsString("JPEG, PNG, WebP atau PDF"));
        add(desk.admin(), complaint, "kosong.jpg", new byte[0]).then().statusCode(400);
        add(desk.admin(), complaint, "besar.jpg", Arrays.copyOf(PHOTO, 10 * 1024 * 1024 + 1))
                .then()
                .statusCode(400);
        desk.admin().get(CASES + complaint).then().body("evidence", hasSize(0));
    }

    @Test
    void isAddedByWhoWorksOnTheCase() {
        var complaint = desk.dispatch();

        add(as("ketua", "/surakarta", "head"), complaint, "foto.jpg", PHOTO)
                .then()
                .statusCode(403);
        add(desk.staffOf("parkir"), complaint, "foto.jpg", PHOTO).then().statusCode(404);
        add(as("lain", "/surakarta/dlh", "agency-admin"), complaint, "foto.jpg", PHOTO)
                .then()
                .statusCode(404);
    }

    @Test
    void leavesNothingOfAnUploadThatWasCutOff() throws IOException {
        var complaint = desk.dispatch();
        var request = "POST " + evidence(complaint) + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("andi", "/surakarta/dishub", "agency-admin")
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 50000\r\n\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
        try (var line = new Socket(service.getHost(), service.getPort())) {
            line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(PHOTO);
            line.getOutputStream().flush();
        }

        add(desk.admin(), complaint, "foto.jpg", PHOTO).then().statusCode(201).body("evidence", hasSize(1));
        await().atMost(SOON)
                .untilAsserted(() -> desk.admin().get(CASES + complaint).then().body("evidence", hasSize(1)));
    }

    private static Response add(RequestSpecification who, UUID complaint, String name, byte[] content) {
        return who.multiPart("file", name, content).post(evidence(complaint));
    }

    private static String evidence(UUID complaint) {
        return CASES + complaint + "/evidence/";
    }
}
