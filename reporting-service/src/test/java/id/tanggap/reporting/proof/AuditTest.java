package id.tanggap.reporting.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Alone;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.reporting.recap.Loop;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.api.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class AuditTest {
    private static final String AUDIT = "/api/reporting/v1/audits/surakarta";

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @Inject
    Pool pool;

    @Inject
    Audit audit;

    @Inject
    Governments governments;

    private List<ComplaintStory> stories = List.of();

    @BeforeEach
    void compilesARecapOfFortyComplaints() {
        feed.forgetAll();
        feed.update("delete from audit");
        time.set("2026-11-02T02:00:00Z");
        var first = ComplaintStory.in("surakarta");
        stories = IntStream.range(0, 40)
                .mapToObj(i -> first.another().receivedAt(first.receivedAt().plusSeconds(60L * i)))
                .toList();
        feed.take(stories.stream()
                .flatMap(story -> story.answered(Duration.ofDays(1)).stream())
                .toList());
        loop.look();
    }

    @Test
    void findsNothingWhereNothingWasChanged() {
        assertThat(findings()).isEmpty();
        assertThat(audit().checked()).isEqualTo(40 + 40 * 6);
    }

    /** An import that is told anew changes words for good. */
    @Test
    void takesWhatASourceToldLaterForNoForgery() {
        var past = ComplaintStory.in("surakarta").saying(null, "Jalan rusak", "Ditambal");
        var answered = past.receivedAt().plus(Duration.ofDays(1));
        feed.take(List.of(past.imported(ImportedState.ANSWERED, answered)));
        given().auth()
                .oauth2(Tokens.of("sari", "/surakarta", "coordinator"))
                .contentType("application/json")
                .post("/api/reporting/v1/recaps/surakarta/2026-10/versions")
                .then()
                .statusCode(202);
        loop.look();

        feed.take(
                List.of(past.saying(null, "Jalan rusak parah", "Ditambal").imported(ImportedState.ANSWERED, answered)));
        assertThat(findings()).isEmpty();

        feed.update("update complaint_words set text = 'Jalan bagus' where complaint_id = '"
                + stories.getFirst().id() + "'");
        // In both versions that tell of it.
        assertThat(findings()).hasSize(2);
    }

    /** One stored value, changed by one letter or byte behind the service's back, and where that is found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recap_entry   | entry = replace(entry, 'ANSWERED', 'ANSWERFD')      | no = 7       | rekap 2026-10 versi 1, entri nomor 7
            recap_entry   | entry = replace(entry, '2026-10-06', '2026-10-05')  | no = 40      | rekap 2026-10 versi 1, entri nomor 40
            recap_entry   | leaf = set_byte(leaf, 31, get_byte(leaf, 31) # 1)   | no = 1       | rekap 2026-10 versi 1, entri nomor 1
            recap_version | head = replace(head, '"received":40', '"received":41') | true      | rekap 2026-10 versi 1, entri nomor 0 sampai 1023
            recap_version | root = set_byte(root, 0, get_byte(root, 0) # 1)     | true         | rekap 2026-10 versi 1
            recap_version | chunks = set_byte(chunks, 5, get_byte(chunks, 5) # 1) | true       | rekap 2026-10 versi 1, entri nomor 0 sampai 1023
            recap_version | complaints = 41                                     | true         | rekap 2026-10 versi 1
            recap_version | preliminary = true                                  | true         | rekap 2026-10 versi 1
            recap_version | as_of = as_of + interval '1 microsecond'            | true         | rekap 2026-10 versi 1
            recap_entry   | no = 41                                             | no = 40      | rekap 2026-10 versi 1, entri nomor 41
            recap_entry   | complaint_id = gen_random_uuid()                    | no = 40      | rekap 2026-10 versi 1, entri nomor 40
            monthly_recap | month = '2026-09-01'                                | true         | rekap 2026-09 versi 1
            recap_deed    | text = overlay(text placing 'zz' from 1 for 2)      | seq = 2      | rekap 2026-10, tindakan 2
            recap_deed    | done_at = '2026-11-02T02:00:01Z'                    | seq = 2      | rekap 2026-10, tindakan 2
            recap_deed    | link = set_byte(link, 9, get_byte(link, 9) # 1)     | seq = 1      | rekap 2026-10, tindakan 1
            recap_deed    | kind = 'ARCHIVED'                                   | seq = 2      | rekap 2026-10, tindakan 2
            monthly_recap | loops = 3                                           | true         | rekap 2026-10, tindakan 0
            monthly_recap | state = 'DISPOSED'                                  | true         | rekap 2026-10, tindakan 0
            """)
    void findsAndPlacesWhatWasChangedInARecap(String table, String change, String where, String place) {
        feed.update("alter table " + table + " disable trigger user");
        var recap = table.equals("monthly_recap") ? "id" : "recap_id";
        assertThat(feed.update(
                        "update %s set %s where %s and %s in (select id from monthly_recap where government = 'surakarta')"
                                .formatted(table, change, where, recap)))
                .isEqualTo(1);
        feed.update("alter table " + table + " enable trigger user");

        assertThat(findings()).extracting(AuditRun.Finding::place).contains(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type = 'complaint.closed.v1'                                       | peristiwa 2 | tidak cocok dengan rangkaiannya
            time = '2026-10-05T02:00:01Z'                                      | peristiwa 2 | tidak cocok dengan rangkaiannya
            event_id = gen_random_uuid()                                       | peristiwa 2 | tidak cocok dengan rangkaiannya
            payload_digest = set_byte(payload_digest, 3, get_byte(payload_digest, 3) # 1) | peristiwa 2 | tidak cocok dengan rangkaiannya
            link = set_byte(link, 0, get_byte(link, 0) # 1)                    | peristiwa 2 | tidak cocok dengan rangkaiannya
            seq = 9                                                            | peristiwa 9 | peristiwa sebelumnya hilang
            """)
    void findsAndPlacesWhatWasChangedInTheChainOfACase(String change, String event, String says) {
        var story = stories.get(11);
        assertThat(feed.update(
                        "update ledger set %s where complaint_id = '%s' and topic = 'complaint.routing.v1' and seq = 2"
                                .formatted(change, story.id())))
                .isEqualTo(1);

        assertThat(findings())
                .contains(new AuditRun.Finding(
                        "aduan %s, complaint.routing.v1 %s".formatted(story.number(), event), says));
    }

    @Test
    void findsAnEventThatWasTakenAway() {
        var story = stories.getFirst();
        feed.update("delete from ledger where complaint_id = '%s' and topic = 'complaint.response.v1' and seq = 2"
                .formatted(story.id()));

        assertThat(findings())
                .containsExactly(new AuditRun.Finding(
                        "aduan %s, complaint.response.v1".formatted(story.number()),
                        "rangkaiannya tidak berakhir seperti tercatat"));
    }

    @Test
    void findsWordsThatWereChangedAndLetsErasedOnesBe() {
        var changed = stories.get(3);
        var erased = stories.get(4);
        feed.update("update complaint_words set answer = 'Sudah ditambal!' where complaint_id = '%s'"
                .formatted(changed.id()));
        feed.update(
                "update complaint_words set title = null, text = null, address = null, answer = null where complaint_id = '%s'"
                        .formatted(erased.id()));

        assertThat(findings())
                .containsExactly(new AuditRun.Finding(
                        "rekap 2026-10 versi 1, aduan " + changed.number(),
                        "kata-katanya tidak cocok dengan sidiknya"));
    }

    @Test
    void beginsOnceThoughAskedSixTimesAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();

        var answers = AtOnce.sixTimes(() -> start(key));

        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> start(key).then().statusCode(202).body("state", equalTo("DONE")));
        time.set("2026-11-03T02:00:00Z");
        start(key).then().statusCode(202).body("startedAt", equalTo("2026-11-02T02:00:00Z"));
        start("lain " + key).then().statusCode(202).body("startedAt", equalTo("2026-11-03T02:00:00Z"));
        // By who comes later the first one's answer is not taken away.
        start(key).then().statusCode(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another "})
    void isTakenUpByWhoeverAsksWhenItsProcessDied(String other) {
        var key = UUID.randomUUID().toString();
        start(key).then().statusCode(202);
        awaitState("DONE");
        feed.update("update audit set state = 'CHECKING', ended_at = null");
        awaitState("FAILED");

        start(other + key).then().statusCode(202);

        awaitState("DONE");
    }

    @Test
    void isRefusedWhileSomebodyIsAtIt() {
        var key = UUID.randomUUID().toString();
        start(key).then().statusCode(202);
        awaitState("DONE");
        feed.update("update audit set state = 'CHECKING', ended_at = null");
        var end = new CompletableFuture<Void>();

        var begun = Alone.begin(pool, "audit surakarta", _ -> Uni.createFrom().item(true), _ -> end.join());

        assertThat(begun.await().indefinitely()).isEqualTo(Alone.Begun.NOW);
        start("another " + key).then().statusCode(409);
        start(key).then().statusCode(202).body("state", equalTo("CHECKING"));
        end.complete(null);
        awaitState("FAILED");
    }

    private static void awaitState(String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.of("budi", "/surakarta", "auditor"))
                        .get(AUDIT)
                        .then()
                        .body("state", equalTo(state)));
    }

    private static Response start(String key) {
        return given().auth()
                .oauth2(Tokens.of("budi", "/surakarta", "auditor"))
                .header("Idempotency-Key", key)
                .post(AUDIT);
    }

    @Test
    void isForAuditorsOfTheGovernment() {
        given().auth()
                .oauth2(Tokens.of("budi", "/surakarta", "auditor"))
                .get(AUDIT)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.of("budi", "/surakarta", "auditor"))
                .post(AUDIT)
                .then()
                .statusCode(202)
                .body("findings", empty());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.of("budi", "/surakarta", "auditor"))
                        .get(AUDIT)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("DONE")));
        given().auth()
                .oauth2(Tokens.of("budi", "/surakarta", "coordinator"))
                .post(AUDIT)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("budi", "/karanganyar", "auditor"))
                .post(AUDIT)
                .then()
                .statusCode(404);
        given().post(AUDIT).then().statusCode(401);
    }

    private List<AuditRun.Finding> findings() {
        return audit().findings();
    }

    private Audit.Report audit() {
        Government surakarta = Objects.requireNonNull(governments.find("surakarta"));
        assertThat(audit.start(surakarta, null).await().indefinitely()).isTrue();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Objects.requireNonNull(
                                audit.last(surakarta).await().indefinitely()),
                        report -> report.state() == AuditRun.State.DONE);
    }
}
