package id.tanggap.response.projection;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.RECEIVED;
import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.DeskFixture.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class RebuildTest {
    private static final String REBUILD = "/api/response/v1/admin/rebuild";

    private final DeskFixture desk = new DeskFixture("dishub");

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pool pool;

    @Test
    void putsRightWhatDiffersFromTheTopicsAndKeepsWhatTheDeskDid() {
        var moved = desk.dispatch();
        desk.say(
                moved, new ReturnedAsMisrouted("dishub", MisroutingReason.NOT_OUR_DUTY, null, RECEIVED.plusSeconds(9)));
        desk.say(moved, new Dispatched("dlh", "Dinas Lain", "Dialihkan", "redelegation", 1, RECEIVED.plusSeconds(10)));
        var other = as("lain", "/surakarta/dlh", "agency-admin");
        await().atMost(SOON).untilAsserted(() -> other.get(CASES + moved).then().statusCode(200));
        var worked = desk.dispatch();
        desk.admin().post(CASES + worked + "/accept").then().statusCode(200);
        var lost = desk.dispatch();
        var before = file(worked);
        spoil("update desk_case set agency_name = 'Salah', due_at = null, history = '[]' where id = $1", worked);
        spoil("update case_text set text = 'Salah', words = '', attachments = null where case_id = $1", worked);
        spoil("update desk_case set agency = 'dishub' where id = $1", moved);
        spoil("delete from look where case_id = $1", lost);
        spoil("delete from desk_case where id = $1", lost);
        spoil("delete from case_text where case_id = $1", lost);

        rebuild();

        assertThat(file(worked).<Object>get("findAll { it.key != 'version' && it.key != 'lookers' }"))
                .isEqualTo(before.get("findAll { it.key != 'version' && it.key != 'lookers' }"));
        desk.admin().get(CASES + moved).then().statusCode(404);
        other.get(CASES + moved).then().statusCode(200);
        desk.admin().get(CASES + lost).then().statusCode(200).body("status", equalTo("DISPATCHED"));
        // Nothing is left to put right, in whatever order it was heard, and what is told afterwards is heard as ever.
        spoil(
                "update desk_case set history = (select jsonb_agg(entry order by n desc) from"
                        + " jsonb_array_elements(history) with ordinality as told (entry, n)) where id = $1",
                moved);
        assertThat(rebuild().getLong("corrected")).isZero();
        desk.dispatch();
    }

    /** A retention took the older half of a topic, whichever. */
    @ParameterizedTest
    @ValueSource(strings = {Topics.INTAKE, Topics.ROUTING})
    void leavesAloneWhatIsNoLongerToldFromItsBeginning(String topic) {
        var cut = desk.dispatch();
        EventBus.cutShort(topic);
        desk.say(cut, new ReturnedAsMisrouted("dishub", MisroutingReason.NOT_OUR_DUTY, null, RECEIVED.plusSeconds(9)));
        desk.say(
                cut,
                new Dispatched("dishub", "Dinas Percobaan", "Kembali", "redelegation", 1, RECEIVED.plusSeconds(10)));
        desk.say(cut, new ComplainantReplied("Ini lanjutannya", RECEIVED.plusSeconds(11)));
        await().atMost(SOON).until(() -> told(cut).contains("Ini lanjutannya"));
        await().atMost(SOON).until(() -> told(cut).contains("Kembali"));
        var before = told(cut);
        var whole = desk.dispatch();
        spoil("update desk_case set agency_name = 'Salah' where id = $1", whole);

        var progress = rebuild();

        assertThat(progress.getLong("leftAlone")).isPositive();
        assertThat(told(cut)).isEqualTo(before);
        assertThat(told(whole)).contains("Dinas Percobaan").doesNotContain("Salah");
    }

    private String told(UUID complaint) {
        return pool.preparedQuery("select desk_case::text || case_text::text as told from desk_case, case_text"
                        + " where id = $1 and case_id = $1")
                .execute(Tuple.of(complaint))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("told");
    }

    @Test
    void goesOnWhileNewComplaintsCome() throws InterruptedException {
        var stream = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 20; i++) {
                desk.dispatch();
            }
        });
        rebuild();
        stream.join();

        assertThat(rebuild().getLong("corrected")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agency-admin", "division-staff", "coordinator", "head", "patron", "auditor", "intake-officer"})
    void isForOperatorsAlone(String role) {
        as("orang", "/surakarta/dishub", role).post(REBUILD).then().statusCode(403);
        as("orang", "/surakarta", role).get(REBUILD).then().statusCode(403);
    }

    private JsonPath rebuild() {
        await().atMost(SOON).until(() -> operator().post(REBUILD).statusCode() == 202);
        await().atMost(SOON)
                .untilAsserted(
                        () -> operator().get(REBUILD).then().statusCode(200).body("state", equalTo("DONE")));
        var progress = operator().get(REBUILD).jsonPath();
        assertThat(progress.getLong("done")).isGreaterThanOrEqualTo(progress.getLong("total"));
        return progress;
    }

    private JsonPath file(UUID complaint) {
        return desk.admin()
                .get(CASES + complaint)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void spoil(String sql, UUID complaint) {
        assertThat(pool.preparedQuery(sql)
                        .execute(Tuple.of(complaint))
                        .await()
                        .indefinitely()
                        .rowCount())
                .isEqualTo(1);
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.ofService("operator", "operator"));
    }
}
