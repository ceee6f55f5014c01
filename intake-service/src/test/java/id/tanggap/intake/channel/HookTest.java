package id.tanggap.intake.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.channel.Signature;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.channel.FakeWhatsApp.Phone;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The door of the channels: what is signed is kept and said to be, whatever it is; what is not is refused. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class HookTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String QUARANTINE = "/api/intake/v1/admin/channels/quarantine";

    private final Phone siti = Phone.any();

    @Inject
    Pool pool;

    @Test
    void shakesHandsWithWhoKnowsTheWord() {
        shake(FakeWhatsApp.VERIFY).statusCode(200).body(equalTo("4711"));
        shake("tebakan").statusCode(403);
        given().get("/hooks/whatsapp/" + FakeWhatsApp.ACCOUNT).then().statusCode(403);
    }

    private static ValidatableResponse shake(String word) {
        return given().queryParams(Map.of("hub.mode", "subscribe", "hub.verify_token", word, "hub.challenge", "4711"))
                .get("/hooks/whatsapp/" + FakeWhatsApp.ACCOUNT)
                .then();
    }

    @Test
    void takesWhatIsSignedAlone() {
        var before = count();
        var body = FakeWhatsApp.body(List.of(siti.text("Lampu jalan mati")), List.of());
        FakeWhatsApp.post(body, "sha256=" + Signature.of(body, "rahasia lain").hex())
                .then()
                .statusCode(403);
        FakeWhatsApp.post(body, "").then().statusCode(403);
        FakeWhatsApp.post(body, "sha256=zz").then().statusCode(403);
        assertThat(count()).isEqualTo(before);

        FakeWhatsApp.post(body).then().statusCode(200);
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void knowsNoAccountThatIsNotOpen() {
        given().body("{}").post("/hooks/whatsapp/kra-wa").then().statusCode(404);
        given().body("{}")
                .post("/hooks/telegram/" + FakeWhatsApp.ACCOUNT)
                .then()
                .statusCode(404);
    }

    @Test
    void keepsAllOfABatchEachOnce() {
        var before = count();
        var messages = IntStream.range(0, 100)
                .mapToObj(i -> siti.text("Pesan nomor " + i))
                .toList();
        FakeWhatsApp.post(FakeWhatsApp.body(messages, List.of())).then().statusCode(200);
        FakeWhatsApp.post(FakeWhatsApp.body(messages.subList(40, 60), List.of()))
                .then()
                .statusCode(200);
        assertThat(count()).isEqualTo(before + 100);
    }

    @Test
    void takesWhateverIsSignedWithoutAFault() {
        var random = new Random(22);
        var whole = FakeWhatsApp.body(List.of(siti.text("Lampu jalan mati di depan pasar")), List.of());
        for (var i = 0; i < 150; i++) {
            FakeWhatsApp.post(spoilt(whole, random)).then().statusCode(200);
        }
        FakeWhatsApp.post("tidak ada JSON".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200);
        FakeWhatsApp.post(new byte[0]).then().statusCode(200);
    }

    private static byte[] spoilt(byte[] body, Random random) {
        var spoilt = Arrays.copyOf(body, body.length);
        for (var i = 0; i <= random.nextInt(4); i++) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
        return spoilt;
    }

    @Test
    @TestSecurity(user = "operator", roles = "operator")
    void showsTheOperatorTheShapeOfWhatItPutAside() {
        var broken = siti.message("location");
        broken.putObject("location").put("latitude", "rahasia warga");
        siti.says(broken);
        await().atMost(SOON)
                .untilAsserted(() -> given().get(QUARANTINE)
                        .then()
                        .statusCode(200)
                        .body(
                                "items.find { it.cause == 'location.latitude' }.shape.message.location.latitude",
                                equalTo("text of 13")));
        var id = given().get(QUARANTINE).jsonPath().getString("items.find { it.cause == 'location.latitude' }.id");

        given().post(QUARANTINE + "/" + id + "/retry").then().statusCode(204);
        await().atMost(SOON)
                .untilAsserted(() -> given().contentType("application/json")
                        .body("{\"reason\":\"Titik tanpa lintang\"}")
                        .post(QUARANTINE + "/" + id + "/discard")
                        .then()
                        .statusCode(204));
        given().contentType("application/json")
                .body("{\"reason\":\"Titik tanpa lintang\"}")
                .post(QUARANTINE + "/" + id + "/discard")
                .then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = "petugas", roles = "intake-officer")
    void showsNobodyElseWhatItPutAside() {
        given().get(QUARANTINE).then().statusCode(403);
    }

    private long count() {
        return pool.query("select count(*) from inbound_event")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
