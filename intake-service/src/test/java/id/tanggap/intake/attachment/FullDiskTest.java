package id.tanggap.intake.attachment;

import static id.tanggap.intake.attachment.AttachmentFixture.PHOTO;
import static id.tanggap.intake.attachment.AttachmentFixture.ids;
import static id.tanggap.intake.attachment.AttachmentFixture.onDisk;
import static id.tanggap.intake.attachment.AttachmentFixture.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import id.tanggap.intake.Surroundings;
import id.tanggap.intake.page.PlainBrowser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
@TestProfile(FullDiskTest.Full.class)
class FullDiskTest {
    @Inject
    Pool pool;

    @Test
    void saysThatThereIsNoRoomAndKeepsNothingHalf() {
        upload("foto.jpg", PHOTO)
                .statusCode(507)
                .contentType("application/problem+json")
                .body("detail", containsString("ruang penyimpanan penuh"));

        assertThat(ids(pool)).isEmpty();
        assertThat(onDisk()).isEmpty();
    }

    /** Nothing that was typed is lost, and the complaint can go without the photo. */
    @Test
    void saysSoOnThePageWhichKeepsTheWords() {
        var browser = new PlainBrowser();
        browser.open("/lapor/surakarta/")
                .press(
                        "#check",
                        Map.of("text", "Lampu jalan di depan pasar padam sejak kemarin."),
                        List.of(new PlainBrowser.Chosen("foto.jpg", PHOTO)));

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text("#files-error")).contains("ruang penyimpanan penuh");
        assertThat(browser.text("#text")).contains("di depan pasar");
        assertThat(ids(pool)).isEmpty();
        assertThat(onDisk()).isEmpty();

        browser.press("#check").press("#send");
        assertThat(browser.path()).isEqualTo("/tanda-terima/");
        assertThat(browser.has("#receipt-number")).isTrue();
    }

    public static final class Full implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tanggap.files.reserve", "1000000000G");
        }
    }
}
