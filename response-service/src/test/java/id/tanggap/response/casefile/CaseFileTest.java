package id.tanggap.response.casefile;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.PHOTO;
import static id.tanggap.response.DeskFixture.RECEIVED;
import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.DeskFixture.as;
import static id.tanggap.response.DeskFixture.received;
import static id.tanggap.response.DeskFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerApproved;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.CloseReason;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Platform;
import id.tanggap.testkit.RoutingsWord;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.api.Metrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class CaseFileTest {
    private static final String LATER = Instant.now().plusSeconds(7_200).toString();

    private final DeskFixture desk = new DeskFixture("dishub");

    @Test
    void showsWhatWasSentToTheAgency() {
        var complaint = desk.dispatch();

        desk.admin()
                .get(CASES + complaint)
                .then()
                .statusCode(200)
                .body("number", equalTo("SKA-TEST-0001"))
                .body("status", equalTo("DISPATCHED"))
                .body("text", equalTo("Lampu jalan mati."))
                .body("overdue", equalTo(true))
                .body("nextDueAt", equalTo("2026-11-04T02:00:00Z"))
                .body("timeline.what", contains("RECEIVED", "DISPATCHED"))
                .body("timeline[1].who", equalTo("Dinas Percobaan"))
                .body("actions.find { it.action == 'ACCEPT' }.allowed", equalTo(true))
                .body("actions.find { it.action == 'PUBLISH' }.because", containsString("Terima aduan ini"))
                .body("actions.action", not(hasItem("ANSWER_AS_DIVISION")));
    }

    @Test
    void holdsACaseBackUntilItIsKnownWhatItIs() {
        var complaint = UUID.randomUUID();
        desk.say(complaint, desk.dispatched());
        desk.dispatch();

        desk.admin().get(CASES + complaint).then().statusCode(404);
        desk.say(complaint, received(Visibility.PUBLIC, ComplaintType.ORDINARY, "Lampu mati.", RECEIVED));
        await().atMost(SOON)
                .untilAsserted(() -> desk.admin().get(CASES + complaint).then().statusCode(200));
    }

    @Test
    void acceptsThenAnswersThenResolvesAndSaysSo() {
        var complaint = desk.dispatch();
        var day = LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(7);

        accept(complaint).then().statusCode(200).body("status", equalTo("IN_PROGRESS"));
        with(
                        desk.admin(),
                        Map.of(
                                "text",
                                "  Lampu kami ganti.  ",
                                "followUp",
                                "Mengganti lampu",
                                "followUpBy",
                                day.toString()))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("followUpBy", equalTo(day.toString()));
        desk.admin()
                .post(CASES + complaint + "/resolution")
                .then()
                .statusCode(200)
                .body("status", equalTo("RESOLVED"))
                .body("timeline.what", contains("RECEIVED", "DISPATCHED", "ACCEPT", "PUBLISH", "RESOLVE"));

        assertThat(told(complaint, 3))
                .satisfiesExactly(
                        accepted -> assertThat(accepted).isInstanceOf(Accepted.class),
                        published -> assertThat(published).isInstanceOfSatisfying(AnswerPublished.class, it -> {
                            assertThat(it.answer()).isEqualTo("Lampu kami ganti.");
                            assertThat(it.followUpBy()).isEqualTo(day);
                        }),
                        resolved -> assertThat(resolved).isInstanceOf(Resolved.class));
    }

    @Test
    void goesThroughDivisionAndSectionAndBack() {
        var complaint = desk.dispatch();
        desk.staffOf("lalu-lintas").get(CASES + complaint).then().statusCode(404);

        dispose(desk.admin(), complaint, "lalu-lintas").then().statusCode(200).body("status", equalTo("DISPOSED"));
        desk.staffOf("lalu-lintas")
                .get(CASES + complaint)
                .then()
                .statusCode(200)
                .body("dispositions[0].instruction", equalTo("Periksa dan ganti."))
                .body("actions.find { it.action == 'ANSWER_AS_DIVISION' }.allowed", equalTo(true))
                .body("actions.action", not(hasItem("PUBLISH")));
        desk.staffOf("parkir").get(CASES + complaint).then().statusCode(404);
        dispose(desk.staffOf("lalu-lintas"), complaint, "rekayasa").then().statusCode(200);
        divisionAnswer("lalu-lintas", complaint)
                .then()
                .statusCode(409)
                .body("detail", equalTo("Masih menunggu jawaban seksi di bawah bidang Anda."));
        divisionAnswer("rekayasa", complaint).then().statusCode(200);
        divisionAnswer("lalu-lintas", complaint).then().statusCode(200).body("status", equalTo("IN_PROGRESS"));

        assertThat(told(complaint, 3))
                .satisfiesExactly(
                        issued -> assertThat(issued).isInstanceOf(DispositionIssued.class),
                        below -> assertThat(((DispositionIssued) below).division())
                                .isEqualTo("rekayasa"),
                        answered -> assertThat(answered).isInstanceOf(DivisionAnswered.class));
        dispose(desk.admin(), complaint, "tidak-ada")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Tidak ada bidang dengan kode itu."));
    }

    @Test
    void tellsTheSecondOfTwoEditorsWhoWasQuickerAndWithWhat() {
        var complaint = desk.dispatch();
        save(desk.admin(), complaint, "Belum diterima.", 0)
                .then()
                .statusCode(409)
                .body("detail", equalTo("Terima aduan ini terlebih dahulu, lalu jawab."));
        accept(complaint);

        save(desk.admin(), complaint, "Versi pertama.", 0)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        save(desk.otherAdmin(), complaint, "Versi kedua.", 0)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("andi"))
                .body("current.text", equalTo("Versi pertama."))
                .body("current.version", equalTo(1));
        save(desk.otherAdmin(), complaint, "Versi kedua.", 1)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        save(desk.admin(), complaint, "Lagi yang pertama.", 1)
                .then()
                .statusCode(409)
                .body("current.editedBy", equalTo("budi"));
        with(desk.admin(), Map.of("draftVersion", 1))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Draf jawaban sudah berubah; baca dahulu yang terbaru."));
        with(desk.admin(), Map.of("draftVersion", 2))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(200)
                .body("answer", equalTo("Versi kedua."))
                .body("draft", nullValue());
        save(desk.admin(), complaint, "Terlambat.", 2).then().statusCode(409);
    }

    @Test
    void letsNobodyBeOvertakenByOneself() {
        var complaint = desk.dispatch();
        accept(complaint);

        for (var times = 0; times < 2; times++) {
            save(desk.admin(), complaint, "Versi pertama.", 0)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1));
        }
        for (var times = 0; times < 2; times++) {
            save(desk.admin(), complaint, "Versi Andi yang lain.", 1)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
        save(desk.otherAdmin(), complaint, "Versi Andi yang lain.", 1).then().statusCode(409);
        save(desk.admin(), complaint, "Versi pertama.", 1).then().statusCode(409);
        save(desk.admin(), complaint, "Versi Andi yang lain.", 0).then().statusCode(409);
    }

    @Test
    void publishesTheAnswerToAnOversightComplaintWhenSomebodyElseHasApprovedIt() {
        var complaint = desk.dispatch(Visibility.SECRET, ComplaintType.OVERSIGHT);
        accept(complaint);
        answer(complaint, "Terlapor sudah kami periksa.").then().statusCode(409);
        save(desk.admin(), complaint, "Terlapor sudah kami periksa.", 0).then().statusCode(200);

        desk.admin()
                .post(CASES + complaint + "/approval-request")
                .then()
                .statusCode(200)
                .body("draft.approval", equalTo("REQUESTED"));
        approve(desk.admin(), complaint, 1)
                .then()
                .statusCode(409)
                .body("detail", equalTo("Draf sendiri disetujui oleh orang lain."));
        with(desk.otherAdmin(), Map.of("remark", "Sebut tanggalnya."))
                .post(CASES + complaint + "/approval-refusal")
                .then()
                .statusCode(200)
                .body("draft.remark", equalTo("Sebut tanggalnya."));
        save(desk.admin(), complaint, "Terlapor kami periksa 3 November.", 1)
                .then()
                .statusCode(200);
        desk.admin().post(CASES + complaint + "/approval-request").then().statusCode(200);
        approve(desk.otherAdmin(), complaint, 2).then().statusCode(200).body("draft.approval", equalTo("APPROVED"));
        // Who changes it afterwards needs a new approval.
        save(desk.admin(), complaint, "Terlapor kami periksa 4 November.", 2)
                .then()
                .statusCode(200);
        with(desk.admin(), Map.of("draftVersion", 3))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(409);
        desk.admin().post(CASES + complaint + "/approval-request").then().statusCode(200);
        approve(as("ketua", "/surakarta", "head"), complaint, 3).then().statusCode(200);
        with(desk.admin(), Map.of("draftVersion", 3))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"));

        assertThat(told(complaint, 4))
                .hasAtLeastOneElementOfType(AnswerApproved.class)
                .last()
                .isInstanceOfSatisfying(
                        AnswerPublished.class,
                        published -> assertThat(published.answer()).isNull());
    }

    @Test
    void asksTheCitizenAndGoesOnWithTheReply() {
        var complaint = desk.dispatch();
        accept(complaint);

        with(desk.admin(), Map.of("question", "Di sisi jalan yang mana?"))
                .post(CASES + complaint + "/information-request")
                .then()
                .statusCode(200)
                .body("status", equalTo("NEEDS_INFO"));
        assertThat(told(complaint, 2).getLast()).isInstanceOf(InformationRequested.class);
        desk.say(complaint, new ComplainantReplied("Sisi utara.", Instant.now()));
        becomes(complaint, "IN_PROGRESS");
        desk.admin()
                .get(CASES + complaint)
                .then()
                .body("timeline.find { it.what == 'REPLIED' }.text", equalTo("Sisi utara."))
                .body("timeline.find { it.what == 'REQUEST_INFORMATION' }.text", equalTo("Di sisi jalan yang mana?"));
    }

    @Test
    void knowsWhatTheCitizenSentAlong() {
        var complaint = desk.dispatch();
        var paper = new AttachedFile(UUID.randomUUID(), "application/pdf", 9_102);
        var photo = new AttachedFile(UUID.randomUUID(), "image/png", 120);
        var at = Instant.now();
        desk.say(complaint, new ComplainantReplied("Ini suratnya.", List.of(paper), at, null));
        desk.say(complaint, refused(new ObjectionRaised("Belum.", List.of(photo), at, true)));

        await().atMost(SOON)
                .untilAsserted(() -> desk.admin()
                        .get(CASES + complaint)
                        .then()
                        .body("attachments.id", contains(PHOTO.id().toString()))
                        .body("attachments[0].mediaType", equalTo("image/jpeg"))
                        .body("attachments[0].size", equalTo(PHOTO.size()))
                        .body("timeline.find { it.what == 'RECEIVED' }.attachments", nullValue())
                        .body(
                                "timeline.find { it.what == 'REPLIED' }.attachments.id",
                                contains(paper.id().toString()))
                        .body(
                                "timeline.find { it.what == 'OBJECTED' }.attachments.id",
                                contains(photo.id().toString())));
    }

    private static ActRefused refused(Act act) {
        return new ActRefused(
                UUID.randomUUID(), OneAct.of(act), ActRefusal.MOVED, DeskStatus.DISPATCHED, null, Instant.now());
    }

    @Test
    void opensAgainWhenTheCitizenObjectsAndEndsWhenTheCaseIsClosed() {
        var complaint = desk.dispatch();
        accept(complaint);
        answer(complaint, "Lampu sudah kami ganti.").then().statusCode(200);
        desk.say(complaint, new ObjectionRaised("Masih mati.", Instant.now()));
        becomes(complaint, "OBJECTED");
        desk.admin().get(CASES + complaint).then().body("assignee", nullValue()).body("goesUp", equalTo(true));

        answer(complaint, "Lampu kami ganti dua kali.")
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("Warga mengajukan keberatan: jawabannya harus disetujui kepala sebelum terbit."));
        save(desk.admin(), complaint, "Lampu kami ganti dua kali.", 0).then().statusCode(200);
        desk.admin().post(CASES + complaint + "/approval-request").then().statusCode(200);
        approve(desk.otherAdmin(), complaint, 1)
                .then()
                .statusCode(409)
                .body("detail", equalTo("Jawaban atas keberatan disetujui kepala."));
        approve(as("ketua", "/surakarta", "head"), complaint, 1).then().statusCode(200);
        with(desk.admin(), Map.of("draftVersion", 1))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"));
        desk.say(complaint, new CaseClosed(CloseReason.COMPLAINANT_SILENT, Instant.now()));
        becomes(complaint, "CLOSED");
        answer(complaint, "Terlalu lambat sudah.")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Aduan ini sudah berakhir."));
    }

    @Test
    void keepsWhatIsSaidOfASecretComplaintForTheServiceOfItsCitizenAlone() {
        var complaint = desk.dispatch(Visibility.SECRET, ComplaintType.ORDINARY);
        desk.admin().get(CASES + complaint).then().statusCode(200).body("text", nullValue());
        secretAnswer(complaint).then().statusCode(404);
        accept(complaint);
        with(desk.admin(), Map.of("question", "Siapa saksinya?"))
                .post(CASES + complaint + "/information-request")
                .then()
                .statusCode(200);
        secretWords(complaint, "question").then().statusCode(200).body("text", equalTo("Siapa saksinya?"));
        desk.admin().get(CASES + complaint + "/question").then().statusCode(403);
        answer(complaint, "Terlapor sudah kami periksa.").then().statusCode(200);
        // While routing has not said that it is one.
        secretAnswer(complaint).then().statusCode(404);
        var routing = new RoutingsWord(Topics.RESPONSE, "surakarta");
        routing.take(complaint);
        routing.take(complaint);
        routing.take(complaint);

        await().atMost(SOON).untilAsserted(() -> secretAnswer(complaint).then().statusCode(200));
        secretAnswer(complaint)
                .then()
                .header("Cache-Control", equalTo("no-store"))
                .body("text", equalTo("Terlapor sudah kami periksa."));
        desk.admin().get(CASES + complaint + "/answer").then().statusCode(403);
        given().get(CASES + complaint + "/answer").then().statusCode(401);
        var open = desk.dispatch();
        accept(open);
        answer(open, "Lampu sudah kami ganti.").then().statusCode(200);
        secretAnswer(open).then().statusCode(404);
        secretWords(complaint, "question").then().statusCode(404);
    }

    /** A canary in every word that stays in the office; it must not sing on any way out. */
    @Test
    void letsNoInternalWordOut() {
        var canary = "kenari-" + UUID.randomUUID();
        var complaint = desk.dispatch(Visibility.SECRET, ComplaintType.ORDINARY);
        with(desk.admin(), Map.of("text", canary))
                .post(CASES + complaint + "/notes")
                .then()
                .statusCode(200);
        with(desk.admin(), Map.of("division", "parkir", "instruction", canary, "dueAt", LATER))
                .post(CASES + complaint + "/disposition")
                .then()
                .statusCode(200);
        with(desk.staffOf("parkir"), Map.of("text", canary))
                .post(CASES + complaint + "/division-answer")
                .then()
                .statusCode(200);
        save(desk.admin(), complaint, canary, 0).then().statusCode(200);
        answer(complaint, "Sudah kami tangani semuanya.").then().statusCode(200);

        desk.admin().get(CASES + complaint).then().body("notes.text", contains(canary));
        told(complaint, 3);
        for (var topic : List.of(Topics.RESPONSE, Topics.INTAKE, Topics.ROUTING, Topics.NOTIFICATION)) {
            for (var record : EventBus.records(topic, complaint)) {
                assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain(canary);
            }
        }
        assertThat(secretAnswer(complaint).asString()).doesNotContain(canary);
        desk.admin().get("/api/response/v1/cases").then().body(not(containsString(canary)));
        as("lain", "/surakarta/dlh", "agency-admin")
                .get(CASES + complaint)
                .then()
                .statusCode(404)
                .body(not(containsString(canary)));
        assertThat(Metrics.shown()).doesNotContain(canary);
    }

    @Test
    void keepsTheNotesOfOneAgencyFromTheNext() {
        var complaint = desk.dispatch();
        with(desk.admin(), Map.of("text", "Hanya untuk kita."))
                .post(CASES + complaint + "/notes")
                .then()
                .statusCode(200)
                .body("notes", hasSize(1));
        accept(complaint);
        save(desk.admin(), complaint, "Draf lama.", 0).then().statusCode(200);
        moveTo(complaint, "dlh");

        as("budi", "/surakarta/dlh", "agency-admin")
                .get(CASES + complaint)
                .then()
                .body("notes", hasSize(0))
                .body("draft", nullValue());
        as("ketua", "/surakarta", "head").get(CASES + complaint).then().body("notes", hasSize(1));
    }

    @Test
    void givesUpWhatWasReturnedAndFindsItNewInTheNextQueue() {
        var complaint = desk.dispatch();
        accept(complaint);
        dispose(desk.admin(), complaint, "parkir").then().statusCode(200);

        moveTo(complaint, "dlh");
        desk.admin().get(CASES + complaint).then().statusCode(404);
        desk.staffOf("parkir").get(CASES + complaint).then().statusCode(404);
        as("budi", "/surakarta/dlh", "agency-admin")
                .get(CASES + complaint)
                .then()
                .body("status", equalTo("DISPATCHED"))
                .body("division", nullValue())
                .body("assignee", nullValue())
                .body("dispositions", hasSize(0))
                .body("timeline.what", hasItem("RETURNED"));
    }

    @Test
    void remembersWhoOpenedTheFile() {
        var complaint = desk.dispatch();
        as("ketua", "/surakarta", "head").get(CASES + complaint).then().statusCode(200);
        as("ketua", "/surakarta", "head").get(CASES + complaint).then().statusCode(200);

        desk.admin()
                .get(CASES + complaint)
                .then()
                .body("lookers.name", hasItem("ketua"))
                .body("lookers.find { it.name == 'ketua' }.times", equalTo(1));
    }

    @Test
    void refusesBadInputByFieldAndWritesNothing() {
        var complaint = desk.dispatch();
        with(desk.admin(), Map.of("division", "parkir", "instruction", " ", "dueAt", "2020-01-01T00:00:00Z"))
                .post(CASES + complaint + "/disposition")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("instruction", "dueAt"));
        accept(complaint);
        answer(complaint, "pendek").then().statusCode(400).body("errors[0].field", equalTo("text"));
        with(desk.admin(), Map.of())
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("text"));
        with(desk.admin(), Map.of("text", "Sudah kami kerjakan.", "followUp", "Tiang", "followUpBy", "2020-01-01"))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("followUpBy"));
        accept(complaint).then().statusCode(409).body("detail", equalTo("Aduan ini sudah diterima."));
        desk.admin().get(CASES + complaint).then().body("status", equalTo("IN_PROGRESS"));
    }

    /** Role × action × own and other agency × own and other government. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # group                         | role           | see | accept | dispose | divide | draft | approve | publish | note
        /surakarta/dishub               | agency-admin   | 200 | 200    | 200     | 403    | 200   | 409     | 200     | 200
        /surakarta/dishub/lalu-lintas   | division-staff | 404 | 403    | 404     | 404    | 404   | 403     | 403     | 404
        /surakarta/dishub               | division-staff | 404 | 404    | 404     | 404    | 404   | 404     | 404     | 404
        /surakarta/dishub               | head           | 200 | 403    | 403     | 403    | 403   | 409     | 403     | 200
        /surakarta/dlh                  | agency-admin   | 404 | 404    | 404     | 403    | 404   | 404     | 404     | 404
        /karanganyar/dishub             | agency-admin   | 404 | 404    | 404     | 403    | 404   | 404     | 404     | 404
        /surakarta                      | agency-admin   | 404 | 404    | 404     | 404    | 404   | 404     | 404     | 404
        /surakarta                      | coordinator    | 200 | 403    | 403     | 403    | 403   | 403     | 403     | 200
        /surakarta                      | head           | 200 | 403    | 403     | 403    | 403   | 409     | 403     | 200
        /surakarta                      | patron         | 200 | 403    | 403     | 403    | 403   | 403     | 403     | 403
        /surakarta                      | auditor        | 200 | 403    | 403     | 403    | 403   | 403     | 403     | 403
        /surakarta                      | intake-officer | 403 | 403    | 403     | 403    | 403   | 403     | 403     | 403
        /karanganyar                    | coordinator    | 404 | 403    | 403     | 403    | 403   | 403     | 403     | 404
        /karanganyar                    | head           | 404 | 403    | 403     | 403    | 403   | 404     | 403     | 404
        ''                              | coordinator    | 404 | 403    | 403     | 403    | 403   | 403     | 403     | 404
        """)
    void letsEveryoneDoTheirOwn(
            String group,
            String role,
            int see,
            int accept,
            int dispose,
            int divide,
            int draft,
            int approve,
            int publish,
            int note) {
        var complaint = desk.dispatch();

        as("orang", group, role).get(CASES + complaint).then().statusCode(see);
        as("orang", group, role).post(CASES + complaint + "/accept").then().statusCode(accept);
        if (accept != 200) {
            accept(complaint);
        }
        save(as("orang", group, role), complaint, "Kami kerjakan besok.", 0)
                .then()
                .statusCode(draft);
        approve(as("orang", group, role), complaint, 1).then().statusCode(approve);
        with(as("orang", group, role), Map.of("text", "Sudah."))
                .post(CASES + complaint + "/division-answer")
                .then()
                .statusCode(divide);
        dispose(as("orang", group, role), complaint, "parkir").then().statusCode(dispose);
        with(as("orang", group, role), Map.of("text", "Catatan."))
                .post(CASES + complaint + "/notes")
                .then()
                .statusCode(note);
        with(as("orang", group, role), Map.of("text", "Sudah kami kerjakan."))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(publish);
    }

    @Test
    void refusesTokensThatAreMissingForgedOrExpired() {
        given().get(CASES).then().statusCode(401).contentType("application/problem+json");
        for (var token : List.of(
                Tokens.forged("andi", "/surakarta/dishub", "agency-admin"),
                Tokens.expired("andi", "/surakarta/dishub", "agency-admin"),
                "not.a.token")) {
            given().auth().oauth2(token).get(CASES).then().statusCode(401);
        }
    }

    @Test
    void recoversWhenPostgresWasRestarted() {
        var complaint = desk.dispatch();
        Platform.postgres().stop();
        desk.admin().get(CASES + complaint).then().statusCode(503).contentType("application/problem+json");
        Platform.postgres().start();

        await().atMost(SOON).untilAsserted(() -> accept(complaint).then().statusCode(200));
    }

    private void moveTo(UUID complaint, String agency) {
        desk.say(
                complaint,
                new ReturnedAsMisrouted("dishub", MisroutingReason.NOT_OUR_DUTY, null, RECEIVED.plusSeconds(9)));
        desk.say(
                complaint,
                new Redelegated("dishub", agency, MisroutingReason.NOT_OUR_DUTY, 1, RECEIVED.plusSeconds(10)));
        desk.say(
                complaint,
                new Dispatched(agency, "Dinas Lain", "Dialihkan", "redelegation", 1, RECEIVED.plusSeconds(10)));
        await().atMost(SOON)
                .untilAsserted(() -> as("budi", "/surakarta/" + agency, "agency-admin")
                        .get(CASES + complaint)
                        .then()
                        .statusCode(200));
    }

    private void becomes(UUID complaint, String status) {
        await().atMost(SOON)
                .untilAsserted(() -> desk.admin().get(CASES + complaint).then().body("status", equalTo(status)));
    }

    private static List<Event> told(UUID complaint, int count) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(EventBus.heard(Topics.RESPONSE, complaint)).hasSize(count));
        return EventBus.heard(Topics.RESPONSE, complaint);
    }

    private Response accept(UUID complaint) {
        return desk.admin().post(CASES + complaint + "/accept");
    }

    private Response answer(UUID complaint, String text) {
        return with(desk.admin(), Map.of("text", text)).post(CASES + complaint + "/answer");
    }

    private Response divisionAnswer(String division, UUID complaint) {
        return with(desk.staffOf(division), Map.of("text", "Sudah diganti."))
                .post(CASES + complaint + "/division-answer");
    }

    private static Response dispose(RequestSpecification who, UUID complaint, String division) {
        return with(who, Map.of("division", division, "instruction", "Periksa dan ganti.", "dueAt", LATER))
                .post(CASES + complaint + "/disposition");
    }

    private static Response save(RequestSpecification who, UUID complaint, String text, int version) {
        return with(who, Map.of("text", text, "version", version)).put(CASES + complaint + "/draft");
    }

    private static Response approve(RequestSpecification who, UUID complaint, int version) {
        return with(who, Map.of("draftVersion", version)).post(CASES + complaint + "/approval");
    }

    private static Response secretAnswer(UUID complaint) {
        return secretWords(complaint, "answer");
    }

    private static Response secretWords(UUID complaint, String which) {
        return given().auth()
                .oauth2(Tokens.ofService("intake-service", "secret-answer-reader"))
                .get(CASES + complaint + "/" + which);
    }
}
