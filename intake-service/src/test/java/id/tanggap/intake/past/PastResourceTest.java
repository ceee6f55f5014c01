package id.tanggap.intake.past;

import static id.tanggap.intake.past.reading.PastFixture.gzip;
import static id.tanggap.intake.past.reading.PastFixture.sp4n;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.governments.Governments;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.past.PastImport.State;
import id.tanggap.intake.past.file.Spreadsheet;
import id.tanggap.intake.past.reading.PastFixture.Sp4n;
import id.tanggap.intake.past.reading.PastReading;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.api.ApiDocument;
import id.tanggap.testkit.api.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The import of the past, from the file to the event. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class PastResourceTest {
    private static final String IMPORTS = "/api/intake/v1/imports";
    private static final String END_SESSIONS = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and application_name not like '%JDBC%'
            """;

    /** No other test's complaints are called like this. */
    private final String mine = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Pool pool;

    @Inject
    PastWork work;

    @Inject
    PastImports imports;

    @Inject
    Governments governments;

    @ParameterizedTest
    @CsvSource({
        "analyst, /surakarta, 202",
        "analyst, '', 403",
        "head, /surakarta, 403",
        "archivist, /surakarta, 403",
        "coordinator, /surakarta, 403",
        "intake-officer, /surakarta, 403",
        "agency-admin, /surakarta/dishub, 403",
        "auditor, /surakarta, 403"
    })
    void isForTheAnalystOfTheGovernment(String role, String group, int status) {
        given().auth()
                .oauth2(Tokens.of("sari", group, role))
                .contentType("text/csv")
                .body(sp4n(row("1")))
                .post(IMPORTS)
                .then()
                .statusCode(status);
        given().auth()
                .oauth2(Tokens.of("sari", group, role))
                .get(IMPORTS)
                .then()
                .statusCode(status == 202 ? 200 : status);
        given().get(IMPORTS).then().statusCode(401);
    }

    @Test
    void saysFirstWhatWouldBecomeOfTheRowsAndTakesNothing() {
        var id = checked(sp4n(
                row("1"), row("2").with("Tanggal Laporan Masuk", "kemarin"), row("3").with("Kategori", "Hal Lain")));

        look(id).body("state", equalTo("CHECKED"))
                .body("source", equalTo("SP4N"))
                .body("fileName", equalTo("ekspor 2024.csv"))
                .body("rows.total", equalTo(4))
                .body("rows.empty", equalTo(1))
                .body("rows.fresh", equalTo(2))
                .body("rows.faulty", equalTo(1));
        findings(id, "")
                .body("items.row", contains(3, 4))
                .body("items.column", contains("Tanggal Laporan Masuk", "Kategori"))
                .body("items.fault", contains(true, false))
                .body("next", nullValue());
        findings(id, "?only=faults").body("items.row", contains(3));
        assertThat(imported()).isEmpty();
    }

    @Test
    void takesOverOnTheOfficersWordAndErasesTheFile() {
        var id = checked(sp4n(
                row("1").with("Isi Laporan Awal", "Saya Wagimin, 081299998888: lampu mati."),
                row("2").with("Tipe Laporan", "Rahasia")));
        assertThat(keptOf(id)).isTrue();

        run(id).statusCode(202).body("state", equalTo("IMPORTING"));
        done(id).body("rows.done", equalTo(3)).body("rows.fresh", equalTo(2)).body("finishedAt", notNullValue());

        await().atMost(Duration.ofSeconds(60)).until(() -> imported().size() == 2);
        var told = imported();
        assertThat(told.getFirst().text()).isEqualTo("Saya [NAMA], [TELEPON]: lampu mati.");
        assertThat(told.getFirst().agency()).isEqualTo("dishub");
        assertThat(told.get(1).text()).isNull();
        assertThat(told.get(1).title()).isNull();
        assertThat(keptOf(id)).isFalse();
        run(id).statusCode(409);
        delete(id).statusCode(409);
    }

    @Test
    void takesAKeyAsNoOtherPostButTheMaskingAnewAndTheCounter() throws IOException {
        assertThat(ApiDocument.copyOf("intake").postsDoneOnce())
                .containsExactlyInAnyOrder("Past_keep", "Past_run", "MaskingAnew_begin");
    }

    @Test
    void keepsAFileOnceThoughSentSixTimesAtOnce() throws Exception {
        var file = sp4n(row("1"));

        var answers = AtOnce.sixTimes(
                () -> keyed().queryParam("name", "ekspor.csv").body(file).post(IMPORTS));

        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        assertThat(answers)
                .extracting(answer -> answer.path("id").toString())
                .hasSize(6)
                .containsOnly(answers.getFirst().path("id").toString());
        var id = UUID.fromString(answers.getFirst().path("id"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> State.CHECKED.name().equals(look(id).extract().path("state")));
        // Neither looked through again nor taken over.
        keyed().queryParam("name", "ekspor.csv")
                .body(file)
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .body("id", equalTo(id.toString()))
                .body("state", equalTo("CHECKED"));
        work.begin(requireNonNull(imports.find(id, "surakarta").await().indefinitely()));
        for (var other : List.of("lain.csv", "ekspor.csv")) {
            var content = other.equals("lain.csv") ? file : sp4n(row("2"));
            keyed().queryParam("name", other)
                    .body(content)
                    .post(IMPORTS)
                    .then()
                    .statusCode(202)
                    .body("id", not(equalTo(id.toString())));
        }
        look(id).body("state", equalTo("CHECKED")).body("rows.fresh", equalTo(1));
        assertThat(imported()).isEmpty();
    }

    @Test
    void takesAFileOverOnceThoughToldSixTimesAtOnce() throws Exception {
        var id = checked(sp4n(row("1"), row("2")));

        var answers = AtOnce.sixTimes(() -> keyed().post(IMPORTS + "/" + id + "/run"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        done(id).body("rows.fresh", equalTo(2)).body("rows.known", equalTo(0));
        keyed().post(IMPORTS + "/" + id + "/run").then().statusCode(202).body("state", equalTo("DONE"));
        run(id).statusCode(409);
    }

    private RequestSpecification keyed() {
        return given().auth()
                .oauth2(analyst())
                .contentType("application/octet-stream")
                .header("Idempotency-Key", mine);
    }

    @Test
    void takesNothingTwiceAndTellsWhatChanged() {
        var january = new Sp4n[] {row("1"), row("2").with("Status Laporan", "Belum Ditindaklanjuti")};
        takenOver(sp4n(january));

        var again = checked(gzip(sp4n(january)));
        look(again).body("rows.known", equalTo(2)).body("rows.fresh", equalTo(0));
        var later = takenOver(
                sp4n(january[0], january[1].with("Status Laporan", "Ditutup oleh Admin"), row("3"), row("3")));

        look(later)
                .body("rows.known", equalTo(2))
                .body("rows.changed", equalTo(1))
                .body("rows.fresh", equalTo(1));
        await().atMost(Duration.ofSeconds(60)).until(() -> imported().size() == 4);
        assertThat(subjects("SP4N-" + mine + "-2")).hasSize(1);
    }

    @Test
    void goesOnAfterACrashBehindTheLastRowsThatWereDone() {
        var file = sp4n(IntStream.range(0, 450).mapToObj(n -> row("" + n)).toArray(Sp4n[]::new));
        var id = checked(file);
        // As a crash after the first batch leaves it: two hundred rows and their events are written, no more.
        var begun = requireNonNull(imports.goOn(id, "surakarta", null).await().indefinitely());
        var surakarta = requireNonNull(governments.find("surakarta"));
        PastReading.read(rows -> Spreadsheet.read(file, rows), work.readers(begun, surakarta), batch -> {
            if (batch.before() == 0) {
                work.take(begun, batch);
            }
        });
        look(id).body("state", equalTo("IMPORTING")).body("rows.done", equalTo(200));

        work.takeUp();

        done(id).body("rows.done", equalTo(451)).body("rows.fresh", equalTo(450));
        await().atMost(Duration.ofSeconds(60)).until(() -> imported().size() == 450);
        assertThat(new HashSet<>(
                        imported().stream().map(ComplaintImported::number).toList()))
                .hasSize(450);
    }

    /** From the look at what is under way to the last row, every session is ended again and again. */
    @Test
    void isTakenOverThoughTheDatabaseEndsItsSessions() {
        var id =
                checked(sp4n(IntStream.range(0, 1000).mapToObj(n -> row("" + n)).toArray(Sp4n[]::new)));
        requireNonNull(imports.goOn(id, "surakarta", null).await().indefinitely());
        var rounds = new AtomicInteger();

        work.takeUp();
        await().pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(() -> {
            pool.query(END_SESSIONS).execute().await().indefinitely();
            return rounds.incrementAndGet() == 20;
        });

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> look(id).body("state", equalTo("DONE")));
        look(id).body("rows.done", equalTo(1001)).body("rows.fresh", equalTo(1000));
        await().atMost(Duration.ofSeconds(60)).until(() -> imported().size() == 1000);
    }

    @Test
    void letsTwoWorkersDoTheWorkOfOne() {
        var file = sp4n(IntStream.range(0, 1000).mapToObj(n -> row("" + n)).toArray(Sp4n[]::new));
        var id = checked(file);
        // As on two replicas, each of which has read how far it was.
        var begun = requireNonNull(imports.goOn(id, "surakarta", null).await().indefinitely());
        var surakarta = requireNonNull(governments.find("surakarta"));
        var workers = Stream.generate(() -> CompletableFuture.runAsync(() -> PastReading.read(
                        rows -> Spreadsheet.read(file, rows),
                        work.readers(begun, surakarta),
                        batch -> work.take(begun, batch))))
                .limit(2)
                .toList();

        await().atMost(Duration.ofSeconds(60)).until(() -> workers.stream().allMatch(CompletableFuture::isDone));
        assertThat(workers.stream().filter(CompletableFuture::isCompletedExceptionally))
                .hasSize(1);
        work.takeUp();
        work.takeUp();

        done(id).body("rows.done", equalTo(1001)).body("rows.fresh", equalTo(1000));
        await().atMost(Duration.ofSeconds(60)).until(() -> imported().size() == 1000);
    }

    @Test
    void refusesAFileThatIsNoTable() {
        upload("GIF89a\u0001\u0002\u0003".getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("file"));
        upload(new byte[0]).statusCode(400);
        var webPage = "<table><tr><td>TANGGAL</td><td>ADUAN</td></tr></table>".getBytes(StandardCharsets.UTF_8);
        upload(gzip(webPage)).statusCode(400).body(containsString("Berkas ini halaman web"));
    }

    @ParameterizedTest
    @CsvSource({"/api/intake/v1/imports, 104857600, 413", "/api/intake/v1/complaints, 65537, 413"})
    void refusesWhatIsTooLargeBeforeItIsSent(String path, long bytes, int status) throws IOException {
        var head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n";
        try (var socket = new Socket(URI.create(RestAssured.baseURI).getHost(), RestAssured.port)) {
            socket.getOutputStream().write(head.formatted(path, bytes).getBytes(StandardCharsets.US_ASCII));

            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void saysOfATableWhyItIsNotTaken() {
        String id = upload("NAMA,UMUR\r\n\"A,1".getBytes(StandardCharsets.UTF_8))
                .statusCode(202)
                .extract()
                .path("id");

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        "REFUSED".equals(look(UUID.fromString(id)).extract().path("state")));
        look(UUID.fromString(id)).body("refusal", containsString("rusak atau terpotong"));
        run(UUID.fromString(id)).statusCode(409);
        assertThat(keptOf(UUID.fromString(id))).isFalse();
        delete(UUID.fromString(id)).statusCode(204);
        find(UUID.fromString(id), "/surakarta").statusCode(404);
    }

    @Test
    void showsEachGovernmentItsOwnAndRefusesWhatIsWrong() {
        var id = checked(sp4n(row("1")));

        find(id, "/karanganyar").statusCode(404);
        var neighbour = Tokens.of("budi", "/karanganyar", "analyst");
        given().auth()
                .oauth2(neighbour)
                .post(IMPORTS + "/" + id + "/run")
                .then()
                .statusCode(404);
        given().auth().oauth2(neighbour).delete(IMPORTS + "/" + id).then().statusCode(404);
        given().auth()
                .oauth2(neighbour)
                .get(IMPORTS + "/" + id + "/findings")
                .then()
                .statusCode(404);
        given().auth().oauth2(neighbour).get(IMPORTS).then().body("items.id", not(hasItem(id.toString())));
        given().auth().oauth2(analyst()).get(IMPORTS).then().body("items.id", hasItem(id.toString()));
        given().auth().oauth2(analyst()).get(IMPORTS + "?after=x").then().statusCode(400);
        findings(id, "?after=x").statusCode(400);
        given().auth()
                .oauth2(analyst())
                .body(sp4n(row("1")))
                .post(IMPORTS + "?oversight=maybe")
                .then()
                .statusCode(400);
        delete(id).statusCode(204);
    }

    @Test
    void asksBeforeItTakesOverAnothersFile() {
        var id = checked(sp4n(
                row("1").with("Sumber Laporan", "Website").with("Kecamatan", "Tawangmangu"),
                row("2").with("Sumber Laporan", "Website").with("Kecamatan", "Jaten")));

        look(id).body("elsewhere.place", equalTo("Kabupaten Karanganyar"))
                .body("elsewhere.elsewhere", equalTo(2))
                .body("elsewhere.ours", equalTo(0));
        run(id).statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:masalah:berkas-daerah-lain"));
        look(id).body("state", equalTo("CHECKED"));
        given().auth()
                .oauth2(analyst())
                .post(IMPORTS + "/" + id + "/run?other=perhaps")
                .then()
                .statusCode(400);

        given().auth()
                .oauth2(analyst())
                .post(IMPORTS + "/" + id + "/run?other=meant")
                .then()
                .statusCode(202);

        done(id).body("rows.fresh", equalTo(2)).body("elsewhere.meantAt", not(nullValue()));
        assertThat(pool.preparedQuery("select meant_by from past_elsewhere where import_id = $1")
                        .execute(Tuple.of(id))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString(0))
                .isNotEmpty();
    }

    @Test
    void pagesThroughWhatThereIsToSay() {
        var rows = IntStream.range(0, 250)
                .mapToObj(n -> row("" + n).with("Tanggal Laporan Masuk", "entah"))
                .toArray(Sp4n[]::new);
        var id = checked(sp4n(rows));

        String next = findings(id, "")
                .body("items.size()", equalTo(200))
                .body("items.fault", everyItem(equalTo(true)))
                .extract()
                .path("next");
        findings(id, "/kinds").body("rows", contains(250)).body("fault", contains(true));
        given().auth()
                .oauth2(analyst())
                .queryParam("after", next)
                .get(IMPORTS + "/" + id + "/findings")
                .then()
                .body("items.size()", equalTo(50))
                .body("items[0].no", greaterThan(200))
                .body("next", nullValue());
    }

    @Test
    void erasesWhatNobodyGoesOnWith() {
        var id = checked(sp4n(row("1")));
        pool.preparedQuery("update past_import set created_at = created_at - interval '8 days' where id = $1")
                .execute(Tuple.of(id))
                .await()
                .indefinitely();

        imports.forgetAbandoned().await().indefinitely();

        look(id).body("state", equalTo("REFUSED"));
        assertThat(keptOf(id)).isFalse();
    }

    @Test
    void keepsNoPersonOutsideTheSeal() {
        var id =
                checked(sp4n(row("1").with("Tanggal Laporan Masuk", "Wagimin"), row("2").with("Kecamatan", "Wagimin")));

        var kept = pool.preparedQuery(
                        "select i::text || f::text from past_import i join past_finding f on import_id = id where id = $1")
                .execute(Tuple.of(id))
                .await()
                .indefinitely();
        assertThat(kept)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.getString(0)).doesNotContain("Wagimin"));
        findings(id, "").body("items.reason", not(hasItem(containsString("Wagimin"))));
        findings(id, "").body("items", not(empty()));
    }

    private Sp4n row(String id) {
        return new Sp4n(mine + "-" + id);
    }

    private static String analyst() {
        return Tokens.of("sari", "/surakarta", "analyst");
    }

    private static ValidatableResponse upload(byte[] file) {
        return given().auth()
                .oauth2(analyst())
                .contentType("application/octet-stream")
                .queryParam("name", "ekspor 2024.csv")
                .body(file)
                .post(IMPORTS)
                .then();
    }

    private static UUID checked(byte[] file) {
        var id = UUID.fromString(upload(file).statusCode(202).extract().path("id"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !"CHECKING".equals(look(id).extract().path("state")));
        return id;
    }

    private static UUID takenOver(byte[] file) {
        var id = checked(file);
        run(id).statusCode(202);
        done(id);
        return id;
    }

    private static ValidatableResponse done(UUID id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> State.DONE.name().equals(look(id).extract().path("state")));
        return look(id);
    }

    private static ValidatableResponse look(UUID id) {
        return find(id, "/surakarta").statusCode(200);
    }

    private static ValidatableResponse find(UUID id, String group) {
        return given().auth()
                .oauth2(Tokens.of("sari", group, "analyst"))
                .get(IMPORTS + "/" + id)
                .then();
    }

    private static ValidatableResponse run(UUID id) {
        return given().auth()
                .oauth2(analyst())
                .post(IMPORTS + "/" + id + "/run")
                .then();
    }

    private static ValidatableResponse delete(UUID id) {
        return given().auth().oauth2(analyst()).delete(IMPORTS + "/" + id).then();
    }

    private static ValidatableResponse findings(UUID id, String query) {
        return given().auth()
                .oauth2(analyst())
                .get(IMPORTS + "/" + id + "/findings" + query)
                .then();
    }

    private List<ComplaintImported> imported() {
        return EventBus.all(Topics.IMPORT, "surakarta", ComplaintImported.class).stream()
                .filter(told -> told.number().startsWith("SP4N-" + mine))
                .sorted(Comparator.comparing(ComplaintImported::number))
                .toList();
    }

    private List<UUID> subjects(String number) {
        return pool.preparedQuery("select complaint_id from past_complaint where source_id = $1")
                .execute(Tuple.of(number.substring("SP4N-".length())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .toList())
                .await()
                .indefinitely();
    }

    private boolean keptOf(UUID id) {
        return imports.file(id).await().indefinitely() != null;
    }
}
