package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @ParameterizedTest
    @CsvSource({
        "Website, WEB",
        "Website - pemerintah-kota-samarinda, WEB",
        "Android, MOBILE_APP",
        "WhatsApp, WHATSAPP",
        "Whatsapp, WHATSAPP",
        "qlue, MOBILE_APP",
        "detik, MOBILE_APP",
        "grasp, TELEGRAM",
        "media_id:15, WEB"
    })
    void mapsChannels(String label, String channel) {
        assertThat(Labels.channel(label)).isEqualTo(channel);
    }

    @ParameterizedTest
    @CsvSource({
        "Aspirasi, ASPIRATION",
        "Permintaan Informasi, INFORMATION_REQUEST",
        "Pengaduan Berkadar Pengawasan, OVERSIGHT",
        "Pengaduan Tidak Berkadar Pengawasan, ORDINARY"
    })
    void mapsTypes(String label, String type) {
        assertThat(Labels.type(label)).isEqualTo(type);
    }

    @Test
    void takesAMissingChannelForTheWebFormAndLeavesAMissingTypeToThePlatform() {
        assertThat(Labels.channel(null)).isEqualTo("WEB");
        assertThat(Labels.type(null)).isNull();
        assertThat(Labels.type("Lain-lain")).isNull();
    }
}
