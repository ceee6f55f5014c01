package id.tanggap.response.casefile;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.as;
import static id.tanggap.response.DeskFixture.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class BulkTest {
    private static final String BULK = "/api/response/v1/bulk";

    private final DeskFixture desk = new DeskFixture("dishub");

    @Test
    void saysBeforeAndAfterWhichCaseCouldNotBeDone() {
        var fresh = desk.dispatch();
        var accepted = desk.dispatch();
        var foreign = new DeskFixture("dlh").dispatch();
        desk.admin().post(CASES + accepted + "/accept").then().statusCode(200);
        var ids = List.of(fresh, accepted, foreign, fresh);

        with(desk.admin(), Map.of("action", "ACCEPT", "ids", ids, "dryRun", true))
                .post(BULK)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("results.done", contains(true, false, false))
                .body("results[1].because", equalTo("Aduan ini sudah diterima."))
                .body("results[2].because", equalTo("Aduan ini tidak ada pada instansi Anda."));
        desk.admin().get(CASES + fresh).then().body("status", equalTo("DISPATCHED"));
        with(desk.admin(), Map.of("action", "ACCEPT", "ids", ids))
                .post(BULK)
                .then()
                .statusCode(200)
                .body("results.done", contains(true, false, false));
        desk.admin().get(CASES + fresh).then().body("status", equalTo("IN_PROGRESS"));
    }

    @Test
    void disposesManyAtOnceAndTakesAssignmentsBack() {
        var ids = List.of(desk.dispatch(), desk.dispatch());
        with(desk.admin(), Map.of("action", "DISPOSE", "ids", ids))
                .post(BULK)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("division"));
        with(
                        desk.admin(),
                        Map.of(
                                "action",
                                "DISPOSE",
                                "ids",
                                ids,
                                "division",
                                "parkir",
                                "instruction",
                                "Periksa.",
                                "dueAt",
                                Instant.now().plusSeconds(3_600).toString()))
                .post(BULK)
                .then()
                .statusCode(200)
                .body("results.done", contains(true, true));
        for (var action : List.of("ASSIGN_TO_ME", "ASSIGN_TO_NOBODY")) {
            with(desk.admin(), Map.of("action", action, "ids", ids))
                    .post(BULK)
                    .then()
                    .statusCode(200)
                    .body("results.done", contains(true, true));
        }
        desk.admin()
                .get(CASES + ids.getFirst())
                .then()
                .body("divisionName", equalTo("Bidang Perparkiran"))
                .body("assignee", equalTo(null));
    }

    @Test
    void hasABoundAndIsForThoseWhoWorkOnCases() {
        var many = new ArrayList<UUID>();
        for (int i = 0; i < 101; i++) {
            many.add(UUID.randomUUID());
        }
        with(desk.admin(), Map.of("action", "ACCEPT", "ids", many))
                .post(BULK)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("ids"));
        with(desk.staffOf("parkir"), Map.of("action", "ACCEPT", "ids", List.of(UUID.randomUUID())))
                .post(BULK)
                .then()
                .statusCode(403);
        with(as("ketua", "/surakarta", "head"), Map.of("action", "ACCEPT", "ids", List.of(UUID.randomUUID())))
                .post(BULK)
                .then()
                .statusCode(403);
    }
}
