package id.tanggap.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TokensResource.class)
class ProblemMappersTest {
    @Test
    void namesEachFieldAtFault() {
        problem(post("{\"text\":\" \",\"sender\":{\"email\":\"x\"}}"), 400, "data-tidak-sah")
                .body("errors.field", equalTo(List.of("colour", "sender.email", "text")))
                .body("errors.message", hasItems("Wajib diisi.", "Bukan alamat email."));
    }

    @Test
    void namesAQueryParameterAtFault() {
        problem(given().get("/letters?limit=101").then(), 400, "data-tidak-sah")
                .body("errors[0].field", equalTo("limit"))
                .body("errors[0].message", equalTo("Paling besar 100."));
    }

    @Test
    void tellsWhereJsonIsBroken() {
        problem(post("{\"text\":\"a\",\n  \"colour\": RED}"), 400, "json-rusak")
                .body("detail", containsString("baris 2 kolom"))
                .body("detail", not(containsString("RED")));
    }

    @Test
    void tellsTheChoicesOfAField() {
        problem(post("{\"text\":\"a\",\"colour\":\"GREEN\"}"), 400, "data-tidak-sah")
                .body("errors[0].field", equalTo("colour"))
                .body("errors[0].message", equalTo("Pilih salah satu: RED, BLUE."));
    }

    @ParameterizedTest
    @CsvSource({"/letters/7, 65536", "/letters/7/picture, 1048576"})
    void takesSoMuchAtEachPath(String path, int bytes) {
        given().body(new byte[bytes]).post(path).then().statusCode(200);
    }

    /** By what its head says: who would still send the body may find nobody who reads it. */
    @ParameterizedTest
    @CsvSource({
        "/letters/7, 65537",
        "/letters/7/picture, 1048577",
        "/letters/7/8/picture, 65537",
        "/letters/7/picture/8, 65537"
    })
    void takesNoMoreAtEachPath(String path, int bytes) throws IOException {
        assertThat(answerToHead(path, bytes)).startsWith("HTTP/1.1 413 ");
    }

    private static String answerToHead(String path, int bytes) throws IOException {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            connection
                    .getOutputStream()
                    .write("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, bytes)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            return String.valueOf(answer.readLine());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"a\",\"colour\":\"RED\",\"pages\":\"many\"}|pages",
                "{\"text\":\"a\",\"colour\":\"RED\",\"sender\":[]}|sender",
                "[]|(isi)",
                "\"text\"|(isi)"
            })
    void namesTheFieldOfTheWrongKind(String body, String field) {
        problem(post(body), 400, "data-tidak-sah").body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"'',400", "null,400", "'{\"text\":\"a\"',400"})
    void refusesABodyThatIsNone(String body, int status) {
        post(body).statusCode(status).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void refusesAKindOfBodyItDoesNotRead() {
        problem(given().contentType("text/csv").body("a,b").post("/letters").then(), 415, "jenis-isi-tidak-didukung");
    }

    @Test
    void refusesAKindOfAnswerItDoesNotGive() {
        problem(given().accept("image/png").get("/letters").then(), 406, "format-tidak-didukung");
    }

    @Test
    void knowsNoOtherMethodAndNoOtherPath() {
        problem(given().delete("/letters").then(), 405, "metode-tidak-didukung");
        problem(given().get("/nowhere").then(), 404, "tidak-ditemukan");
    }

    @Test
    void passesOnWhatAResourceAnswers() {
        problem(given().get("/letters/missing").then(), 404, "tidak-ditemukan")
                .body("detail", equalTo("Surat tidak ditemukan."));
        problem(given().get("/letters/sealed").then(), 409, "tidak-dapat-dilakukan");
        problem(given().get("/letters/busy").then(), 503, "layanan-sibuk").header("Retry-After", "7");
    }

    @Test
    void saysNothingOfASurprise() {
        problem(given().get("/letters/burning").then(), 500, "gangguan")
                .body(not(containsString("Budi")))
                .body(not(containsString("IllegalState")));
    }

    @Test
    void asksForATokenThatIsGood() {
        problem(given().get("/letters/mine").then(), 401, "belum-masuk").header("WWW-Authenticate", notNullValue());
        problem(mine(Tokens.expired("u1", "/surakarta/dishub", "agency-admin")), 401, "belum-masuk");
        problem(mine(Tokens.forged("u1", "/surakarta/dishub", "agency-admin")), 401, "belum-masuk");
        problem(mine("no-token"), 401, "belum-masuk");
    }

    @Test
    void refusesAnotherRole() {
        problem(mine(Tokens.of("u1", "/surakarta/dishub", "coordinator")), 403, "tidak-berwenang");
    }

    @Test
    void knowsHowFarACallerReaches() {
        mine(Tokens.of("u1", "/surakarta/dishub", "agency-admin"))
                .statusCode(200)
                .body("id", equalTo("u1"))
                .body("government", equalTo("surakarta"))
                .body("agency", equalTo("dishub"))
                .body("patron", equalTo("false"));
        mine(Tokens.of("u2", "/surakarta", "agency-admin", "patron"))
                .statusCode(200)
                .body("government", equalTo("surakarta"))
                .body("agency", equalTo("null"))
                .body("patron", equalTo("true"));
    }

    private static ValidatableResponse mine(String token) {
        return given().auth().oauth2(token).get("/letters/mine").then();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/letters")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("type", equalTo("urn:tanggap:masalah:" + slug))
                .body("title", notNullValue());
    }
}
