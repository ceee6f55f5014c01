package id.tanggap.reporting.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
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

@QuarkusTest
@WithTestResource(ReportingResource.class)
class RecordFileTest {
    private static final String OCTOBER = "/api/reporting/v1/records/surakarta?month=2026-10&audience=recap";

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
                        "LINK ADUAN", "https://aduan.example/#lacak/" + story.number()));
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
        assertThat(text).startsWith("\uFEFFNO,TANGGAL,ADUAN,DINAS,TANGGAL JAWABAN,JAWABAN,SOSIAL MEDIA,LINK ADUAN\r\n");
        try (var lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(text.substring(1))) {
            return lines.readAll();
        }
    }

    private static String head() {
        return Tokens.of("siti", "/surakarta", "head");
    }
}
