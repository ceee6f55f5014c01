package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void saysTheSameOfWhatIsWrittenOtherwise() {
        String before = "\uFEFFNO,ADUAN,DINAS\r\n1,\"Kata \"\"lurah\"\",\nsudah\",\r\n2,Lampu; mati,Dishub\r\n";
        String now = "\uFEFF\"NO\";\"ADUAN\";\"DINAS\"\r\n\"1\";\"Kata \"\"lurah\"\",\nsudah\";\"\"\r\n"
                + "\"2\";\"Lampu; mati\";\"Dishub\"\r\n";

        assertThat(Csv.rows(now)).isEqualTo(Csv.rows(before)).hasSize(2);
        assertThat(Csv.rows(before).path(0).path("ADUAN").asText()).isEqualTo("Kata \"lurah\",\nsudah");
    }

    @Test
    void holdsNoRowBehindTheHeadingAlone() {
        assertThat(Csv.rows("\uFEFFNO,ADUAN\r\n")).isEmpty();
    }
}
