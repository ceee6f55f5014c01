package id.tanggap.intake.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import id.tanggap.channel.Signature;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** The Cloud API as far as intake meets it: signed posts to the hook, and files that are given out. */
public final class FakeWhatsApp {
    public static final String ACCOUNT = "ulas-wa";
    public static final String SIGNING = "rahasia-aplikasi";
    public static final String VERIFY = "kata-sepakat";
    public static final String NUMBER = "100000000000001";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger IDS = new AtomicInteger();

    private final WireMockServer files = new WireMockServer(
            WireMockConfiguration.options().port(ConfigProvider.getConfig().getValue("whatsapp.port", Integer.class)));

    public FakeWhatsApp start() {
        files.start();
        return this;
    }

    public void stop() {
        files.stop();
    }

    public void gives(String media, byte[] content) {
        about(media);
        files.stubFor(
                get(urlPathEqualTo("/bytes/" + media)).willReturn(aResponse().withBody(content)));
    }

    /** Out of order at first. */
    public void givesAfter(int failures, String media, byte[] content) {
        about(media);
        for (var i = 0; i <= failures; i++) {
            files.stubFor(get(urlPathEqualTo("/bytes/" + media))
                    .inScenario(media)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "failed " + i)
                    .willReturn(
                            i < failures
                                    ? aResponse().withStatus(503)
                                    : aResponse().withBody(content))
                    .willSetStateTo("failed " + (i + 1)));
        }
    }

    public void gives(String media, int status) {
        files.stubFor(
                get(urlPathEqualTo("/v25.0/" + media)).willReturn(aResponse().withStatus(status)));
    }

    private void about(String media) {
        files.stubFor(get(urlPathEqualTo("/v25.0/" + media)).willReturn(okJson("""
                        {"url":"http://localhost:%d/bytes/%s","mime_type":"image/jpeg"}
                        """.formatted(files.port(), media))));
    }

    /** A body with all of these messages and statuses. */
    public static byte[] body(List<ObjectNode> messages, List<ObjectNode> statuses) {
        var update = JSON.createObjectNode().put("object", "whatsapp_business_account");
        var value = update.putArray("entry")
                .addObject()
                .put("id", "WABA")
                .putArray("changes")
                .addObject();
        var content = value.put("field", "messages").putObject("value");
        content.put("messaging_product", "whatsapp").putObject("metadata").put("phone_number_id", NUMBER);
        add(content, "messages", messages);
        add(content, "statuses", statuses);
        return update.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(ObjectNode content, String field, List<ObjectNode> all) {
        if (!all.isEmpty()) {
            ArrayNode array = content.putArray(field);
            all.forEach(array::add);
        }
    }

    public static Response post(byte[] body) {
        return post(body, "sha256=" + Signature.of(body, SIGNING).hex());
    }

    public static Response post(byte[] body, String signature) {
        return given().header("X-Hub-Signature-256", signature)
                .contentType("application/json")
                .body(body)
                .post("/hooks/whatsapp/" + ACCOUNT);
    }

    public static ObjectNode status(String id, String status, String reference) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("status", status)
                .put("timestamp", "1790000000")
                .put("recipient_id", "62812000")
                .put("biz_opaque_callback_data", reference);
    }

    /** Somebody with a telephone. */
    public static final class Phone {
        private final String number;

        private Phone(String number) {
            this.number = number;
        }

        public static Phone any() {
            return new Phone("62812%07d".formatted(IDS.incrementAndGet()));
        }

        public String number() {
            return number;
        }

        public ObjectNode text(String words) {
            var message = message("text");
            message.putObject("text").put("body", words);
            return message;
        }

        public ObjectNode press(String choice) {
            var message = message("interactive");
            message.putObject("interactive")
                    .put("type", "button_reply")
                    .putObject("button_reply")
                    .put("id", choice)
                    .put("title", choice);
            return message;
        }

        public ObjectNode place(double lat, double lon) {
            var message = message("location");
            message.putObject("location").put("latitude", lat).put("longitude", lon);
            return message;
        }

        public ObjectNode file(String type, String media, String caption) {
            var message = message(type);
            message.putObject(type).put("id", media).put("caption", caption).put("mime_type", "image/jpeg");
            return message;
        }

        public ObjectNode message(String type) {
            return JSON.createObjectNode()
                    .put("from", number)
                    .put("id", "wamid." + IDS.incrementAndGet())
                    .put(
                            "timestamp",
                            String.valueOf(Instant.ofEpochMilli(System.currentTimeMillis())
                                    .getEpochSecond()))
                    .put("type", type);
        }

        public void says(ObjectNode... messages) {
            post(body(new ArrayList<>(List.of(messages)), List.of())).then().statusCode(200);
        }
    }
}
