package id.tanggap.reporting.facts.known;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.reporting.ReportingResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the table's columns say follows from the others is what {@link State} and {@link OwedBy} say, of all that may be known. */
@QuarkusTest
@WithTestResource(ReportingResource.class)
class DerivedColumnsTest {
    private static final String DEFINITION = """
            select pg_get_expr(adbin, adrelid) from pg_attrdef
            join pg_attribute on attrelid = adrelid and attnum = adnum and attname = '%s'
            where adrelid = 'complaint_fact'::regclass
            """;
    private static final String TIMES = "(values (null::timestamptz), ('2026-10-01Z'), ('2026-10-02Z')) as %1$s (%1$s)";

    @Inject
    Pool pool;

    @Test
    void saysWhatBecameOfAComplaint() {
        var state = "(select null as told_state union all values ('OPEN'), ('ANSWERED'), ('ENDED')) as told";
        assertAgrees(
                "state",
                State::of,
                state,
                List.of(
                        "answered_at",
                        "objected_at",
                        "screened_out_at",
                        "withdrawn_at",
                        "referred_at",
                        "linked_at",
                        "unlinked_at"));
    }

    @Test
    void saysWhoOwesTheNextStep() {
        var agency = "(values (null), ('dpupr')) as held (agency)";
        assertAgrees(
                "owed_by",
                OwedBy::of,
                agency,
                List.of(
                        "asked_at",
                        "replied_at",
                        "reply_overdue_at",
                        "answered_at",
                        "returned_at",
                        "dispatched_at",
                        "disposed_at",
                        "division_answered_at"));
    }

    private void assertAgrees(String column, Function<Known, Enum<?>> rule, String first, List<String> times) {
        var definition = pool.query(DEFINITION.formatted(column))
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);
        var all = Stream.concat(Stream.of(first), times.stream().map(TIMES::formatted))
                .collect(Collectors.joining(" cross join "));

        var rows =
                pool.query("select *, " + definition + " as said from " + all).executeAndAwait();

        assertThat(rows)
                .hasSizeGreaterThan(1000)
                .allSatisfy(row -> assertThat(rule.apply(known(row)).name())
                        .as("%s", row.toJson())
                        .isEqualTo(row.getString("said")));
    }

    private static Known known(Row row) {
        var known = new HashMap<String, Object>();
        for (int i = 0; i < row.size(); i++) {
            var value = row.getValue(i);
            if (value != null) {
                known.put(row.getColumnName(i), value instanceof OffsetDateTime at ? at.toInstant() : value);
            }
        }
        return new Known(new UUID(0, 0), "surakarta", known);
    }
}
