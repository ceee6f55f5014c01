package id.tanggap.intake.past;

import static id.tanggap.intake.past.reading.PastFixture.sp4n;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.event.ImportEvent.ComplaintTakenBack;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.event.ImportEvent.TakeBackAsked;
import id.tanggap.contracts.event.ImportEvent.TakeBackEnded;
import id.tanggap.contracts.event.RecapEvent.TakeBackAllowed;
import id.tanggap.contracts.event.RecapEvent.TakeBackRefused;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.past.PastImports.NewFile;
import id.tanggap.intake.past.reading.PastFixture.Sp4n;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.past.told.PastComplaint.Handling;
import id.tanggap.intake.past.told.PastComplaint.Kind;
import id.tanggap.intake.past.told.PastComplaint.Origin;
import id.tanggap.intake.past.told.PastComplaint.Subject;
import id.tanggap.intake.past.told.PastComplaint.Words;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** An import is taken back as a whole, and what the others told holds. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class TakeBackTest {
    private static final String IMPORTS = "/api/intake/v1/imports/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");

    /** No other test's complaints are called like this. */
    private final String mine = UUID.randomUUID().toString().substring(0, 8);

    private final Set<UUID> everHeardOf = new TreeSet<>();

    @Inject
    Pool pool;

    @Inject
    PastImports imports;

    @Inject
    PastComplaints complaints;

    @Inject
    TakeBacks takeBacks;

    @Inject
    TakeBackWork work;

    @Inject
    Outbox outbox;

    @Test
    void takesAFileBackAndTakesTheSameOverAnew() {
        var file = sp4n(row("1"), row("2"), row("3"));
        var first = takenOver(file);
        preview(first).body("gone", equalTo(3)).body("restored", equalTo(0)).body("stayed", equalTo(0));

        takeBack(first).statusCode(202).body("takeBack.state", equalTo("ASKED"));
        assertThat(told(first))
                .singleElement()
                .isInstanceOfSatisfying(
                        TakeBackAsked.class, asked -> assertThat(asked.months()).containsExactly("2024-03"));
        takeBack(first).statusCode(202);
        EventBus.say("surakarta", first, new TakeBackAllowed(NOW));

        ended(first)
                .body("state", equalTo("DONE"))
                .body("takeBack.gone", equalTo(3))
                .body("takeBack.total", equalTo(3))
                .body("takeBack.endedAt", notNullValue());
        assertThat(recordBook()).isEmpty();
        await().atMost(PATIENCE).until(() -> told(first).size() == 2);
        assertThat(told(first).getLast())
                .isInstanceOfSatisfying(
                        TakeBackEnded.class, it -> assertThat(it.complaints()).isEqualTo(3));
        takeBack(first).statusCode(202).body("takeBack.state", equalTo("DONE"));
        var again = takenOver(file);
        look(again).body("rows.fresh", equalTo(3));
        assertThat(recordBook()).hasSize(3);
    }

    @Test
    void saysWhyItIsRefusedAndMayBeAskedAnew() {
        var file = takenOver(sp4n(row("1")));
        takeBack(file).statusCode(202);

        EventBus.say("surakarta", file, new TakeBackRefused(List.of("2024-03", "2024-04"), NOW));

        await().atMost(PATIENCE)
                .until(() -> "REFUSED".equals(look(file).extract().path("takeBack.state")));
        look(file).body("takeBack.months", contains("2024-03", "2024-04")).body("state", equalTo("DONE"));
        assertThat(recordBook()).hasSize(1);
        takeBack(file)
                .statusCode(202)
                .body("takeBack.state", equalTo("ASKED"))
                .body("takeBack.months.size()", equalTo(0));
    }

    @Test
    void putsBackWhatWasToldBeforeAndSaysWhoElseTellsOfTheRest() {
        var january = imported(Map.of("1", 0, "2", 0, "3", 0));
        var february = imported(Map.of("1", 1, "2", 0, "4", 0));

        preview(february)
                .body("gone", equalTo(1))
                .body("restored", equalTo(1))
                .body("stayed", equalTo(1))
                .body("by", contains(january + ".csv"));
        takenBack(february);

        assertThat(recordBook()).isEqualTo(book(Map.of("1", 0, "2", 0, "3", 0)));
        look(february)
                .body("takeBack.gone", equalTo(1))
                .body("takeBack.restored", equalTo(1))
                .body("takeBack.stayed", equalTo(1));
    }

    @Test
    void cannotTakeBackWhatAVersionBeforeTookOver() {
        var file = imported(Map.of("1", 0, "2", 0));
        asByAVersionBefore(file);

        preview(file).body("gone", equalTo(0)).body("restored", equalTo(0)).body("stayed", equalTo(0));
        takeBack(file)
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("Impor ini tidak dapat ditarik kembali: versi terdahulu tidak mencatat aduan mana yang"
                                + " dibawanya."));

        // What a later one changed of it stays as that told, for nobody knows what was told before.
        var later = imported(Map.of("1", 1, "3", 0));
        preview(later).body("gone", equalTo(1)).body("stayed", equalTo(1));
        takenBack(later);
        assertThat(recordBook().keySet()).containsExactly("1", "2");
        assertThat(recordBook()).containsEntry("1", words(1));
    }

    @Test
    void isNotDroppedWhileSomethingOfItIsTakenOver() {
        var file = imported(Map.of("1", 0));
        run("update past_import set state = 'REFUSED', refusal = 'Terhenti.' where id = $1", Tuple.of(file));

        given().auth().oauth2(analyst()).delete(IMPORTS + file).then().statusCode(409);
        takenBack(file);
        given().auth().oauth2(analyst()).delete(IMPORTS + file).then().statusCode(204);
    }

    @Test
    void isForTheAnalystOfTheGovernment() {
        var file = imported(Map.of("1", 0));
        for (var other : List.of("head", "archivist", "coordinator", "intake-officer", "auditor")) {
            given().auth()
                    .oauth2(Tokens.of("budi", "/surakarta", other))
                    .post(IMPORTS + file + "/take-back")
                    .then()
                    .statusCode(403);
        }
        given().auth()
                .oauth2(Tokens.of("budi", "/karanganyar", "analyst"))
                .post(IMPORTS + file + "/take-back")
                .then()
                .statusCode(404);
        look(file).body("takeBack", nullValue());
    }

    /** A file in pieces, each a transaction, by several replicas at once, whose sessions end in the midst of their work. */
    @Test
    void goesOnAfterACrashWhoeverDoes() {
        var told = new TreeMap<String, Integer>();
        IntStream.range(0, 700).forEach(n -> told.put("" + n, 0));
        var file = imported(told);
        run(
                "insert into past_take_back (import_id, state, asked_at, asked_by, total) values ($1, 'UNDER_WAY', now(), 'x', 700)",
                Tuple.of(file));
        Stream.generate(work::next)
                .limit(4)
                .map(next -> next.onFailure().recoverWithItem(true).subscribeAsCompletionStage())
                .peek(_ -> endSessions())
                .toList()
                .forEach(CompletableFuture::join);
        work.wake();

        ended(file).body("takeBack.gone", equalTo(700));
        assertThat(recordBook()).isEmpty();
        await().atMost(PATIENCE).until(() -> told(file).size() == 1);
        assertThat(told(file).getFirst())
                .isInstanceOfSatisfying(
                        TakeBackEnded.class, it -> assertThat(it.complaints()).isEqualTo(700));
        assertThat(everHeardOf)
                .allSatisfy(id -> assertThat(EventBus.heard(Topics.IMPORT, id)).hasSize(2));
    }

    /** Whatever was taken over and taken back: the record book is what the files that are left would give alone. */
    @RepeatedTest(5)
    void leavesWhatTheOthersAloneWouldGive(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        var left = new LinkedHashMap<UUID, Map<String, Integer>>();
        for (int step = 0; step < 12; step++) {
            if (left.isEmpty() || random.nextInt(5) < 3) {
                var told = someOf(random);
                left.put(imported(told), told);
            } else {
                var one = List.copyOf(left.keySet()).get(random.nextInt(left.size()));
                takenBack(one);
                left.remove(one);
            }
            assertThat(recordBook()).as("round %s, step %s", round, step).isEqualTo(bookOf(left));
        }
        List.copyOf(left.keySet()).forEach(this::takenBack);
        assertThat(recordBook()).isEmpty();
        assertThat(everHeardOf)
                .allSatisfy(id -> assertThat(rows("select from past_version where complaint_id = $1", id))
                        .isZero());
    }

    /** Taken over and taken back at once, in whatever order their rows meet. */
    @RepeatedTest(4)
    void losesNothingWhenFilesMeet(RepetitionInfo round) {
        var random = new Random(1000 + round.getCurrentRepetition());
        var back = List.of(imported(someOf(random)), imported(someOf(random)));
        var left = new LinkedHashMap<UUID, Map<String, Integer>>();
        back.forEach(this::allow);
        var told = someOf(random);

        var taking = taking(told);
        var working = Stream.generate(work::next)
                .limit(3)
                .map(Uni::subscribeAsCompletionStage)
                .toList();
        left.put(taking.await().atMost(PATIENCE), told);
        working.forEach(CompletableFuture::join);
        back.forEach(TakeBackTest::ended);

        assertThat(recordBook()).isEqualTo(bookOf(left));
    }

    private static Map<String, Integer> someOf(Random random) {
        var told = new TreeMap<String, Integer>();
        IntStream.range(0, 6).filter(_ -> random.nextInt(3) > 0).forEach(n -> told.put("" + n, random.nextInt(3)));
        return told.isEmpty() ? Map.of("0", 0) : told;
    }

    private Map<String, String> bookOf(Map<UUID, Map<String, Integer>> files) {
        var last = new TreeMap<String, Integer>();
        files.values().forEach(last::putAll);
        return book(last);
    }

    private static Map<String, String> book(Map<String, Integer> told) {
        var book = new TreeMap<String, String>();
        told.forEach((id, words) -> book.put(id, words(words)));
        return book;
    }

    private static String words(int which) {
        return "Lampu " + which + " mati.";
    }

    /** As who listens to the topic knows it: the words of each complaint that stands. */
    private Map<String, String> recordBook() {
        await().atMost(PATIENCE)
                .until(() -> rows("select from outbox where $1::uuid is not null", UUID.randomUUID()) == 0);
        everHeardOf.addAll(known());
        var book = new TreeMap<String, String>();
        for (var complaint : everHeardOf) {
            var heard = EventBus.heard(Topics.IMPORT, complaint);
            assertThat(heard).isNotEmpty();
            if (heard.getLast() instanceof ComplaintImported told) {
                assertThat(book.put(
                                told.number().substring(told.number().lastIndexOf('-') + 1),
                                told.text() == null ? "" : told.text()))
                        .isNull();
            } else {
                assertThat(heard.getLast()).isInstanceOf(ComplaintTakenBack.class);
            }
        }
        return book;
    }

    private List<UUID> known() {
        return pool.preparedQuery("select complaint_id from past_complaint where source_id like $1")
                .execute(Tuple.of(mine + "%"))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .toList())
                .await()
                .indefinitely();
    }

    /** @param told the words of each complaint */
    private UUID imported(Map<String, Integer> told) {
        var file = taking(told).await().atMost(PATIENCE);
        everHeardOf.addAll(known());
        return file;
    }

    private Uni<UUID> taking(Map<String, Integer> told) {
        var id = UUID.randomUUID();
        var read = new ArrayList<PastComplaint>();
        told.forEach((one, words) -> read.add(complaint(one, words)));
        return imports.keep(id, new NewFile("surakarta", id + ".csv", new byte[] {1}, true, "sari"))
                .call(() -> pool.preparedQuery("update past_import set state = 'DONE' where id = $1")
                        .execute(Tuple.of(id)))
                .chain(file ->
                        outbox.inTransaction(turn -> complaints.takeOver(turn, new PastComplaints.Taking(file, read))))
                .replaceWith(id);
    }

    private PastComplaint complaint(String id, int words) {
        return new PastComplaint(
                new Origin(ImportSource.SP4N, mine + "-" + id, "SP4N-" + mine + "-" + id, Channel.WEB),
                new Kind(ComplaintType.ORDINARY, Visibility.PUBLIC),
                new Words(null, null, words(words)),
                new Subject(null, null, null),
                Instant.parse("2024-03-05T02:10:00Z"),
                new Handling(ImportedState.OPEN, null, null));
    }

    private void asByAVersionBefore(UUID file) {
        run("update past_complaint set unkept = true where import_id = $1", Tuple.of(file));
        run(
                "delete from past_version where complaint_id in (select complaint_id from past_telling where import_id = $1)",
                Tuple.of(file));
        run("delete from past_telling where import_id = $1", Tuple.of(file));
    }

    private void takenBack(UUID file) {
        allow(file);
        ended(file);
    }

    private void allow(UUID file) {
        takeBack(file).statusCode(202);
        EventBus.say("surakarta", file, new TakeBackAllowed(NOW));
    }

    private static ValidatableResponse ended(UUID file) {
        await().atMost(PATIENCE).until(() -> "DONE".equals(look(file).extract().path("takeBack.state")));
        return look(file);
    }

    private static List<Event> told(UUID file) {
        return await().atMost(PATIENCE).until(() -> EventBus.heard(Topics.IMPORT, file), heard -> !heard.isEmpty());
    }

    private static ValidatableResponse takeBack(UUID file) {
        return given().auth()
                .oauth2(analyst())
                .post(IMPORTS + file + "/take-back")
                .then();
    }

    private static ValidatableResponse preview(UUID file) {
        return given().auth()
                .oauth2(analyst())
                .get(IMPORTS + file + "/take-back")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse look(UUID file) {
        return given().auth().oauth2(analyst()).get(IMPORTS + file).then().statusCode(200);
    }

    private Sp4n row(String id) {
        return new Sp4n(mine + "-" + id);
    }

    private UUID takenOver(byte[] file) {
        var id = UUID.fromString(given().auth()
                .oauth2(analyst())
                .contentType("application/octet-stream")
                .body(file)
                .post(IMPORTS.substring(0, IMPORTS.length() - 1))
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
        awaitState(id, "CHECKED");
        given().auth().oauth2(analyst()).post(IMPORTS + id + "/run").then().statusCode(202);
        awaitState(id, "DONE");
        everHeardOf.addAll(known());
        return id;
    }

    private static void awaitState(UUID id, String state) {
        await().atMost(PATIENCE).until(() -> state.equals(look(id).extract().path("state")));
    }

    private void endSessions() {
        pool.query("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and query like '%past_t%'
                """).execute().onFailure().recoverWithNull().await().indefinitely();
    }

    private void run(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
    }

    private int rows(String sql, UUID which) {
        return requireNonNull(
                        pool.preparedQuery(sql).execute(Tuple.of(which)).await().indefinitely())
                .size();
    }

    private static String analyst() {
        return Tokens.of("sari", "/surakarta", "analyst");
    }
}
