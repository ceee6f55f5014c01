package id.tanggap.house.sop;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.house.Checkout;
import id.tanggap.house.Code;
import id.tanggap.house.Generated;
import id.tanggap.house.JavaFile;
import id.tanggap.house.sop.SopFile.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From every row of every SOP there is a way to the code that decides it and to a test. */
class SopPageTest {

    private static final Deeds DEEDS = new Deeds(Code.all(), WireNames::writer);
    private static final List<String> SENT = List.of("post.sent.v1");
    private static final String SURAKARTA = "governments/surakarta/sop.yaml";
    private static final String KARANGANYAR = "governments/karanganyar/sop.yaml";

    @Test
    void leadsFromEveryRowToItsCodeAndItsTest() {
        assertThat(new SopPage(SopFile.all(), DEEDS).gaps()).isEmpty();
    }

    @Test
    void isTheCommittedPage() {
        Generated.check("docs/sop.md", new SopPage(SopFile.all(), DEEDS).text());
    }

    @Test
    void givesEveryTimedRowAnExample() {
        var examples = Checkout.read("clock-kit/src/test/java/id/tanggap/clock/SopRowsTest.java");

        assertThat(SopFile.all())
                .allSatisfy(sop -> assertThat(sop.rows())
                        .filteredOn(row -> !row.time().isEmpty())
                        .allSatisfy(row -> assertThat(examples)
                                .containsPattern("(?m)^ *%s *\\| %d \\|".formatted(sop.government(), row.number()))));
    }

    @ParameterizedTest
    @CsvSource({SURAKARTA + ", 8, Mulai, Selesai", KARANGANYAR + ", 7, Menerima, Mengarsipkan"})
    void tellsTheRowsInTheirOrder(String path, int last, String first, String end) {
        var sop = SopFile.of(path, Checkout.read(path));

        assertThat(sop.missingRows()).isEmpty();
        assertThat(sop.rows()).hasSize(last).isSortedAccordingTo((a, b) -> a.number() - b.number());
        assertThat(sop.rows()).extracting(Row::activity).first().asString().startsWith(first);
        assertThat(sop.rows()).extracting(Row::activity).last().asString().startsWith(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "row: 4 | row: 9 | has no row 4",
                "starts: [complaint.returned-as-misrouted.v1] | starts: [complaint.lost.v1] | nobody decides complaint.lost.v1",
                "Langkah 1 (mulai) dan | Langkah pertama dan | has no row 1",
            })
    void refusesAFileWithAGap(String sentence, String mutation, String gap) {
        var text = Checkout.read(SURAKARTA);
        var sop = SopFile.of(SURAKARTA, text.replace(sentence, mutation));

        assertThat(text).contains(sentence);
        assertThat(new SopPage(List.of(sop), DEEDS).gaps())
                .anySatisfy(found -> assertThat(found).contains(gap));
    }

    @Test
    void missesAnEventADecisionAndATest() {
        var contract = Code.imagined("contracts/src/main/java/P.java", """
                package id.tanggap.contracts;
                interface PostEvent { @WireName("post.sent.v1") record Sent() {} }
                """);
        var deed = Code.imagined("post-service/src/main/java/Post.java", """
                package id.tanggap.post;
                import id.tanggap.contracts.PostEvent;
                class Post { Object send() { return new PostEvent.Sent(); } }
                """);
        var test = Code.imagined("post-service/src/test/java/PostTest.java", """
                package id.tanggap.post;
                class PostTest { String name = "post.sent.v1"; }
                """);

        assertThat(gaps(deeds(List.of()), List.of())).containsExactly("a:1 begins and ends with nothing");
        assertThat(gaps(deeds(List.of(contract)), SENT)).containsExactly("nobody decides post.sent.v1");
        assertThat(gaps(deeds(List.of(contract, deed)), SENT))
                .containsExactly("no test beside Post.send names post.sent.v1");
        assertThat(gaps(deeds(List.of(contract, deed, test)), SENT)).isEmpty();
        assertThat(gaps(new Deeds(List.of(contract, deed, test), _ -> "letter-service"), SENT))
                .containsExactly("nobody decides post.sent.v1");
    }

    private static Deeds deeds(List<JavaFile> files) {
        return new Deeds(files, _ -> "post-service");
    }

    private static List<String> gaps(Deeds deeds, List<String> events) {
        var row = new Row("1", "Mengirim", "1 hours", 1, List.of(), events, List.of());
        return new SopPage(List.of(new SopFile("a", "b", "c", "d", "e", List.of(row), List.of())), deeds).gaps();
    }
}
