package id.tanggap.intake.participation;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintSupplemented;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.OmbudsmanAgreed;
import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.contracts.event.IntakeEvent.SurveyScores;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.CloseReason;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.complaint.Lodged;
import id.tanggap.testkit.EventBus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a citizen adds to the own complaint while it is under way. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ParticipationTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant LATER = Instant.parse("2030-01-02T03:04:05Z");
    private static final String REPLY = "Dekat gapura. Hubungi Wagimin di 081299998888.";
    private static final String MASKED_REPLY = "Dekat gapura. Hubungi [NAMA] di [TELEPON].";

    @Inject
    Pool pool;

    @Test
    void bringsTheReplyToTheOfficeMasked() {
        var own = asked(Lodged.byWagimin());
        own.timeline()
                .body("question", equalTo("Di sebelah mana?"))
                .body("open", contains("REPLIED", "SUPPLEMENTED", "WITHDRAWN"))
                .body("entries[-1].words", equalTo("Di sebelah mana?"));

        own.reply(REPLY)
                .statusCode(201)
                .body("status", equalTo("REPLIED"))
                .body("at", startsWith("2030-01-02T03:04:05.000001"));

        own.timeline()
                .body("status", equalTo("IN_PROGRESS"))
                .body("question", nullValue())
                .body("open", contains("SUPPLEMENTED", "WITHDRAWN"))
                .body("entries.status", contains("RECEIVED", "IN_PROGRESS", "NEEDS_INFO", "REPLIED"))
                .body("entries[-1].words", equalTo(MASKED_REPLY));
        assertThat(added(own))
                .singleElement()
                .isEqualTo(new ComplainantReplied(MASKED_REPLY, Instant.parse("2030-01-02T03:04:05.000001Z"), true));
    }

    @Test
    void keepsTheWordsAsWrittenSealedOnly() {
        var own = asked(Lodged.byWagimin());

        own.reply(REPLY).statusCode(201);

        var row = pool.preparedQuery(
                        "select a::text as text, encode(sealed, 'escape') as sealed from addition a where complaint_id = $1")
                .execute(Tuple.of(own.id()))
                .await()
                .indefinitely()
                .iterator()
                .next();
        assertThat(row.getString("text")).contains(MASKED_REPLY);
        assertThat(row.getString("text") + row.getString("sealed")).doesNotContain("Wagimin", "81299998888");
        added(own);
        assertThat(EventBus.records(Topics.INTAKE, own.id()))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .allSatisfy(payload -> assertThat(payload).doesNotContain("Wagimin", "81299998888"));
    }

    @Test
    void refusesASecondReply() {
        var own = asked(Lodged.byWagimin());
        own.reply(REPLY).statusCode(201);

        refused(own.reply(REPLY), "Saat ini instansi tidak meminta kelengkapan untuk aduan ini.");

        assertThat(added(own)).hasSize(1);
    }

    @Test
    void givesTheSameAnswerUnderTheSameKey() {
        var own = asked(Lodged.byWagimin());
        var key = UUID.randomUUID().toString();

        var first = underKey(own, key, REPLY).statusCode(201).extract().asString();
        var second = underKey(own, key, REPLY).statusCode(201).extract().asString();
        underKey(own, key, "Yang lain.").statusCode(409);

        assertThat(second).isEqualTo(first);
        assertThat(added(own)).hasSize(1);
    }

    @Test
    void takesOneOfManyRepliesSentAtOnce() throws InterruptedException, ExecutionException {
        var own = asked(Lodged.byWagimin());
        var statuses = new ArrayList<Integer>();

        try (var clicks = Executors.newFixedThreadPool(8)) {
            for (var click : clicks.invokeAll(IntStream.range(0, 8)
                    .mapToObj(i -> (java.util.concurrent.Callable<Integer>)
                            () -> own.reply("Balasan " + i).extract().statusCode())
                    .toList())) {
                statuses.add(click.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(added(own)).hasSize(1);
    }

    @Test
    void objectsToTheAnswerOnceUntilItIsAnsweredAgain() {
        var own = answered(Lodged.byWagimin());
        own.timeline().body("open", contains("SUPPLEMENTED", "OBJECTED", "WITHDRAWN", "SURVEYED"));

        own.object(REPLY).statusCode(201).body("status", equalTo("OBJECTED"));

        refused(own.object(REPLY), "Keberatan Anda sudah kami terima dan sedang ditangani.");
        own.timeline().body("status", equalTo("OBJECTED")).body("entries[-1].words", equalTo(MASKED_REPLY));
        EventBus.say("surakarta", own.id(), new AnswerPublished("dishub", "Kini benar.", LATER.plusSeconds(60)));
        awaitStatus(own, "ANSWERED");
        own.timeline()
                .body("answer", equalTo("Kini benar."))
                .body("entries.findAll { it.words }.words", contains("Sudah.", MASKED_REPLY, "Kini benar."));
        own.object("Masih salah.").statusCode(201);
        assertThat(added(own))
                .extracting(event -> ((ObjectionRaised) event).reason())
                .containsExactly(MASKED_REPLY, "Masih salah.");
    }

    @Test
    void withdrawsOnce() {
        var own = Lodged.byWagimin();

        own.withdraw().statusCode(201).body("status", equalTo("WITHDRAWN"));

        refused(own.withdraw(), "Aduan ini sudah dicabut.");
        own.timeline().body("status", equalTo("WITHDRAWN")).body("open", empty());
        assertThat(added(own)).singleElement().isInstanceOf(ComplaintWithdrawn.class);
    }

    @Test
    void letsNoWordOfASecretComplaintOut() {
        var own = Lodged.of(form().with("visibility", "SECRET"));
        say(own, new InformationRequested("dishub", null, LATER));
        awaitStatus(own, "NEEDS_INFO");

        own.reply("Kanarina menerima uang di gapura.").statusCode(201);

        own.timeline().body("question", nullValue()).body("entries.findAll { it.words }.words", empty());
        say(own, new AnswerPublished("dishub", null, LATER.plusSeconds(60)));
        awaitStatus(own, "ANSWERED");
        own.object("Kanarina belum diperiksa.").statusCode(201);
        assertThat(added(own))
                .extracting(event ->
                        event instanceof ComplainantReplied it ? it.text() : ((ObjectionRaised) event).reason())
                .containsExactly(null, null);
        assertThat(EventBus.records(Topics.INTAKE, own.id()))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .allSatisfy(payload -> assertThat(payload).doesNotContain("Kanarina"));
        var rows = pool.preparedQuery("select words from addition where complaint_id = $1 and words is not null")
                .execute(Tuple.of(own.id()))
                .await()
                .indefinitely();
        assertThat(rows.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"reply", "objection"})
    void refusesWhatNobodyWaitsFor(String act) {
        var own = Lodged.byWagimin();

        var answer = act.equals("reply") ? own.reply(REPLY) : own.object(REPLY);

        refused(
                answer,
                act.equals("reply")
                        ? "Saat ini instansi tidak meminta kelengkapan untuk aduan ini."
                        : "Keberatan dapat diajukan setelah aduan ini dijawab.");
    }

    @Test
    void refusesAReplyOnceTheOfficeWentOn() {
        var own = asked(Lodged.byWagimin());
        say(own, new ReplyOverdue(LATER.plusSeconds(60)));
        awaitStatus(own, "IN_PROGRESS");

        refused(own.reply(REPLY), "Saat ini instansi tidak meminta kelengkapan untuk aduan ini.");
    }

    @Test
    void saysSoWhenAnObjectionCameTooLate() {
        var own = answered(Lodged.byWagimin());
        own.object(REPLY).statusCode(201);

        say(own, new CaseClosed(CloseReason.COMPLAINANT_SILENT, LATER));

        awaitStatus(own, "CLOSED");
        own.timeline()
                .body("entries.status", contains("RECEIVED", "ANSWERED", "CLOSED", "OBJECTED"))
                .body("entries[-1].text", startsWith("Keberatan Anda tiba setelah aduan ini berakhir"))
                .body("open", contains("SURVEYED"));
        refused(own.withdraw(), "Aduan ini sudah selesai. Bila masalahnya belum teratasi, sampaikan aduan baru.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "objection", "withdrawal"})
    void answersAlikeForAWrongSecretAndAnUnknownNumber(String act) {
        var own = asked(Lodged.byWagimin());
        var body = Map.of("text", REPLY, "reason", REPLY);

        var wrong = given().header("Tanggap-Secret", "AAAA-AAAA")
                .contentType(ContentType.JSON)
                .body(body)
                .post(own.path(act))
                .then()
                .statusCode(404)
                .extract()
                .asString();
        var unknown = own.asCitizen()
                .body(body)
                .post("/api/intake/v1/complaints/SKA-0000-0000/" + act)
                .then()
                .statusCode(404)
                .extract()
                .asString();

        assertThat(wrong).isEqualTo(unknown);
        given().contentType(ContentType.JSON)
                .body(body)
                .post(own.path(act))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Tanggap-Secret"));
        own.timeline().body("status", equalTo("NEEDS_INFO"));
        own.reply(REPLY).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"reply, text", "objection, reason"})
    void wantsWordsThatCanBeRead(String act, String field) {
        var own = asked(Lodged.byWagimin());

        for (var words : List.of("", " \n ", "a".repeat(5001), "lampu \u0000 mati")) {
            own.asCitizen()
                    .body(Map.of(field, words))
                    .post(own.path(act))
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].field", equalTo(field));
        }
        own.asCitizen().body("{}").post(own.path(act)).then().statusCode(400);
        own.asCitizen().post(own.path(act)).then().statusCode(400);
    }

    @Test
    void addsNothingToWhatWasErased() {
        var own = asked(Lodged.byWagimin());
        pool.preparedQuery("update vault set wrapped_key = null where complaint_id = $1")
                .execute(Tuple.of(own.id()))
                .await()
                .indefinitely();

        refused(own.reply(REPLY), "Data aduan ini sudah dihapus, maka tidak ada yang dapat ditambahkan.");
    }

    @Test
    void hearsOnceHowSatisfiedTheCitizenIsAndMovesNothing() {
        var own = answered(Lodged.byWagimin());
        own.timeline().body("open", contains("SUPPLEMENTED", "OBJECTED", "WITHDRAWN", "SURVEYED"));

        survey(own, "satu", scores(3), "Wagimin puas, 081299998888.")
                .statusCode(201)
                .body("status", equalTo("SURVEYED"));
        survey(own, "satu", scores(3), "Wagimin puas, 081299998888.").statusCode(201);
        refused(survey(own, "dua", scores(4), null), "Survei aduan ini sudah Anda isi. Terima kasih.");

        own.timeline()
                .body("status", equalTo("ANSWERED"))
                .body("open", contains("SUPPLEMENTED", "OBJECTED", "WITHDRAWN"))
                .body("entries[-1].text", equalTo("Anda mengisi survei kepuasan."))
                .body("entries[-1].words", equalTo("[NAMA] puas, [TELEPON]."));
        assertThat(added(own)).singleElement().isInstanceOfSatisfying(SurveyAnswered.class, told -> {
            assertThat(told.scores().inOrder()).containsOnly(3);
            assertThat(told.comment()).isEqualTo("[NAMA] puas, [TELEPON].");
        });
    }

    /** In every state that is none of the ends, and as often as there is something to tell. */
    @Test
    void takesWhatTheCitizenTellsUnasked() {
        var own = Lodged.byWagimin();
        supplement(own, REPLY).statusCode(201).body("status", equalTo("SUPPLEMENTED"));
        answered(own);
        supplement(own, "Sekarang padam lagi.").statusCode(201);

        own.timeline()
                .body("status", equalTo("ANSWERED"))
                .body("entries.status", contains("RECEIVED", "SUPPLEMENTED", "ANSWERED", "SUPPLEMENTED"))
                .body("entries[1].text", equalTo("Anda menambahkan keterangan."))
                .body("entries[1].words", equalTo(MASKED_REPLY));
        assertThat(added(own))
                .hasSize(2)
                .first()
                .isInstanceOfSatisfying(
                        ComplaintSupplemented.class,
                        told -> assertThat(told.text()).isEqualTo(MASKED_REPLY));
        own.withdraw().statusCode(201);
        refused(supplement(own, "Masih padam."), "Aduan ini sudah dicabut.");
    }

    @Test
    void tellsNoWordOfWhatWasAddedToASecretComplaint() {
        var own = Lodged.of(form().with("visibility", "SECRET"));

        supplement(own, "Saksinya dua orang.").statusCode(201);

        assertThat(added(own))
                .singleElement()
                .isInstanceOfSatisfying(
                        ComplaintSupplemented.class,
                        told -> assertThat(told.text()).isNull());
    }

    @Test
    void handsToTheOmbudsmanWhatWaitedForSixtyDays() {
        var own = Lodged.byWagimin();
        refused(agree(own), "Aduan ini belum cukup lama menunggu jawaban untuk diteruskan ke Ombudsman.");
        pool.preparedQuery("update complaint set received_at = received_at - interval '61 days' where id = $1")
                .execute(Tuple.of(own.id()))
                .await()
                .indefinitely();
        own.timeline()
                .body("open", contains("SUPPLEMENTED", "WITHDRAWN", "OMBUDSMAN_AGREED"))
                .body("ombudsman.name", equalTo("Ombudsman Republik Indonesia"));

        agree(own).statusCode(201).body("status", equalTo("OMBUDSMAN_AGREED"));
        refused(agree(own), "Persetujuan Anda sudah kami terima.");

        own.timeline().body("entries[-1].text", equalTo("Anda setuju aduan ini diteruskan ke Ombudsman."));
        assertThat(added(own)).singleElement().isInstanceOf(OmbudsmanAgreed.class);
    }

    private static ValidatableResponse supplement(Lodged own, String text) {
        return own.asCitizen()
                .body(Map.of("text", text))
                .post(own.path("supplement"))
                .then();
    }

    private static ValidatableResponse agree(Lodged own) {
        return own.asCitizen().post(own.path("ombudsman-agreement")).then();
    }

    @Test
    void asksNobodyWhoWasNotAnswered() {
        var own = Lodged.byWagimin();

        refused(survey(own, "satu", scores(4), null), "Survei dapat diisi setelah aduan ini dijawab.");
        assertThat(added(own)).isEmpty();
    }

    @Test
    void letsNoCommentOnASecretComplaintOut() {
        var own = answered(Lodged.of(form().with("visibility", "SECRET")));

        survey(own, "satu", scores(2), "Terima kasih.").statusCode(201);

        assertThat(added(own))
                .singleElement()
                .isInstanceOfSatisfying(
                        SurveyAnswered.class, told -> assertThat(told.comment()).isNull());
    }

    @ParameterizedTest
    @CsvSource({"scores.time, 0", "scores.time, 5", "scores.cost, ", "scores.facilities, -1"})
    void wantsEveryElementFromOneToFour(String field, @Nullable Integer score) {
        var own = answered(Lodged.byWagimin());
        var scores = new LinkedHashMap<String, Object>(scores(4));
        scores.put(field.substring("scores.".length()), score);

        survey(own, "satu", scores, null)
                .statusCode(400)
                .body("errors.field", contains(field))
                .body("errors.message", contains("Pilih nilai 1 sampai 4."));
        own.asCitizen()
                .body(Map.of("scores", scores(4), "comment", "x".repeat(1001)))
                .post(own.path("survey"))
                .then()
                .statusCode(400);
        own.asCitizen().body(Map.of()).post(own.path("survey")).then().statusCode(400);
        assertThat(added(own)).isEmpty();
    }

    private static Map<String, Object> scores(int all) {
        var scores = new LinkedHashMap<String, Object>();
        for (var part : SurveyScores.class.getRecordComponents()) {
            scores.put(part.getName(), all);
        }
        return scores;
    }

    private static ValidatableResponse survey(
            Lodged own, String key, Map<String, Object> scores, @Nullable String comment) {
        var body = new LinkedHashMap<String, Object>();
        body.put("scores", scores);
        body.put("comment", comment);
        return own.asCitizen()
                .header("Idempotency-Key", own.number() + key)
                .body(body)
                .post(own.path("survey"))
                .then();
    }

    private static Lodged asked(Lodged own) {
        say(own, new Accepted("dishub", LATER.minusSeconds(1)));
        say(own, new InformationRequested("dishub", "Di sebelah mana?", LATER));
        awaitStatus(own, "NEEDS_INFO");
        return own;
    }

    private static Lodged answered(Lodged own) {
        say(own, new AnswerPublished("dishub", "Sudah.", LATER));
        awaitStatus(own, "ANSWERED");
        return own;
    }

    private static void say(Lodged own, Event event) {
        EventBus.say("surakarta", own.id(), event);
    }

    private static void awaitStatus(Lodged own, String status) {
        await().atMost(SOON).untilAsserted(() -> own.timeline().statusCode(200).body("status", equalTo(status)));
    }

    /** What was told after the complaint itself; the outbox keeps the order, so the last to come brings all. */
    private List<Event> added(Lodged own) {
        var expected = pool.preparedQuery("select count(*) from addition where complaint_id = $1")
                .execute(Tuple.of(own.id()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(EventBus.heard(Topics.INTAKE, own.id())).hasSize(1 + expected));
        return EventBus.heard(Topics.INTAKE, own.id()).subList(1, 1 + expected);
    }

    private static ValidatableResponse underKey(Lodged own, String key, String text) {
        return own.asCitizen()
                .header("Idempotency-Key", key)
                .body(Map.of("text", text))
                .post(own.path("reply"))
                .then();
    }

    private static void refused(ValidatableResponse answer, String detail) {
        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:masalah:tidak-dapat-dilakukan"))
                .body("detail", equalTo(detail));
    }
}
