package id.tanggap.doubles.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.doubles.http.Request;
import id.tanggap.doubles.whatsapp.DoubleConfig.Account;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the phone's page and a test in another process do. */
class ControlTest {
    private static final String ULAS = "100000000000001";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Office office = new Office();
    private final WhatsAppDouble meta = WhatsAppDouble.start(DoubleConfig.of(
            new Account("ulas-wa", ULAS, office.address(), "agreed", "token", Office.SIGNING, Map.of())));

    ControlTest() throws IOException {}

    @AfterEach
    void close() {
        meta.close();
        office.close();
        http.close();
    }

    @Test
    void letsACitizenActFromElsewhere() throws Exception {
        var siti = json(post("double/citizens", "{\"name\":\"Siti\",\"number\":\"0812-000 111\"}"));
        assertThat(siti.path("number").asText()).isEqualTo("62812000111");
        var path = "double/citizens/" + siti.path("id").asText();

        post(path + "/write", "{\"account\":\"%s\",\"text\":\"Halo\"}".formatted(ULAS));
        post(path + "/place", "{\"account\":\"%s\",\"lat\":-7.5,\"lon\":110.8}".formatted(ULAS));
        post(path + "/send", "{\"account\":\"%s\",\"content\":{\"type\":\"sticker\"}}".formatted(ULAS));
        send(request(path + "/file?caption=Ini%20dia&account=" + ULAS)
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(new byte[] {1, 2})));

        send(request(path + "/file?name=surat.pdf&account=" + ULAS)
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofByteArray(new byte[] {3})));

        await().untilAsserted(() -> assertThat(office.messages()).hasSize(5));
        assertThat(office.messages().getLast().content()).extracting("fileName").isEqualTo("surat.pdf");
        var chat = json(send(request(path + "/chat?account=" + ULAS)));
        assertThat(chat.path("bubbles")).hasSize(5);
        var photo = chat.path("bubbles").path(3).path("content").path("image");
        assertThat(photo.path("caption").asText()).isEqualTo("Ini dia");
        assertThat(send(request("double/files/" + photo.path("id").asText())).body())
                .isEqualTo("\1\2");
    }

    @Test
    void tellsWhatWasTaken() throws Exception {
        var ledger = json(send(request("double/ledger")));

        assertThat(ledger.path("taken")).isEmpty();
        assertThat(ledger.path("unheard")).isEmpty();
    }

    @Test
    void makesTroubleAndEndsIt() throws Exception {
        send(request("double/trouble")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"outage\":\"unavailable\",\"copies\":2,\"code\":130429,\"times\":-1}")));
        assertThat(meta.trouble().outage()).isEqualTo(Trouble.Outage.UNAVAILABLE);
        assertThat(meta.trouble().copies()).isEqualTo(2);
        assertThat(meta.trouble().nextCode()).isEqualTo(130429);

        send(request("double/trouble").DELETE());
        assertThat(meta.trouble().outage()).isEqualTo(Trouble.Outage.NONE);
        assertThat(meta.trouble().nextCode()).isZero();
    }

    @Test
    void takesNothingThatAForeignPageCouldSend() throws Exception {
        var form =
                request("double/citizens").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"));

        assertThat(send(form).statusCode()).isEqualTo(400);
        assertThat(post("double/citizens", "{\"name\":\"\",\"number\":\"1\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("double/citizens/4711/write", "{}").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(meta.page().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Request.JSON.readTree(answer.body());
    }
}
