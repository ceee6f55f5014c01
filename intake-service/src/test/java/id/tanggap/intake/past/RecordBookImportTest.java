package id.tanggap.intake.past;

import static id.tanggap.intake.past.reading.RecordBookFixture.book;
import static id.tanggap.intake.past.reading.RecordBookFixture.bookOfBefore;
import static id.tanggap.intake.past.reading.RecordBookFixture.forThePublic;
import static id.tanggap.intake.past.reading.RecordBookFixture.recap;
import static id.tanggap.intake.past.reading.RecordBookFixture.recapOfBefore;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.book.BookCsv.Separator;
import id.tanggap.contracts.book.BookHeading;
import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.past.reading.PastFixture;
import id.tanggap.intake.past.reading.PastFixture.Sp4n;
import id.tanggap.intake.past.reading.RecordBookFixture.Entry;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own record book, taken along and sent in again (field case F3). */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RecordBookImportTest {
    private static final String IMPORTS = "/api/intake/v1/imports";

    /** No other test's complaints are called like this. */
    private final String mine = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Test
    void changesNothingOfWhatWasLodgedHere() {
        var lodged = new Entry(lodged()).with(BookHeading.WORDS, "(rahasia)").with(BookHeading.SECRECY, "Rahasia");
        var inDisorder = new Entry(lodged())
                .with(BookHeading.SECRECY, "entah")
                .with(BookHeading.RECEIVED, "kapan-kapan")
                .with(BookHeading.WORDS, "");

        var id = takenOver(book(Separator.SEMICOLON, lodged, inDisorder));

        rows(id, 0, 0, 2, 0);
        findings(id).body("items", empty());
        for (var other : List.of(
                recap(lodged, inDisorder), bookOfBefore(lodged, inDisorder), recapOfBefore(lodged, inDisorder))) {
            rows(takenOver(other), 0, 0, 2, 0);
        }
        assertThat(imported()).isEmpty();
    }

    @Test
    void takesOverWhatThisHouseDoesNotHave() {
        var book = book(Separator.SEMICOLON, new Entry(number(1)));

        rows(takenOver(book), 1, 0, 0, 0);

        await().atMost(Duration.ofSeconds(60)).until(() -> imported().size() == 1);
        var told = imported().getFirst();
        assertThat(told.source()).isEqualTo(ImportSource.RECORD_BOOK);
        assertThat(told.channel()).isEqualTo(Channel.EMAIL);
        assertThat(told.type()).isEqualTo(ComplaintType.INFORMATION_REQUEST);
        assertThat(told.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(told.text()).isEqualTo("=1+1 adalah dua,\nkata <b>guru</b>");
        assertThat(told.category()).isEqualTo("penerangan-jalan");
        assertThat(told.regionCode()).isEqualTo("33.72.01");
        assertThat(told.agency()).isEqualTo("dishub");
        assertThat(told.receivedAt()).isEqualTo(Instant.parse("2026-10-05T02:10:00Z"));
        assertThat(told.state()).isEqualTo(ImportedState.ANSWERED);
        assertThat(told.answeredAt()).isEqualTo(Instant.parse("2026-10-07T16:59:00Z"));
        assertThat(told.answer()).isEqualTo("- Sudah dijawab");
        rows(takenOver(book), 0, 0, 1, 0);
        rows(takenOver(recap(new Entry(number(1)).with(BookHeading.WORDS, "Lain"))), 0, 0, 1, 0);
    }

    @Test
    void neverMakesPublicWhatIsSecretOrMightBe() {
        var id = takenOver(book(
                Separator.SEMICOLON,
                new Entry(number(1)).with(BookHeading.SECRECY, "Rahasia"),
                new Entry(number(2)).with(BookHeading.WORDS, "(rahasia)"),
                new Entry(number(3)).with(BookHeading.TYPE, "Pengaduan berkadar pengawasan"),
                new Entry(number(4)).with(BookHeading.SECRECY, "anonim"),
                new Entry(number(5)).with(BookHeading.SECRECY, ""),
                new Entry(number(6)).with(BookHeading.SECRECY, "biasa")));

        rows(id, 4, 0, 0, 2);
        findings(id).body("items.column", contains("SIFAT", "SIFAT")).body("items.row", contains(6, 7));
        await().atMost(Duration.ofSeconds(60)).until(() -> imported().size() == 4);
        assertThat(imported())
                .extracting(ComplaintImported::visibility)
                .containsExactly(Visibility.SECRET, Visibility.SECRET, Visibility.SECRET, Visibility.ANONYMOUS);
        assertThat(imported().subList(0, 3)).allSatisfy(told -> {
            assertThat(told.text()).isNull();
            assertThat(told.answer()).isNull();
        });
    }

    @Test
    void takesOverNothingOfAFileThatDoesNotTellSecrecy() {
        rows(takenOver(bookOfBefore(new Entry(number(1)), new Entry(lodged()))), 0, 0, 1, 1);
        rows(takenOver(recapOfBefore(new Entry(number(1)), new Entry(lodged()))), 0, 0, 1, 1);
        rows(
                takenOver(recapOfBefore(
                        new Entry(number(1)).with(BookHeading.LINK, "").with(BookHeading.WORDS, "(rahasia)"))),
                0,
                0,
                0,
                1);
        assertThat(imported()).isEmpty();
    }

    /** Under its own name, so that a later export of that platform adds to it. */
    @Test
    void knowsWhatCameFromTheNationalPlatform() {
        takenOver(PastFixture.sp4n(new Sp4n(mine + "-1")));
        rows(takenOver(book(Separator.COMMA, new Entry("SP4N-" + mine + "-1"))), 0, 0, 1, 0);

        rows(takenOver(book(Separator.COMMA, new Entry("SP4N-" + mine + "-2"))), 1, 0, 0, 0);
        rows(takenOver(PastFixture.sp4n(new Sp4n(mine + "-2"))), 0, 1, 0, 0);
    }

    @Test
    void knowsWhatCameFromARecapSheet() {
        var sheet = PastFixture.csv(
                ",", List.of(List.of("TANGGAL", "ADUAN", "DINAS"), List.of("05/03/2024", "Lampu " + mine, "Dishub")));
        takenOver(sheet);
        await().atMost(Duration.ofSeconds(60)).until(() -> !sheets().isEmpty());

        rows(
                takenOver(book(Separator.TAB, new Entry(sheets().getFirst().number()), new Entry("SKA-R-0123456789"))),
                1,
                0,
                1,
                0);
    }

    @ParameterizedTest
    @CsvSource({"KRA-4F7K-92XM", "4F7K-92XM", "''", "SKA-'; drop table complaint"})
    void leavesOutWhatIsNoNumberOfThisGovernment(String number) {
        var id = takenOver(book(Separator.SEMICOLON, new Entry(number)));

        rows(id, 0, 0, 0, 1);
        findings(id).body("items.column", contains("NOMOR ADUAN"));
    }

    @Test
    void saysThatAFileForThePublicHoldsNoComplaints() {
        var id = sent(forThePublic(new Entry(number(1))));

        await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("REFUSED"));
        look(id).body("refusal", containsString("untuk umum"));
    }

    private String number(int no) {
        return "SKA-" + mine + "-" + no;
    }

    private static String lodged() {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "government",
                        "surakarta",
                        "channel",
                        "WEB",
                        "text",
                        "Lampu jalan di depan pasar mati sejak kemarin."))
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static UUID takenOver(byte[] file) {
        var id = sent(file);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("CHECKED"));
        var foreseen = look(id).extract().path("rows").toString();
        given().auth()
                .oauth2(analyst())
                .queryParam("other", "meant")
                .post(IMPORTS + "/" + id + "/run")
                .then()
                .statusCode(202);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("DONE"));
        assertThat(look(id).extract().path("rows").toString()).isEqualTo(foreseen);
        return id;
    }

    private static UUID sent(byte[] file) {
        return UUID.fromString(given().auth()
                .oauth2(analyst())
                .contentType("text/csv")
                .body(file)
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private static void rows(UUID id, int fresh, int changed, int known, int faulty) {
        look(id).body("rows.fresh", equalTo(fresh))
                .body("rows.changed", equalTo(changed))
                .body("rows.known", equalTo(known))
                .body("rows.faulty", equalTo(faulty));
    }

    private static String state(UUID id) {
        return look(id).extract().path("state");
    }

    private static ValidatableResponse look(UUID id) {
        return given().auth().oauth2(analyst()).get(IMPORTS + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse findings(UUID id) {
        return given().auth()
                .oauth2(analyst())
                .get(IMPORTS + "/" + id + "/findings")
                .then();
    }

    private static String analyst() {
        return Tokens.of("sari", "/surakarta", "analyst");
    }

    private List<ComplaintImported> imported() {
        return told("SKA-" + mine);
    }

    private List<ComplaintImported> sheets() {
        return told("SKA-R-").stream()
                .filter(told -> ("Lampu " + mine).equals(told.text()))
                .toList();
    }

    private static List<ComplaintImported> told(String number) {
        return EventBus.all(Topics.IMPORT, "surakarta", ComplaintImported.class).stream()
                .filter(told -> told.number().startsWith(number))
                .sorted(Comparator.comparing(ComplaintImported::number))
                .toList();
    }
}
