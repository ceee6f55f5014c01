package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.testkit.RealComplaints;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TranslationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void sendsWhatACitizenWouldAndNoMore() throws Exception {
        var form = form("""
                {"text":"Lampu jalan mati","title":"Lampu","category":"PJU","agency":"Dinas X","date":"2024-01-02",
                 "channel":"Android","location":"Jalan Contoh 1","source":"s","answered":"2024-01-03",
                 "type":"Aspirasi","status":"Selesai"}""");

        assertThat(body(form)).isEqualTo(JSON.readTree("""
                {"government":"surakarta","channel":"MOBILE_APP","text":"Lampu jalan mati","title":"Lampu",
                 "type":"ASPIRATION","category":"penerangan-jalan","location":{"address":"Jalan Contoh 1"}}"""));
        assertThat(form.cleaned()).isFalse();
        assertThat(form.categoryLeftOut()).isFalse();
    }

    @Test
    void leavesOutWhatIsNotKnown() throws Exception {
        var form = form("""
                {"text":"Lampu jalan mati","category":"MBR","channel":null,"location":" ","type":null}""");

        assertThat(body(form)).isEqualTo(JSON.readTree("""
                {"government":"surakarta","channel":"WEB","text":"Lampu jalan mati"}"""));
        assertThat(form.categoryLeftOut()).isTrue();
    }

    @Test
    void replacesControlCharactersButKeepsLineBreaks() throws Exception {
        var form = form("{\"text\":\"baris satu\\nbaris\\u0000dua\\u007f\\ttiga\"}");

        assertThat(body(form).path("text").asText()).isEqualTo("baris satu\nbaris dua \ttiga");
        assertThat(form.cleaned()).isTrue();
    }

    @Test
    void sendsTextsOfAnyLengthAsTheyAre() throws Exception {
        var tooLong = "a".repeat(6_000);

        assertThat(body(form("{\"text\":\"" + tooLong + "\"}")).path("text").asText())
                .isEqualTo(tooLong);
        assertThat(body(form("{\"text\":\"pendek\"}")).path("text").asText()).isEqualTo("pendek");
    }

    @Test
    void cutsLongPlacesAndReadsCoordinates() throws Exception {
        var place = body(form("{\"text\":\"t\",\"location\":\"" + "x".repeat(400) + "\"}"))
                .path("location");
        var point =
                body(form("{\"text\":\"t\",\"location\":\"-7.5698,110.8284\"}")).path("location");

        assertThat(place.path("address").asText()).hasSize(300);
        assertThat(point).isEqualTo(JSON.readTree("{\"lat\":-7.5698,\"lon\":110.8284}"));
    }

    @Test
    void hasNoFormForALineThatIsNoObject() throws Exception {
        assertThat(translation().form(new ComplaintFile.Line(1, "{\"text\":"))).isNull();
        assertThat(translation().form(new ComplaintFile.Line(1, "[1]"))).isNull();
    }

    @Test
    void translatesEveryRowOfTheRealFile() throws Exception {
        var file = ComplaintFile.read(RealComplaints.orSkip());
        var fields = new TreeSet<String>();
        var keys = new TreeSet<java.util.UUID>();
        for (var line : file.lines()) {
            var form = Objects.requireNonNull(translation().form(line));
            body(form).fieldNames().forEachRemaining(fields::add);
            keys.add(line.key("surakarta"));
        }

        assertThat(keys).hasSize(file.lines().size());
        assertThat(fields)
                .isEqualTo(new TreeSet<>(
                        Set.of("government", "channel", "text", "title", "type", "category", "location")));
    }

    private static Translation translation() throws IOException {
        return new Translation("surakarta", Categories.of("surakarta", JSON.readTree(CatalogueFixture.JSON)));
    }

    private static Translation.Form form(String row) throws IOException {
        return Objects.requireNonNull(translation().form(new ComplaintFile.Line(1, row)));
    }

    private static JsonNode body(Translation.Form form) throws IOException {
        return JSON.readTree(form.body());
    }
}
