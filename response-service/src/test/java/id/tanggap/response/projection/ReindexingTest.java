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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class ReindexingTest {
    /** As PostgreSQL cut it, before there were rules. */
    private static final String BY_NO_RULES =
            "to_tsvector('simple', 'SKA-TEST-0001') || to_tsvector('indonesian', text)";

    private static final String BY_THE_FIRST_RULES = "ts_delete(words, '^2')";

    private static final String WAITING = "select from case_text where not words @@ '''^2'''::tsquery";

    private final DeskFixture desk = new DeskFixture("agency-" + UUID.randomUUID());

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pool pool;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reindexing reindexing;

    @ParameterizedTest
    @ValueSource(strings = {BY_NO_RULES, BY_THE_FIRST_RULES})
    void findsWhatAReplicaOfAVersionBeforeWrote(String words) {
        var complaint = dispatched(words);

        search("lampunya").body("items.id", contains(complaint.toString()));
        search("ska-test-0001").body("items.id", contains(complaint.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_NO_RULES, BY_THE_FIRST_RULES})
    void makesAnewWhatTheRulesInForceDidNotMake(String words) {
        var complaint = dispatched(words);

        await().until(() -> reindexing.next().await().indefinitely() == 0);

        assertThat(pool.query(WAITING).executeAndAwait().rowCount()).isZero();
        search("lmpu jln").body("items.id", contains(complaint.toString()));
    }

    private UUID dispatched(String words) {
        var complaint = desk.dispatch();
        pool.preparedQuery("update case_text set words = " + words + " where case_id = $1")
                .executeAndAwait(Tuple.of(complaint));
        return complaint;
    }

    private ValidatableResponse search(String typed) {
        return desk.admin().queryParam("text", typed).get(CASES).then().statusCode(200);
    }
}
