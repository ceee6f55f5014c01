package id.tanggap.intake.past;

import static id.tanggap.intake.past.reading.PastFixture.csv;
import static id.tanggap.intake.past.reading.PastFixture.sp4n;
import static id.tanggap.intake.past.reading.PastFixture.workbook;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.past.reading.PastFixture.Sp4n;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer says of a file is done with it, and with those that come after. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class MappingResourceTest {
    private static final String IMPORTS = "/api/intake/v1/imports";

    @Inject
    Pool pool;

    /** No other test's headings, labels and complaints are called like this. */
    private final String mine = UUID.randomUUID().toString().substring(0, 8);

    private final List<String> heading = List.of("No", "Tgl Masuk " + mine, "Keluhan Warga", "OPD", "Sifat", "Pelapor");

    @Test
    void readsAFreeSheetOnceItsColumnsHaveAMeaning() {
        var id = ended(upload(sheet(), "/surakarta"));

        look(id).body("state", equalTo("UNMAPPED")).body("refusal", nullValue()).body("rows.done", equalTo(0));
        columns(id)
                .body("heading", equalTo(1))
                .body("rows[1].cells", equalTo(heading))
                .body("rows[1].places.DAY", equalTo(1))
                .body("rows[1].places.WORDS", equalTo(2))
                .body("rows[1].places.AGENCY", equalTo(3))
                .body("rows[1].places.SECRECY", equalTo(4))
                .body("rows[1].places.COMPLAINANT", equalTo(5))
                .body("rows[1].unmarked", nullValue())
                .body("rows[2].cells", not(hasItem(containsString("081299998888"))));
        map(id, places(), "PUBLIC").statusCode(202).body("state", equalTo("CHECKING"));

        ended(id);
        look(id).body("state", equalTo("CHECKED"))
                .body("source", equalTo("RECAP_SHEET"))
                .body("rows.fresh", equalTo(3))
                .body("rows.faulty", equalTo(1))
                .body("rows.empty", equalTo(2))
                .body("rows.total", equalTo(6));
        kinds(id)
                .body("findAll { it.fault }.value", contains("Entah"))
                .body("findAll { it.fault }.column", contains("KERAHASIAAN"));
        given().auth().oauth2(analyst("/surakarta")).post(IMPORTS + "/" + id + "/run");
        await().atMost(Duration.ofSeconds(60)).until(() -> imported().size() == 2);
        assertThat(imported())
                .as("and the secret one without words")
                .extracting(ComplaintImported::text)
                .containsExactlyInAnyOrder(mine + " lampu mati, kata [NAMA], [TELEPON]", mine + " air keruh");

        var next = ended(upload(sheet(), "/surakarta"));
        look(next).body("state", equalTo("CHECKED")).body("rows.known", equalTo(3));
        var neighbour = ended(upload(sheet(), "/karanganyar"));
        find(neighbour, "/karanganyar").body("state", equalTo("UNMAPPED"));
    }

    @Test
    void withholdsWhatIsNotMarkedWhenTheOfficerSaysSo() {
        var id = ended(upload(sheet(), "/surakarta"));
        map(id, places(), "SECRET").statusCode(202);
        ended(id);
        given().auth().oauth2(analyst("/surakarta")).post(IMPORTS + "/" + id + "/run");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> "DONE".equals(look(id).extract().path("state")));
        assertThat(imported())
                .extracting(ComplaintImported::text)
                .as("that which is marked as public")
                .containsExactly(mine + " air keruh");
    }

    /** Each want is told by its own field. */
    @Test
    void saysWhatIsMissing() {
        var id = ended(upload(sheet(), "/surakarta"));

        map(id, Map.of(), null)
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("places.DAY", "places.WORDS", "unmarked"));
        map(id, places(), "ANONYMOUS").statusCode(400).body("errors.field", contains("unmarked"));
        map(id, places(), null).statusCode(400).body("errors.field", contains(containsString("unmarked")));
        map(id, Map.of("DAY", 1, "WORDS", 1), "PUBLIC").statusCode(400).body("errors.field", contains("places"));
        map(id, Map.of("DAY", 1, "WORDS", 60), "PUBLIC").statusCode(400).body("errors.field", contains("places"));
        map(id, Map.of("DAY", 1, "WORDS", -1), "PUBLIC").statusCode(400).body("errors.field", contains("places"));
        map(id, 99, places(), "PUBLIC").statusCode(400).body("errors.field", contains("row"));
        map(id, places(), "SOMETIMES").statusCode(400);
        look(id).body("state", equalTo("UNMAPPED"));
        given().auth()
                .oauth2(analyst("/karanganyar"))
                .get(IMPORTS + "/" + id + "/columns")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(analyst("/surakarta"))
                .delete(IMPORTS + "/" + id)
                .then()
                .statusCode(204);
        map(id, places(), "PUBLIC").statusCode(404);
    }

    @Test
    void remembersWhatALabelMeansAndLooksAtTheFileAgain() {
        var office = "Dinas Antah " + mine;
        var category = "Hal Lain " + mine;
        var file = sp4n(
                row("1").with("Instansi Terdisposisi", office),
                row("2").with("Instansi Terdisposisi", office.toUpperCase(Locale.ROOT)),
                row("3").with("Kategori", category));
        var id = ended(upload(file, "/surakarta"));
        kinds(id)
                .body("value", containsInAnyOrder(office, office.toUpperCase(Locale.ROOT), category))
                .body("label", containsInAnyOrder("AGENCY", "AGENCY", "CATEGORY"))
                .body("reason", everyItem(equalTo("Tidak ada di sini; dicatat dengan nama asalnya.")));

        label(
                        id,
                        Map.of("kind", "AGENCY", "label", office, "target", "dpupr"),
                        Map.of("kind", "CATEGORY", "label", category))
                .statusCode(202)
                .body("state", equalTo("CHECKING"));

        ended(id);
        kinds(id)
                .body(
                        "findAll { it.label == 'AGENCY' }.reason",
                        everyItem(containsString("sesuai padanan yang disimpan")))
                .body(
                        "findAll { it.label == 'CATEGORY' }.reason",
                        everyItem(containsString("nama asalnya, sesuai padanan")));
        given().auth().oauth2(analyst("/surakarta")).post(IMPORTS + "/" + id + "/run");
        await().atMost(Duration.ofSeconds(60)).until(() -> sp4nImported().size() == 3);
        assertThat(sp4nImported())
                .extracting(ComplaintImported::agency)
                .containsExactlyInAnyOrder("dpupr", "dpupr", "dishub");
        label(id, Map.of("kind", "AGENCY", "label", office)).statusCode(409);
        kinds(id).body("size()", equalTo(3));
    }

    @Test
    void takesNoMeaningThatTheGovernmentDoesNotHave() {
        var id = ended(upload(sp4n(row("1")), "/surakarta"));

        label(id, Map.of("kind", "AGENCY", "label", "x", "target", "penerangan-jalan"))
                .statusCode(400)
                .body("errors.field", contains("labels[0].target"));
        label(id, Map.of("kind", "CATEGORY", "label", "x", "target", "dishub")).statusCode(400);
        label(id, Map.of("kind", "DISTRICT", "label", "x")).statusCode(400);
        label(id).statusCode(400);
        look(id).body("state", equalTo("CHECKED"));
        given().auth()
                .oauth2(analyst("/surakarta"))
                .get(IMPORTS + "/meanings")
                .then()
                .statusCode(200)
                .body("agencies.id", hasItem("dishub"))
                .body("categories.id", hasItem("penerangan-jalan"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Instansi Terdisposisi", "Kategori", "Kecamatan", "Sumber Laporan", "Status Laporan"})
    void namesNoPersonAmongTheLabels(String column) {
        var id = ended(upload(sp4n(row("1").with(column, "Zubqoril")), "/surakarta"));

        kinds(id).body("find { it.column == '%s' }.value".formatted(column), equalTo("Zubqoril"));

        var told = ended(
                upload(sp4n(row("2").with(column, "Zubqoril").with("Nama Pelapor", "Zubqoril Anwar")), "/surakarta"));
        kinds(told)
                .body("find { it.column == '%s' }.value".formatted(column), equalTo("[NAMA]"))
                .body("find { it.column == '%s' }.label".formatted(column), nullValue());
    }

    /** The export saved by Excel, whose times are parts of a day, is the same export. */
    @Test
    void knowsTheNationalExportSavedAsAWorkbook() {
        takenOver(sp4n(row("1"), row("2").with("Waktu Laporan Masuk", "23:59")));

        for (var day : List.<Object>of(45356, 45356.0 + 0.381944444444444)) {
            var again = ended(upload(saved(day, 0.381944444444444), "/surakarta"));
            look(again).body("rows.known", equalTo(2)).body("rows.changed", equalTo(0));
        }
        var poorer = ended(upload(saved(45356, 0), "/surakarta"));
        look(poorer).body("rows.known", equalTo(2)).body("rows.changed", equalTo(0));
        var other = ended(upload(saved(45356, 0.5), "/surakarta"));
        look(other).body("rows.changed", equalTo(2));
    }

    /** Of what a version before took over, no more was kept than a fingerprint, until it was told again alike. */
    @Test
    void losesNothingOfWhatAVersionBeforeTookOver() {
        takenOver(sp4n(row("1"), row("2")));
        pool.preparedQuery("update past_complaint set told = null, told_key = null where source_id like $1")
                .execute(Tuple.of(mine + "%"))
                .await()
                .indefinitely();
        takenOver(sp4n(row("1"), row("2")));

        var poorer = ended(upload(saved(45356, 0), "/surakarta"));
        look(poorer).body("rows.known", equalTo(2)).body("rows.changed", equalTo(0));
    }

    private static void takenOver(byte[] file) {
        var id = ended(upload(file, "/surakarta"));
        given().auth().oauth2(analyst("/surakarta")).post(IMPORTS + "/" + id + "/run");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "DONE".equals(look(id).extract().path("state")));
    }

    private byte[] saved(Object day, Number time) {
        var cells = List.of(row("1"), row("2")).stream()
                .map(row -> row.cells().stream().<Object>map(cell -> cell).collect(Collectors.toList()))
                .toList();
        for (int row = 0; row < cells.size(); row++) {
            cells.get(row).set(1, day);
            cells.get(row).set(2, row == 1 && time.doubleValue() == 0.381944444444444 ? 0.999305555555556 : time);
        }
        return workbook(Map.of("Ekspor", List.of(List.copyOf(Sp4n.COLUMNS), cells.getFirst(), cells.getLast())));
    }

    private byte[] sheet() {
        return csv(
                ";",
                List.of(
                        List.of("LAPORAN KELUHAN 2024"),
                        heading,
                        List.of(
                                "1",
                                "5 Januari 2024 pukul 10.00",
                                mine + " lampu mati, kata Zubqoril, 081299998888",
                                "Dishub",
                                "",
                                "Zubqoril"),
                        List.of("2", "2024/01/06", mine + " air keruh", "Dinas Antah", "Publik", ""),
                        List.of("3", "07-01-24", mine + " pungutan", "Dishub", "Rahasia", ""),
                        List.of("4", "07-01-24", mine + " entah", "Dishub", "Entah", "")));
    }

    private static Map<String, Integer> places() {
        return Map.of("DAY", 1, "WORDS", 2, "AGENCY", 3, "SECRECY", 4, "COMPLAINANT", 5);
    }

    private Sp4n row(String id) {
        return new Sp4n(mine + "-" + id);
    }

    private static String analyst(String group) {
        return Tokens.of("sari", group, "analyst");
    }

    private static UUID upload(byte[] file, String group) {
        return UUID.fromString(given().auth()
                .oauth2(analyst(group))
                .contentType("application/octet-stream")
                .queryParam("name", "berkas")
                .body(file)
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    /** Looked through, of whichever government. */
    private static UUID ended(UUID id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> List.of("/surakarta", "/karanganyar").stream()
                        .map(group -> find(id, group).extract().<String>path("state"))
                        .anyMatch(state -> state != null && !state.equals("CHECKING")));
        return id;
    }

    private static ValidatableResponse find(UUID id, String group) {
        return given().auth().oauth2(analyst(group)).get(IMPORTS + "/" + id).then();
    }

    private static ValidatableResponse look(UUID id) {
        return find(id, "/surakarta").statusCode(200);
    }

    private static ValidatableResponse columns(UUID id) {
        return given().auth()
                .oauth2(analyst("/surakarta"))
                .get(IMPORTS + "/" + id + "/columns")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse kinds(UUID id) {
        return given().auth()
                .oauth2(analyst("/surakarta"))
                .get(IMPORTS + "/" + id + "/findings/kinds")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse map(UUID id, Map<String, Integer> places, @Nullable String unmarked) {
        return map(id, 2, places, unmarked);
    }

    private static ValidatableResponse map(UUID id, int row, Map<String, Integer> places, @Nullable String unmarked) {
        var body = new HashMap<String, @Nullable Object>(Map.of("row", row, "places", places));
        body.put("unmarked", unmarked);
        return given().auth()
                .oauth2(analyst("/surakarta"))
                .contentType("application/json")
                .body(body)
                .put(IMPORTS + "/" + id + "/columns")
                .then();
    }

    @SafeVarargs
    private static ValidatableResponse label(UUID id, Map<String, String>... labels) {
        return given().auth()
                .oauth2(analyst("/surakarta"))
                .contentType("application/json")
                .body(Map.of("labels", List.of(labels)))
                .put(IMPORTS + "/" + id + "/labels")
                .then();
    }

    /** Those of the sheet with words, which tell whose they are. */
    private List<ComplaintImported> imported() {
        return EventBus.all(Topics.IMPORT, "surakarta", ComplaintImported.class).stream()
                .filter(told -> told.number().startsWith("SKA-R-"))
                .filter(told -> told.text() != null && told.text().startsWith(mine))
                .toList();
    }

    private List<ComplaintImported> sp4nImported() {
        return EventBus.all(Topics.IMPORT, "surakarta", ComplaintImported.class).stream()
                .filter(told -> told.number().startsWith("SP4N-" + mine))
                .toList();
    }
}
