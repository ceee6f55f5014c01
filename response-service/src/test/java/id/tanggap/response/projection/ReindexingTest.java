package id.tanggap.response.projection;

import static id.tanggap.response.DeskFixture.CASES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class ReindexingTest {
    /** As the version before writes it. */
    private static final String AS_BEFORE = """
            update case_text set words = to_tsvector('simple', 'SKA-TEST-0001') || to_tsvector('indonesian', text)
            where case_id = $1
            """;

    private static final String WAITING = "select from case_text where not words @@ '''^1'''::tsquery";

    private final DeskFixture desk = new DeskFixture("agency-" + UUID.randomUUID());

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pool pool;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reindexing reindexing;

    @Test
    void findsWhatAReplicaOfTheVersionBeforeWrote() {
        var complaint = desk.dispatch();
        pool.preparedQuery(AS_BEFORE).executeAndAwait(Tuple.of(complaint));

        search("lampunya").body("items.id", contains(complaint.toString()));
        search("ska-test-0001").body("items.id", contains(complaint.toString()));
    }

    @Test
    void makesAnewWhatTheRulesInForceDidNotMake() {
        var complaint = desk.dispatch();
        pool.preparedQuery(AS_BEFORE).executeAndAwait(Tuple.of(complaint));

        await().until(() -> reindexing.next().await().indefinitely() == 0);

        assertThat(pool.query(WAITING).executeAndAwait().rowCount()).isZero();
        search("lmpu jln").body("items.id", contains(complaint.toString()));
    }

    private ValidatableResponse search(String typed) {
        return desk.admin().queryParam("text", typed).get(CASES).then().statusCode(200);
    }
}
