package id.tanggap.intake.page.lodge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.intake.Surroundings;
import id.tanggap.intake.page.PlainBrowser;
import id.tanggap.intake.page.PlainBrowser.Chosen;
import id.tanggap.testkit.Camera;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Photos that come with the form, from a browser without scripts. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class PhotosOnPagesTest {
    private static final String FORM = "/lapor/surakarta/";
    private static final Map<String, String> WORDS =
            Map.of("text", "Lampu jalan di depan pasar padam sejak tiga malam.", "place", "Jalan Veteran");

    private final PlainBrowser browser = new PlainBrowser();

    @Test
    void goWithTheComplaint() {
        browser.open(FORM).press("#check", WORDS, List.of(photo("lampu.png"), photo("tiang.png")));
        assertThat(browser.path()).isEqualTo(FORM + "periksa");
        assertThat(browser.all(".files img")).isEqualTo(2);
        assertThat(browser.kindOf(".files img")).isEqualTo("image/png");

        browser.press("#send");

        assertThat(browser.all(".receipt .files li")).isEqualTo(2);
        assertThat(browser.text(".receipt .files code")).matches("[0-9a-f]{64}");
        browser.press("#receipt-track");
        assertThat(browser.all("#result-timeline img")).isEqualTo(2);
        assertThat(browser.kindOf("#result-timeline img")).isEqualTo("image/png");
    }

    @Test
    void areRefusedByNameAndTakeNothingElseAlong() {
        var broken = new Chosen("foto.png", "bukan gambar".getBytes(StandardCharsets.UTF_8));

        browser.open(FORM).press("#check", WORDS, List.of(photo("lampu.png"), broken));

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text("#files-error")).contains("JPEG, PNG, WebP atau PDF");
        assertThat(browser.all("#file-list li")).isEqualTo(1);
        assertThat(browser.element("#place").attr("value")).isEqualTo("Jalan Veteran");
    }

    @Test
    void areAddedOneByOneAndTakenAwayAgain() {
        browser.open(FORM).press("#add-files", WORDS, List.of(photo("lampu.png")));
        assertThat(browser.path()).isEqualTo(FORM);
        browser.press("#add-files", Map.of(), List.of(photo("tiang.png")));
        assertThat(browser.all("#file-list li")).isEqualTo(2);

        browser.press("#file-list button");

        assertThat(browser.all("#file-list li")).isEqualTo(1);
        assertThat(browser.text("#text")).isEqualTo(WORDS.get("text"));
    }

    @Test
    void areFiveAtMost() {
        browser.open(FORM).press("#check", WORDS, Collections.nCopies(6, photo("lampu.png")));

        assertThat(browser.text("#files-error")).isEqualTo("Paling banyak 5 berkas.");
        assertThat(browser.all("#file-list li")).isEqualTo(5);
        assertThat(browser.has("#file")).isFalse();
    }

    @Test
    void areAskedAboutWhereTheyWereTaken() {
        browser.open(FORM).press("#check", WORDS, List.of(takenAt(-7.5692, 110.8291)));
        assertThat(browser.text("#suggestions"))
                .contains("Foto ini diambil di sini. (Kecamatan Pasar Kliwon) Pakai sebagai lokasi aduan?");
        assertThat(browser.text("dl")).doesNotContain("dengan titik lokasi");

        browser.press("#suggestions button[name=foto]");

        assertThat(browser.text("dl")).contains("dengan titik lokasi");
        assertThat(browser.has("#suggestions button[name=foto]")).isFalse();
        assertThat(browser.text("#suggestions")).contains("Apakah tempatnya Kecamatan Pasar Kliwon?");
    }

    @Test
    void areAskedAboutOnTheFormAsWell() {
        browser.open(FORM).press("#add-files", WORDS, List.of(takenAt(-7.5692, 110.8291)));
        browser.press("#add-files", Map.of(), List.of(photo("tiang.png")));
        assertThat(browser.text("#photo-place")).contains("Kecamatan Pasar Kliwon");

        browser.press("#take-photo-place");

        assertThat(browser.element("#lat").attr("value")).startsWith("-7.5692");
        assertThat(browser.has("#photo-place[hidden]")).isTrue();
        assertThat(browser.text("#locate-state")).isEqualTo("Titik lokasi terpasang.");
    }

    @Test
    void areNotAskedAboutWhenTheyWereTakenElsewhereOrAreGone() {
        browser.open(FORM).press("#add-files", WORDS, List.of(takenAt(-6.2, 106.8)));
        assertThat(browser.text("#photo-place")).contains("di luar wilayah").doesNotContain("Pakai");
        assertThat(browser.has("#take-photo-place")).isFalse();

        browser.press("#file-list button");

        assertThat(browser.has("#photo-place[hidden]")).isTrue();
    }

    private static Chosen takenAt(double lat, double lon) {
        return new Chosen("lampu.jpg", Camera.withExif(Camera.jpeg(), Camera.exif(1, lat, lon)));
    }

    @Test
    void areShownToNobodyElse() {
        browser.open(FORM).press("#check", WORDS, List.of(photo("lampu.png")));

        var other = new PlainBrowser().open(FORM + "berkas/0");

        assertThat(other.status()).isEqualTo(404);
    }

    private static Chosen photo(String name) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Chosen(name, png.toByteArray());
    }
}
