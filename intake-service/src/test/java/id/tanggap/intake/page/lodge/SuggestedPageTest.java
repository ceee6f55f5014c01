package id.tanggap.intake.page.lodge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.intake.Surroundings;
import id.tanggap.intake.page.PlainBrowser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page on which a complaint is read once more asks about it, without scripts. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class SuggestedPageTest {
    private static final String FORM = "/lapor/surakarta/";

    private final PlainBrowser browser = new PlainBrowser();

    @Test
    void asksAboutTheKelurahanThatTheTextNames() {
        browser.open(FORM).press("#check", Map.of("text", "Warga di Kelurahan Pajang mengeluh sejak kemarin."));

        assertThat(browser.text("#suggestions li")).startsWith("Apakah tempatnya Kelurahan Pajang, Kecamatan Laweyan?");
        assertThat(browser.text("dl")).contains("Tidak disebut.");
        browser.press("#suggestions button[name=region]");

        assertThat(browser.path()).isEqualTo(FORM + "periksa");
        assertThat(browser.has("#suggestions")).isFalse();
        assertThat(browser.text("dl")).contains("Pajang");
        assertThat(browser.open(FORM).has("option[value='33.72.01.1001'][selected]"))
                .isTrue();
    }

    @Test
    void asksAboutTheCategoryThatWordsSpeakFor() {
        browser.open(FORM).press("#check", Map.of("text", "Lampu jalan di depan rumah saya padam."));
        assertThat(browser.text("#suggestions li")).startsWith("Apakah ini tentang Penerangan jalan umum?");
        assertThat(browser.text("dl")).contains("Ditentukan petugas");

        browser.press("#suggestions button[name=category]");

        assertThat(browser.text("dl")).contains("Penerangan jalan umum");
        assertThat(browser.has("#suggestions")).isFalse();
    }

    @Test
    void asksAboutThreePlacesAtMostAndNothingThatWasChosen() {
        var text = "Di Kel. Kerten, Kel. Sondakan, Kel. Tipes, dan Kel. Joglo lampu jalan padam.";
        browser.open(FORM).press("#check", Map.of("text", text));
        assertThat(browser.all("#suggestions button[name=region]")).isEqualTo(3);

        browser.open(FORM)
                .press("#check", Map.of("text", text, "region", "33.72.01.1009", "category", "penerangan-jalan"));

        assertThat(browser.has("#suggestions")).isFalse();
    }

    @Test
    void findsThePlaceAlsoWhereTheStreetIsWritten() {
        browser.open(FORM)
                .press("#check", Map.of("text", "Mohon dibantu segera ya.", "place", "Jl. Bumi 3, Kel. Sondakan"));

        assertThat(browser.text("#suggestions li")).contains("Kelurahan Sondakan");
        browser.press("#suggestions button[name=region]").press("#send");
        assertThat(browser.has("#receipt-number")).isTrue();
    }

    @Test
    void asksAboutTheDistrictInWhichThePointLies() {
        browser.open(FORM)
                .press("#check", Map.of("text", "Mohon dibantu segera.", "lat", "-7.5692", "lon", "110.8291"));

        assertThat(browser.text("#suggestions li")).contains("Kecamatan Pasar Kliwon");
        assertThat(browser.open(FORM).has("#unlocate:not([hidden])")).isTrue();
        assertThat(browser.press("#unlocate").element("#lat").attr("value")).isEmpty();
    }

    @Test
    void takesNothingForAStranger() {
        browser.open(FORM).press("#check", Map.of("text", "Warga di Kelurahan Pajang mengeluh."));

        browser.post(FORM + "pakai", Map.of("region", "33.72.01.1001", "token", "abc.def"));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.open(FORM + "periksa").has("#suggestions")).isTrue();
    }
}
