package id.tanggap.reporting.facts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.event.ImportEvent.TakeBackEnded;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.Told;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Platform;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.api.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class RebuildTest {
    private static final String REBUILD = "/api/reporting/v1/admin/rebuild";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String EVERYTHING = """
            select (select md5(string_agg(fact::text, '|' order by complaint_id)) from complaint_fact as fact) as facts,
                   (select md5(string_agg(words::text, '|' order by complaint_id)) from complaint_words as words) as words,
                   (select md5(string_agg(survey::text, '|' order by complaint_id)) from satisfaction_survey as survey)
                       as surveys,
                   (select md5(string_agg(ledger::text, '|' order by complaint_id, topic, seq)) from ledger) as ledger,
                   (select md5(string_agg(head::text, '|' order by complaint_id, topic)) from ledger_head as head) as heads,
                   (select md5(string_agg(total::text, '|' order by total::text))
                    from (select government, month, cut, key, sum(received), sum(answered), sum(open), sum(ended),
                                 sum(overdue), sum(late), sum(kept), sum(missed)
                          from (select * from rollup union all select * from rollup_delta) as parts
                          group by government, month, cut, key
                          having sum(received) + sum(answered) + sum(kept) + sum(missed) > 0) as total) as sums
            """;

    @Inject
    Feed feed;

    @SuppressWarnings("NullAway.Init")
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Platform.kafka().address(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void closes() {
        producer.close();
    }

    @Test
    void bringsBackWhatWasLostOrSpoiled() throws Exception {
        var stories = IntStream.range(0, 30)
                .mapToObj(_ -> ComplaintStory.in("surakarta"))
                .toList();
        send(stories.stream()
                .flatMap(story -> story.answered(Duration.ofDays(1)).stream())
                .toList());
        send(stories.stream()
                .flatMap(story -> Stream.of(
                        story.surveyed(3, "Ramah."),
                        story.objectionProposed(),
                        story.another().imported(ImportedState.ENDED, null)))
                .toList());
        awaitAnswered(30);
        await().atMost(PATIENCE).until(() -> count("source is not null") >= 30);
        // What other tests left in the topics is there after the first time too.
        rebuild();
        var before = feed.query(EVERYTHING);
        var one = stories.getFirst().id();
        feed.update("update complaint_fact set agency = 'salah', kept = '{}' where complaint_id = '" + one + "'");
        feed.update("update complaint_words set answer = 'salah' where complaint_id = '" + one + "'");
        feed.update("delete from complaint_fact where complaint_id = '"
                + stories.get(1).id() + "'");
        feed.update("delete from ledger where complaint_id = '" + stories.get(2).id() + "'");
        feed.update("delete from satisfaction_survey where complaint_id = '"
                + stories.get(4).id() + "'");
        feed.update("update satisfaction_survey set remark = 'salah' where complaint_id = '"
                + stories.get(5).id() + "'");
        feed.update("update complaint_fact set told_state = 'OPEN' where source is not null");
        feed.update("update ledger_head set seq = 7 where complaint_id = '"
                + stories.get(3).id() + "'");
        feed.update("update rollup set received = received + 5");
        assertThat(feed.query(EVERYTHING)).isNotEqualTo(before);

        assertThat(rebuild().getLong("corrected")).isPositive();

        assertThat(feed.query(EVERYTHING)).isEqualTo(before);
        assertThat(rebuild().getLong("corrected")).isZero();
    }

    /** Neither left alone, as a complaint whose receipt is not told any more, nor brought back by what was told first. */
    @Test
    void leavesGoneWhatWasTakenBack() {
        var by = UUID.randomUUID();
        var story = ComplaintStory.in("surakarta");
        send(List.of(
                story.imported(ImportedState.ENDED, null, by),
                story.takenBack(by),
                Told.of(by, "surakarta", story.receivedAt(), new TakeBackEnded(1, story.receivedAt()))));
        var gone =
                "month is null and source is null and imported_at is not null and complaint_id = '" + story.id() + "'";
        await().atMost(PATIENCE)
                .until(() -> feed.query("select 1 as n from complaint_fact where " + gone)
                                .size()
                        == 1);
        feed.update("update complaint_fact set month = '2026-10-01', source = 'SP4N' where complaint_id = '"
                + story.id() + "'");

        assertThat(rebuild().getLong("corrected")).isPositive();

        assertThat(feed.query("select 1 as n from complaint_fact where " + gone))
                .hasSize(1);
        assertThat(feed.query("select 1 as n from complaint_fact where complaint_id = '" + by + "'"))
                .isEmpty();
    }

    @Test
    void bringsBackEverythingFromNothingWhileTheOldFiguresServe() throws Exception {
        send(IntStream.range(0, 200)
                .mapToObj(_ -> ComplaintStory.in("surakarta"))
                .flatMap(story -> story.open().stream())
                .toList());
        await().atMost(PATIENCE).until(() -> count("agency is not null") >= 200);
        rebuild();
        var before = feed.query(EVERYTHING);
        var received = received();

        // New complaints come in the meantime, and whoever reads never sees less than there was.
        var done = new AtomicBoolean();
        var least = new long[] {Long.MAX_VALUE};
        var reader = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                least[0] = Math.min(least[0], received());
            }
        });
        var writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 50; i++) {
                send(ComplaintStory.in("karanganyar").open());
            }
        });
        rebuild();
        writer.join();
        done.set(true);
        reader.join();
        assertThat(least[0]).isGreaterThanOrEqualTo(received);

        await().atMost(PATIENCE).until(() -> count("government = 'karanganyar' and agency is not null") >= 50);
        feed.forgetAll();
        rebuild();
        feed.update(
                "delete from complaint_words using complaint_fact f where f.complaint_id = complaint_words.complaint_id and government = 'karanganyar'");
        feed.update(
                "delete from ledger using complaint_fact f where f.complaint_id = ledger.complaint_id and government = 'karanganyar'");
        feed.update(
                "delete from ledger_head using complaint_fact f where f.complaint_id = ledger_head.complaint_id and government = 'karanganyar'");
        feed.update("delete from complaint_fact where government = 'karanganyar'");
        assertThat(feed.query(EVERYTHING)).isEqualTo(before);
    }

    /** A retention took the older half of a topic, whichever: what the complaint was known by is not made poorer. */
    @ParameterizedTest
    @ValueSource(strings = {Topics.INTAKE, Topics.ROUTING, Topics.RESPONSE})
    void leavesAloneWhatIsNoLongerToldFromItsBeginning(String topic) {
        var cut = ComplaintStory.in("surakarta");
        send(cut.answered(Duration.ofDays(1)));
        awaitAnswered(1);
        EventBus.cutShort(topic);
        var whole = ComplaintStory.in("surakarta");
        send(List.of(
                cut.objectionProposed(),
                cut.redelegated("dlh", 1),
                cut.answeredAfter(Duration.ofDays(2)),
                cut.surveyed(4, null)));
        // A relay that starts afresh says again what it did not see acknowledged.
        var repeated = whole.answered(Duration.ofDays(1));
        send(repeated);
        send(repeated);
        awaitAnswered(2);
        await().atMost(PATIENCE)
                .until(() -> !feed.query("select 1 from satisfaction_survey where complaint_id = '" + cut.id() + "'")
                        .isEmpty());
        var before = everythingOf(cut);
        var told = everythingOf(whole);
        feed.update("update complaint_fact set agency = 'salah' where complaint_id = '" + whole.id() + "'");

        var progress = rebuild();

        assertThat(progress.getLong("leftAlone")).isPositive();
        assertThat(everythingOf(cut)).isEqualTo(before);
        assertThat(everythingOf(whole)).isEqualTo(told);
    }

    /** The first of a chain came last, as a dead letter does that is replayed: proofs of the chain were handed out. */
    @Test
    void keepsAChainThatBeganOtherwise() {
        var story = ComplaintStory.in("surakarta");
        var receipt = story.received();
        var objection = story.objectedAfter(Duration.ofDays(1));
        feed.take(List.of(objection));
        feed.take(List.of(receipt));
        var before = everythingOf(story);
        feed.update(
                "update complaint_fact set month = null, category = 'salah' where complaint_id = '" + story.id() + "'");

        send(List.of(receipt, objection));
        rebuild();

        assertThat(everythingOf(story)).isEqualTo(before);
    }

    private List<Map<String, Object>> everythingOf(ComplaintStory story) {
        return feed.query("""
                select (select fact::text from complaint_fact as fact where complaint_id = id) as fact,
                       (select words::text from complaint_words as words where complaint_id = id) as words,
                       (select survey::text from satisfaction_survey as survey where complaint_id = id) as survey,
                       (select string_agg(ledger::text, '|' order by topic, seq) from ledger where complaint_id = id)
                           as links,
                       (select string_agg(head::text, '|' order by topic) from ledger_head as head
                        where complaint_id = id) as heads
                from (select '%s'::uuid as id) as one
                """.formatted(story.id()));
    }

    @Test
    void beginsOnceThoughAskedSixTimesAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        rebuild();

        var answers =
                AtOnce.sixTimes(() -> operator().header("Idempotency-Key", key).post(REBUILD));

        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        var begun = answers.getFirst().jsonPath().getString("startedAt");
        await().atMost(PATIENCE)
                .untilAsserted(() -> operator().get(REBUILD).then().body("state", equalTo("DONE")));
        operator()
                .header("Idempotency-Key", key)
                .post(REBUILD)
                .then()
                .statusCode(202)
                .body("state", equalTo("DONE"))
                .body("startedAt", equalTo(begun));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another "})
    void isTakenUpByWhoeverAsksWhenItsProcessDied(String other) {
        var key = UUID.randomUUID().toString();
        operator().header("Idempotency-Key", key).post(REBUILD).then().statusCode(202);
        awaitDone();
        feed.update("update rebuild set state = 'READING', ended_at = null");
        operator().get(REBUILD).then().body("state", equalTo("FAILED"));

        operator().header("Idempotency-Key", other + key).post(REBUILD).then().statusCode(202);

        awaitDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "head", "auditor", "analyst", "archivist", "agency-admin"})
    void isForOperatorsAlone(String role) {
        given().auth()
                .oauth2(Tokens.of("siti", "/surakarta", role))
                .post(REBUILD)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("siti", "/surakarta", role))
                .get(REBUILD)
                .then()
                .statusCode(403);
    }

    private long received() {
        return ((Number) Objects.requireNonNull(feed.query("""
                select coalesce(sum(received), 0)::bigint as n
                from (select * from rollup union all select * from rollup_delta) as parts
                where cut = 'ALL' and government = 'surakarta'
                """).getFirst().get("n"))).longValue();
    }

    private JsonPath rebuild() {
        operator().post(REBUILD).then().statusCode(202);
        awaitDone();
        return operator().get(REBUILD).jsonPath();
    }

    private static void awaitDone() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> operator().get(REBUILD).then().statusCode(200).body("state", equalTo("DONE")));
    }

    private void awaitAnswered(int count) {
        await().atMost(PATIENCE).until(() -> count("promise_late is not null and answered_at is not null") >= count);
    }

    private long count(String where) {
        return (long) Objects.requireNonNull(
                feed.query("select count(*) as n from complaint_fact where month is not null and " + where)
                        .getFirst()
                        .get("n"));
    }

    private void send(List<Told> events) {
        try {
            for (var sent :
                    events.stream().map(told -> producer.send(told.toProduce())).toList()) {
                sent.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.ofService("operator", "operator"));
    }
}
