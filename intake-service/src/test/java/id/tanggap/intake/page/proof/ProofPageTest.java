package id.tanggap.intake.page.proof;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.page.PlainBrowser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proof that was kept is checked without scripts, and the page says whom one trusts then. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ProofPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "SKA-XAJD-BAWA";
    private static final String SECRET = "ABCD-EFGH";

    /** Reporting, as far as intake asks it. */
    private static final WireMockServer REPORTING = new WireMockServer(WireMockConfiguration.options()
            .port(ConfigProvider.getConfig().getValue("neighbours.port", Integer.class)));

    private final PlainBrowser browser = new PlainBrowser();
    private ObjectNode proof = JSON.createObjectNode();

    @BeforeAll
    static void start() {
        REPORTING.start();
    }

    @AfterAll
    static void stop() {
        REPORTING.stop();
    }

    @BeforeEach
    void keepAProof() throws IOException {
        REPORTING.resetAll();
        proof = (ObjectNode) JSON.readTree(Files.readString(Path.of("../e2e/kept/2026-11/proof.json")));
        answer(2, proof);
    }

    @Test
    void saysWhereTheComplaintStandsAndWhoComputedIt() {
        check("");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text("#proof-checked"))
                .contains("Tercantum dan tidak berubah")
                .contains("Aduan %s adalah nomor 1 di rekap September 2026 (versi 2).".formatted(NUMBER))
                .contains("dihitung oleh layanan kami, jadi Anda mempercayai layanan kami")
                .contains("Cocokkan akarnya");
        assertThat(browser.html()).doesNotContain(SECRET);
    }

    @Test
    void agreesWithAPrintedRootHoweverItIsWritten() {
        check(root().toUpperCase(Locale.ROOT).replaceAll(".{8}", "$0 "));

        assertThat(browser.text("#proof-checked")).contains("Tercantum dan tidak berubah");
    }

    @Test
    void seesWhatDoesNotFit() {
        check("0".repeat(64));
        assertThat(browser.text("#proof-checked")).contains("Akar pada laporan Anda berbeda");

        answer(1, proof);
        check("");
        assertThat(browser.text("#proof-checked")).contains("Bukti ini milik aduan atau rekap lain.");

        answer(2, proof.put("root", "0".repeat(64)));
        check("");
        assertThat(browser.text("#proof-checked")).contains("Tidak cocok", "tidak cocok dengan akar rekap");
    }

    @Test
    void tellsThatTheRecapIsNotThereYet() {
        answer(null, null);
        check("");
        assertThat(browser.text("#proof-untold")).contains("Rekap September 2026 disusun setelah");

        answer(2, null);
        check("");
        assertThat(browser.text("#proof-untold"))
                .contains("Aduan " + NUMBER + " tercatat setelah rekap September 2026");
    }

    @ParameterizedTest
    @CsvSource({"404, Nomor atau kode rahasia tidak cocok", "503, Layanan sedang terganggu"})
    void tellsWhyThereIsNone(int status, String told) {
        REPORTING.stubFor(get(urlPathEqualTo("/api/reporting/v1/proofs/" + NUMBER))
                .willReturn(aResponse().withStatus(status)));

        check("");

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text("#proof-untold")).contains(told);
    }

    @Test
    void asksForWhatIsMissing() {
        browser.open("/bukti/?nomor=" + NUMBER + "&akar=" + root());
        assertThat(browser.element("#proof-number").attr("value")).isEqualTo(NUMBER);
        assertThat(browser.element("#proof-root").attr("value")).isEqualTo(root());

        browser.press("#proof-send");
        assertThat(browser.text("#proof-untold")).contains("Nomor dan kode rahasia perlu diisi");

        check("dd83");
        assertThat(browser.text("#proof-untold")).contains("Akar pada laporan tidak lengkap");
    }

    private void check(String root) {
        browser.open("/bukti/")
                .press(
                        "#proof-send",
                        Map.of("number", NUMBER.toLowerCase(Locale.ROOT), "secret", SECRET, "root", root));
    }

    private String root() {
        return proof.path("root").asText();
    }

    private void answer(@Nullable Integer version, @Nullable ObjectNode found) {
        var answer = JSON.createObjectNode()
                .put("number", NUMBER)
                .put("government", "surakarta")
                .put("month", "2026-09")
                .put("version", version)
                .put("archived", false)
                .<ObjectNode>set("proof", found);
        REPORTING.stubFor(get(urlPathEqualTo("/api/reporting/v1/proofs/" + NUMBER))
                .withHeader("Tanggap-Secret", equalTo(SECRET))
                .willReturn(okJson(answer.toString())));
    }
}
