package id.tanggap.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** WhatsApp, as far as the service speaks with it: takes what it is given, or says what the test wants. */
public final class WhatsAppDouble {
    private static final String MESSAGES = "/v25.0/1066/messages";

    private final WireMockServer server = new WireMockServer(
            options().port(ConfigProvider.getConfig().getValue("world.whatsapp.port", Integer.class)));

    public WhatsAppDouble() {
        server.start();
    }

    public void takesAll() {
        server.resetAll();
        server.stubFor(post(urlPathEqualTo(MESSAGES))
                .withHeader("Authorization", equalTo("Bearer token-ulas"))
                .willReturn(taken()));
    }

    public static ResponseDefinitionBuilder taken() {
        return okJson("{\"messages\":[{\"id\":\"wamid.1\"}]}");
    }

    public static ResponseDefinitionBuilder refused(int code) {
        return aResponse().withStatus(400).withBody("{\"error\":{\"code\":" + code + ",\"message\":\"to 62812\"}}");
    }

    /** To this number, whatever it is sent. */
    public void answers(String to, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo(MESSAGES))
                .withRequestBody(matchingJsonPath("$.to", equalTo(to)))
                .willReturn(answer));
    }

    /** To this number the first time, and takes all after it. */
    public void answersFirst(String to, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo(MESSAGES))
                .inScenario(to)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("over")
                .withRequestBody(matchingJsonPath("$.to", equalTo(to)))
                .willReturn(answer));
    }

    /** What this number was sent, as JSON, in the order it came. */
    public List<String> sent(String to) {
        return server
                .findAll(postRequestedFor(urlPathEqualTo(MESSAGES))
                        .withRequestBody(matchingJsonPath("$.to", WireMock.equalTo(to))))
                .stream()
                .sorted(java.util.Comparator.comparing(request -> request.getLoggedDate()))
                .map(request -> request.getBodyAsString())
                .toList();
    }

    public void close() {
        server.stop();
    }
}
