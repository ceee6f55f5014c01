package id.tanggap.response.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.EventBus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements ask says the same as {@link Visibility}, also of what is not known. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class SecretColumnTest {
    private static final String DEFINITION = """
            select pg_get_expr(adbin, adrelid) from pg_attrdef
            join pg_attribute on attrelid = adrelid and attnum = adnum and attname = 'secret'
            where adrelid = 'desk_case'::regclass
            """;

    @Inject
    Pool pool;

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"PUBLIC", "ANONYMOUS", "SECRET", "RESTRICTED", "public"})
    void saysWhatTheVisibilitySays(@Nullable String kept) {
        var definition = only(pool.query(DEFINITION).executeAndAwait()).getString(0);

        var secret = only(pool.preparedQuery("select " + definition + " from (values ($1::text)) as told (visibility)")
                        .executeAndAwait(Tuple.of(kept)))
                .getBoolean(0);

        assertThat(secret).isEqualTo(Visibility.ofName(kept).isSecret());
    }

    /** An old replica beside a new one works on the case and keeps what it does not know. */
    @Test
    void saysNothingOfACaseWhoseVisibilityIsOfTomorrow() {
        var desk = new DeskFixture("dishub");
        var complaint = desk.dispatch();
        becomes("RESTRICTED", complaint);

        act(desk, complaint, "accept", "{}");
        act(desk, complaint, "information-request", "{\"question\": \"Di sebelah mana?\"}");

        await().atMost(DeskFixture.SOON)
                .untilAsserted(() -> assertThat(EventBus.heard(Topics.RESPONSE, complaint))
                        .filteredOn(InformationRequested.class::isInstance)
                        .singleElement()
                        .extracting(event -> ((InformationRequested) event).question())
                        .isNull());
        assertThat(only(pool.preparedQuery("select visibility from desk_case where id = $1")
                                .executeAndAwait(Tuple.of(complaint)))
                        .getString(0))
                .isEqualTo("RESTRICTED");
        // The topic told otherwise, which a rebuild would find.
        becomes("PUBLIC", complaint);
    }

    private void becomes(String visibility, UUID complaint) {
        pool.preparedQuery("update desk_case set visibility = $1 where id = $2")
                .executeAndAwait(Tuple.of(visibility, complaint));
    }

    private static void act(DeskFixture desk, UUID complaint, String action, String body) {
        desk.admin()
                .contentType(ContentType.JSON)
                .body(body)
                .post(DeskFixture.CASES + complaint + "/" + action)
                .then()
                .statusCode(200);
    }

    private static Row only(RowSet<Row> rows) {
        assertThat(rows).hasSize(1);
        return rows.iterator().next();
    }
}
