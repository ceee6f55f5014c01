package id.tanggap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.reporting.ReportingResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements ask says the same as {@link Visibility}, also of what is not known. */
@QuarkusTest
@WithTestResource(ReportingResource.class)
class SecretColumnTest {
    private static final String DEFINITION = """
            select pg_get_expr(adbin, adrelid) from pg_attrdef
            join pg_attribute on attrelid = adrelid and attnum = adnum and attname = 'secret'
            where adrelid = 'complaint_fact'::regclass
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

    private static Row only(RowSet<Row> rows) {
        assertThat(rows).hasSize(1);
        return rows.iterator().next();
    }
}
