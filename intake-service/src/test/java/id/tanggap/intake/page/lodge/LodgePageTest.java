package id.tanggap.intake.page.lodge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.intake.Surroundings;
import id.tanggap.intake.page.PlainBrowser;
import id.tanggap.qr.QrCode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class LodgePageTest {
    private static final String FORM = "/lapor/surakarta/";
    private static final String TEXT = "Lampu jalan di depan pasar padam sejak tiga malam.";

    private final PlainBrowser browser = new PlainBrowser();

    @Inject
    Pool pool;

    @Test
    void goesFromFormToReceiptWithoutScripts() {
        browser.open("/").open(browser.element("#to-surakarta").attr("href"));
        browser.press("#check", Map.of("text", TEXT, "place", "Jalan Veteran", "region", "33.72.01.1001"));
        assertThat(browser.path()).isEqualTo(FORM + "periksa");
        assertThat(browser.text("#check-text")).isEqualTo(TEXT);

        browser.press("#send");

        assertThat(browser.path()).isEqualTo("/tanda-terima/");
        assertThat(browser.text("#receipt-number")).matches("SKA(-[0-9A-Z]{4}){2}");
        assertThat(browser.text("#receipt-secret")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @Test
    void givesAReceiptThatSaysWhatTheLawWants() {
        browser.open(FORM).press("#check", Map.of("text", TEXT, "title", "Lampu padam", "name", "Wati Contoh"));
        browser.press("#send");
        var receipt = browser.element("article.receipt");

        assertThat(receipt.select(".facts dd").eachText())
                .startsWith("Wati Contoh", "Lampu padam")
                .anyMatch(fact -> fact.startsWith("Surakarta, "))
                .anyMatch(fact -> fact.contains("melalui situs ini"));
        assertThat(receipt.select(".promise").text())
                .contains("Dijawab paling lambat", "48 jam sejak diterima")
                .contains("kepala instansi, koordinator aduan, pembina layanan.")
                .contains("Ombudsman");
        assertThat(receipt.attr("data-address"))
                .isEqualTo("http://localhost:8080/lacak/?nomor=" + browser.text("#receipt-number"));
    }

    @Test
    void putsNoNumberOfAPersonsOnPaper() {
        browser.open(FORM)
                .press("#check", Map.of("text", TEXT, "title", "NIK 3372011203800001 ditolak"))
                .press("#send");

        assertThat(browser.element("article.receipt").text()).contains("NIK [NIK] ditolak");
    }

    @Test
    void tellsOnPaperNeitherPersonNorMatterOfASecretComplaint() {
        browser.open(FORM)
                .press("#check", Map.of("text", TEXT, "name", "Wati Contoh", "visibility", "SECRET"))
                .press("#send");

        assertThat(browser.element("article.receipt").text())
                .contains("Dirahasiakan")
                .doesNotContain("Wati", "Lampu");
    }

    @Test
    void drawsACodeThatOpensThePageToFollowWithTheNumber() {
        browser.open(FORM).press("#check", Map.of("text", TEXT)).press("#send");
        var number = browser.text("#receipt-number");
        var code = QrCode.of("http://localhost:8080/lacak/?nomor=" + number);

        assertThat(browser.element(".qr path").attr("d")).isEqualTo(code.path());
        given().get("/lacak/kode/" + number + ".svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(containsString(code.path()));
        given().get("/lacak/kode/SKA-0000-0001.svg").then().statusCode(404);
    }

    @Test
    void namesWhatIsWrongAndKeepsWhatWasTyped() {
        browser.open(FORM).press("#check", Map.of("text", "pendek", "email", "bukan surel", "place", "Jalan Veteran"));

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text("#text-error")).isEqualTo("Tulis 10 sampai 5.000 karakter.");
        assertThat(browser.text("#email-error")).contains("nama@contoh.id");
        assertThat(browser.element("#faults a").attr("href")).isEqualTo("#text");
        assertThat(browser.element("#place").attr("value")).isEqualTo("Jalan Veteran");
        assertThat(browser.text("#text")).isEqualTo("pendek");
    }

    @ParameterizedTest
    @CsvSource({
        "region, 33.13.01.2001, #region-error",
        "category, tidak-ada, #category-error",
        "phone, satu, #phone-error",
        "lat, 91, #point-error",
        "lat, sini, #point-error",
        "lon, 110.8, #point-error"
    })
    void namesAnyFieldThatIsWrong(String field, String value, String place) {
        browser.open(FORM).press("#check", Map.of("text", TEXT, field, value));
        if (browser.has("#send")) {
            browser.press("#send");
        }

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.has(place)).isTrue();
    }

    @Test
    void losesNothingByReloadOrBackAtAnyStep() {
        browser.open(FORM).press("#check", Map.of("text", TEXT, "name", "Wati Contoh"));
        browser.reload();
        assertThat(browser.text("#check-text")).isEqualTo(TEXT);
        browser.open(FORM);
        assertThat(browser.text("#text")).isEqualTo(TEXT);
        assertThat(browser.element("#name").attr("value")).isEqualTo("Wati Contoh");
        browser.open(FORM + "periksa").press("#send");
        var number = browser.text("#receipt-number");
        browser.reload();
        assertThat(browser.text("#receipt-number")).isEqualTo(number);
        browser.open(FORM + "periksa");
        assertThat(browser.path()).isEqualTo(FORM);
        assertThat(browser.text("#text")).isEmpty();
        browser.open("/tanda-terima/");
        assertThat(browser.text("#receipt-number")).isEqualTo(number);

        browser.press("#receipt-kept");

        assertThat(browser.has("#receipt-number")).isFalse();
    }

    @Test
    void forgetsWhatIsCleared() {
        browser.open(FORM).press("#check", Map.of("text", TEXT));

        browser.open(FORM).press("#clear");

        assertThat(browser.text("#text")).isEmpty();
        assertThat(browser.has("#restored:not([hidden])")).isFalse();
    }

    @Test
    void showsOneVisitorNothingOfAnother() {
        browser.open(FORM).press("#check", Map.of("text", TEXT)).press("#send");
        var other = new PlainBrowser().open("/tanda-terima/");

        assertThat(other.has("#receipt-number")).isFalse();
        assertThat(other.open(FORM).text("#text")).isEmpty();
    }

    @Test
    void sendsOnceHoweverOftenTheButtonIsPressed() {
        browser.open(FORM).press("#check", Map.of("text", "Aduan yang ditekan berkali-kali sekaligus."));
        var token = browser.element("form[action$=kirim] [name=token]").attr("value");
        var draft = browser.element("form[action$=kirim] [name=draft]").attr("value");

        var presses = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.runAsync(
                        () -> browser.answerTo(FORM + "kirim", Map.of("token", token, "draft", draft))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(presses).join();

        browser.open("/tanda-terima/");
        assertThat(browser.all("article.receipt")).isEqualTo(1);
        assertThat(browser.has(".resend")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "abc", "abc.def"})
    void takesNoFormThatItDidNotGive(String token) {
        browser.open(FORM);

        browser.post(FORM, Map.of("text", TEXT, "token", token));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text("h1")).isEqualTo("Formulir tidak dikenal");
    }

    @Test
    void takesNoFormThatWasGivenToAnother() {
        var foreign = new PlainBrowser()
                .open(FORM)
                .element("#complaint-form [name=token]")
                .attr("value");
        browser.open(FORM);

        browser.post(FORM, Map.of("text", TEXT, "token", foreign));

        assertThat(browser.status()).isEqualTo(403);
    }

    @Test
    void keepsWhatWasTypedSealed() {
        browser.open(FORM).press("#check", Map.of("text", "Kenari kuning terbang di atas alun-alun malam ini."));

        var rows = pool.preparedQuery("select d::text as row from draft d where encode(content, 'escape') like $1")
                .execute(Tuple.of("%Kenari%"))
                .await()
                .indefinitely();

        assertThat(rows.size()).isZero();
    }

    @Test
    void warnsOfWhatWillBeMasked() {
        browser.open(FORM).press("#check", Map.of("text", "Hubungi saya di 081234567890 soal lampu jalan ini."));

        assertThat(browser.text("#masked")).contains("“081234567890” seperti");
    }

    @Test
    void refusesWhatCannotBeReadAsAPage() {
        browser.open(FORM).press("#check", Map.of("text", TEXT + "\u0000"));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.has("main h1")).isTrue();
    }

    @Test
    void knowsNoGovernmentThatIsNotHere() {
        browser.open("/lapor/atlantis/");

        assertThat(browser.status()).isEqualTo(404);
        assertThat(browser.text("main")).contains("tidak dilayani di sini");
    }

    /** Each takes four bytes. */
    @Test
    void takesTheLongestComplaintInAnyScript() {
        var text = "🕯".repeat(2_480) + " lampu mati sejak Senin";

        browser.open(FORM).press("#check", Map.of("text", text));

        assertThat(browser.path()).isEqualTo(FORM + "periksa");
        assertThat(browser.text("#check-text")).isEqualTo(text);
    }

    @Test
    void sendsWhatWasReadAndNothingThatAnotherPageChanged() {
        browser.open(FORM).press("#check", Map.of("text", TEXT));
        var token = browser.element("form[action$=kirim] [name=token]").attr("value");
        var draft = browser.element("form[action$=kirim] [name=draft]").attr("value");
        browser.open(FORM).press("#check", Map.of("text", "Yang lain: jalan berlubang di depan balai desa."));

        browser.post(FORM + "kirim", Map.of("token", token, "draft", draft));

        assertThat(browser.path()).isEqualTo(FORM + "periksa");
        assertThat(browser.text("#check-text")).startsWith("Yang lain");
    }

    @Test
    void takesNoFormFromAForeignPage() {
        given().header("Sec-Fetch-Site", "cross-site")
                .accept("text/html")
                .formParam("number", "SKA-4F7K-92XM")
                .post("/lacak/")
                .then()
                .statusCode(403)
                .header("Set-Cookie", nullValue());
    }

    @Test
    void pressesNoNamedButtonByTheKeyEnter() {
        browser.open(FORM);

        assertThat(browser.element("#complaint-form button").hasAttr("name")).isFalse();
    }

    @Test
    void leadsOnWithoutNamingAHost() {
        given().redirects()
                .follow(false)
                .formParam("bahasa", "en")
                .formParam("dari", "/lacak/")
                .post("/bahasa/")
                .then()
                .statusCode(303)
                .header("Location", "/lacak/");
    }

    @ParameterizedTest
    @CsvSource({
        "//contoh.invalid/",
        "https://contoh.invalid/",
        "/\\contoh.invalid",
        "javascript:alert(1)",
        "/lacak/?x=1"
    })
    void leadsToNoForeignPage(String from) {
        given().redirects()
                .follow(false)
                .formParam("bahasa", "en")
                .formParam("dari", from)
                .post("/bahasa/")
                .then()
                .header("Location", "/");
    }

    @Test
    void speaksTheLanguageThatWasChosen() {
        browser.open(FORM).press("button[value=en]");

        assertThat(browser.path()).isEqualTo(FORM);
        assertThat(browser.element("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void tellsWhereTheCountersAre() {
        for (var path : new String[] {"/", FORM, "/lacak/", "/bukti/", "/tanda-terima/", "/lapor/atlantis/"}) {
            assertThat(browser.open(path).text("footer"))
                    .contains("Jalan Jenderal Sudirman Nomor 2")
                    .contains("Senin–Kamis 07.30–12.00, 13.00–16.00");
        }
    }
}
