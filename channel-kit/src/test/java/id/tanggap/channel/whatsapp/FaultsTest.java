package id.tanggap.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.channel.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    @ParameterizedTest
    @CsvSource({
        "TRANSIENT, 1 2 131000 131016 131057 133004 135000",
        "THROTTLED, 4 80007 130429 131056",
        "WINDOW_CLOSED, 131047",
        "RECIPIENT, 131021 131026 131030 131050",
        "CONTENT, 100 131008 131009 131051 131052 131053 132000 132001 132005 132007 132012 132015 132016 132018 132068 132069",
        "CONFIG, 0 3 10 190 200 230 299 368 130497 131005 131031 131037 131042 131045 133010",
        "QUALITY, 131048 130472 131049",
        "TRANSIENT, -1 5 199 300 4711 2147483647 -2147483648",
    })
    void putsACodeIntoItsClass(Fault fault, String codes) {
        for (var code : codes.split(" ")) {
            assertThat(WhatsAppFaults.of(Integer.parseInt(code))).as(code).isEqualTo(fault);
        }
    }
}
