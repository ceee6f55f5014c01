package id.tanggap.reporting.recap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import id.tanggap.contracts.Channel;
import id.tanggap.rest.PageKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecapCsvTest {
    private static final Instant RECEIVED = Instant.parse("2026-10-31T16:30:00Z");

    private final RecapCsv csv = new RecapCsv(ZoneId.of("Asia/Jakarta"));

    @Test
    void beginsWithAByteOrderMarkAndTheColumnsOfTheRecap() {
        assertThat(csv.columnsAndLines(List.of()))
                .isEqualTo("\uFEFFNO,TANGGAL,ADUAN,DINAS,TANGGAL JAWABAN,JAWABAN,SOSIAL MEDIA,LINK ADUAN\r\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsTimesByTheGovernmentsClock() {
        assertThat(cells("Lampu mati")).startsWith("1", "31/10/2026 23:30");
    }

    @Test
    void leavesEmptyWhatIsNotYet() {
        var row = new RecapRow(
                1,
                RECEIVED,
                "Lampu mati",
                null,
                null,
                null,
                null,
                Channel.X,
                "l",
                "n",
                new PageKey(RECEIVED, new UUID(0, 1)));
        assertThat(new String(csv.lines(List.of(row)), StandardCharsets.UTF_8))
                .isEqualTo("1,31/10/2026 23:30,Lampu mati,,,,X,l\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kata \"pejabat\", katanya",
                "baris satu\nbaris dua\r\nbaris tiga",
                "\"",
                ",,,",
                "\uD83D\uDEA7 jalan ditutup – é",
                " berspasi di depan",
                "a=b"
            })
    void isReadBackAsItWasTold(String text) {
        assertThat(cells(text).get(2)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+62", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void takesThePowerFromFormulas(String text) {
        assertThat(cells(text).get(2)).isEqualTo("'" + text);
    }

    private List<String> cells(String text) {
        var row = new RecapRow(
                1,
                RECEIVED,
                text,
                "dishub",
                "Dinas Perhubungan",
                RECEIVED,
                text,
                Channel.WEB,
                "l",
                "n",
                new PageKey(RECEIVED, new UUID(0, 1)));
        try (var lines = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .<List<String>>readValues(csv.lines(List.of(row)))) {
            var all = lines.readAll();
            assertThat(all).hasSize(1);
            assertThat(all.getFirst()).hasSize(8);
            assertThat(all.getFirst().get(5)).isEqualTo(all.getFirst().get(2));
            return all.getFirst();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
