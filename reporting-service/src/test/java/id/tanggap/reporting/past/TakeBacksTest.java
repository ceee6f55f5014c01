package id.tanggap.reporting.past;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.event.ImportEvent.TakeBackAsked;
import id.tanggap.contracts.event.ImportEvent.TakeBackEnded;
import id.tanggap.contracts.event.RecapEvent.TakeBackAllowed;
import id.tanggap.contracts.event.RecapEvent.TakeBackRefused;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.Told;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.reporting.recap.Loop;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** An import is taken back as a whole, while no compiled recap counts what it told. */
@QuarkusTest
@WithTestResource(ReportingResource.class)
class TakeBacksTest {
    private static final String API = "/api/reporting/v1/";
    private static final Instant NOW = Instant.parse("2026-11-02T02:00:00Z");

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @Inject
    AgroalDataSource database;

    private final UUID file = UUID.randomUUID();
    private final List<ComplaintStory> brought = complaints(20);

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
        time.set(NOW.toString());
        // Of October something came in here: its recap is compiled by itself.
        feed.take(ComplaintStory.in("surakarta").open());
    }

    @Test
    void leavesNothingOfWhatItBrought() {
        tell(file, brought);
        record("").body("rows", hasSize(21));

        takeBack(file, brought);

        record("").body("rows", hasSize(1));
        record("&text=" + brought.getFirst().number()).body("rows", empty());
        assertThat(feed.query("select * from rollup_scan where cut = 'ALL' and received > 0"))
                .hasSize(1)
                .allSatisfy(
                        sum -> assertThat(String.valueOf(sum.get("received"))).isEqualTo("1"));
        assertThat(feed.query("select * from complaint_words where num_nonnulls(title, text, answer) > 0"))
                .hasSize(1);
        recap("?version=now").body("figures.totals.received", equalTo(1));
        loop.look();
        recap("").body("versions.complaints", contains(1));
        assertThat(feed.query("select * from import_telling")).isEmpty();
        assertThat(feed.query("select * from import_take_back")).isEmpty();
    }

    @Test
    void putsBackWhatWasToldBefore() {
        var earlier = UUID.randomUUID();
        tell(earlier, brought);
        var before = facts();
        tell(file, others());

        ask(file);
        brought.forEach(one -> feed.take(
                List.of(one.takenBack(file), one.imported(ImportedState.ANSWERED, one.receivedAt(), earlier))));
        end(file, brought.size());

        assertThat(facts()).isEqualTo(before);
        assertThat(feed.query("select * from import_take_back")).isEmpty();
    }

    @Test
    void keepsTheChainsWhole() {
        tell(file, brought);
        takeBack(file, brought);

        assertThat(feed.query("select * from ledger where type = 'complaint.taken-back.v1' and seq = 2"))
                .hasSize(brought.size());
        assertThat(feed.query("""
                select * from ledger_head as head join ledger as last using (complaint_id, topic, seq)
                where head.link <> last.link
                """)).isEmpty();
    }

    @Test
    void isRefusedWhenACompiledRecapCountsIt() {
        tell(file, brought);
        loop.look();

        ask(file);

        assertThat(answer(file))
                .isInstanceOfSatisfying(
                        TakeBackRefused.class, it -> assertThat(it.months()).containsExactly("2026-10"));
        assertThat(feed.query("select * from import_take_back")).isEmpty();
    }

    @Test
    void isAllowedForWhatCameTooLateForTheRecap() {
        loop.look();
        tell(file, brought);

        ask(file);

        assertThat(answer(file)).isInstanceOf(TakeBackAllowed.class);
    }

    /** What the recap counts of a complaint is as the earlier one told it. */
    @Test
    void refusesTheEarlierOfTwoImportsAndAllowsTheLater() {
        var earlier = UUID.randomUUID();
        tell(earlier, brought);
        loop.look();
        tell(file, others());

        ask(file);
        ask(earlier);

        assertThat(answer(file)).isInstanceOf(TakeBackAllowed.class);
        assertThat(answer(earlier)).isInstanceOf(TakeBackRefused.class);
    }

    @Test
    void holdsTheRecapUntilTheLastOfItIsGone() {
        tell(file, brought);
        ask(file);
        undo(file, brought.subList(1, brought.size()));
        // The end may be heard before the last one: they stand in other parts of the topic.
        end(file, brought.size());

        assertThat(loop.look()).isEqualTo(NOW.plusSeconds(5));
        recap("").body("compiling", equalTo(true)).body("versions", empty());

        undo(file, brought.subList(0, 1));
        loop.look();

        recap("").body("versions.complaints", contains(1));
    }

    @Test
    void letsGoOnceThoughTheLastOfItIsHeardAtTheSameTime() {
        tell(file, brought);
        ask(file);
        var parts = IntStream.range(0, 4)
                .mapToObj(part -> brought.subList(5 * part, 5 * part + 5).stream()
                        .map(one -> one.takenBack(file))
                        .toList());
        var last = List.of(Told.of(file, "surakarta", NOW, new TakeBackEnded(brought.size(), NOW)));

        Stream.concat(parts, Stream.of(last))
                .map(batch -> feed.batch(batch).subscribeAsCompletionStage())
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(feed.query("select * from import_take_back")).isEmpty();
    }

    /** Whoever comes first: a recap counts all of the import and it stays, or nothing of it and it goes. */
    @RepeatedTest(8)
    void isCountedOrTakenBackAndNeverBoth(RepetitionInfo round) {
        tell(file, brought);
        var random = new Random(round.getCurrentRepetition());
        var both = new ArrayList<Uni<?>>(List.of(feed.batch(asked(file)), loop.looking()));
        Collections.shuffle(both, random);

        both.stream().map(Uni::subscribeAsCompletionStage).toList().forEach(CompletableFuture::join);

        var counted = feed.query("select distinct version from recap_entry join import_telling using (complaint_id)");
        if (answer(file) instanceof TakeBackAllowed) {
            assertThat(counted).isEmpty();
            undo(file, brought);
            end(file, brought.size());
            loop.look();
            recap("").body("versions.complaints", contains(1));
        } else {
            assertThat(counted).hasSize(1);
            recap("").body("versions.complaints", contains(21));
        }
    }

    @Test
    void waitsForTheRecapThatIsJustBeingCompiled() throws SQLException {
        tell(file, brought);
        CompletableFuture<?> looking;
        CompletableFuture<?> asking;
        // The compilation has read what is to be counted, and stands still.
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table recap_entry in access exclusive mode");
            looking = loop.looking().subscribeAsCompletionStage();
            awaitWaiting("%insert into recap_entry%");
            asking = feed.batch(asked(file)).subscribeAsCompletionStage();
            awaitWaiting("%insert into import_take_back%");
            connection.rollback();
        }
        CompletableFuture.allOf(looking, asking).join();

        assertThat(answer(file)).isInstanceOf(TakeBackRefused.class);
        recap("").body("versions.complaints", contains(21));
    }

    private void awaitWaiting(String query) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> feed.query("select from pg_stat_activity where wait_event_type = 'Lock' and query like '"
                                        + query + "'")
                                .size()
                        == 1);
    }

    private static List<ComplaintStory> complaints(int count) {
        return Stream.generate(() -> ComplaintStory.in("surakarta"))
                .limit(count)
                .toList();
    }

    private List<ComplaintStory> others() {
        return brought.stream()
                .map(one -> one.saying("Lain", "Sudah berlubang lagi.", "Ditambal lagi."))
                .toList();
    }

    private void tell(UUID by, List<ComplaintStory> complaints) {
        feed.take(complaints.stream()
                .map(one -> one.imported(ImportedState.ANSWERED, one.receivedAt(), by))
                .toList());
    }

    private void takeBack(UUID by, List<ComplaintStory> complaints) {
        ask(by);
        undo(by, complaints);
        end(by, complaints.size());
    }

    private void ask(UUID by) {
        feed.take(asked(by));
    }

    private static List<Told> asked(UUID by) {
        return List.of(Told.of(by, "surakarta", NOW, new TakeBackAsked(List.of("2026-10"), NOW)));
    }

    private void undo(UUID by, List<ComplaintStory> complaints) {
        feed.take(complaints.stream().map(one -> one.takenBack(by)).toList());
    }

    private void end(UUID by, int complaints) {
        feed.take(List.of(Told.of(by, "surakarta", NOW, new TakeBackEnded(complaints, NOW))));
    }

    private static Event answer(UUID by) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> EventBus.heard(Topics.RECAP, by), heard -> heard.size() == 1)
                .getFirst();
    }

    private List<?> facts() {
        return feed.query("""
                select number, channel, category, state, month, answered_at, title, text, answer
                from complaint_fact left join complaint_words using (complaint_id) order by complaint_id
                """);
    }

    private static ValidatableResponse record(String query) {
        return given().auth()
                .oauth2(head())
                .get(API + "records/surakarta?month=2026-10" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse recap(String query) {
        return given().auth()
                .oauth2(head())
                .get(API + "recaps/surakarta/2026-10" + query)
                .then()
                .statusCode(200);
    }

    private static String head() {
        return Tokens.of("siti", "/surakarta", "head");
    }
}
