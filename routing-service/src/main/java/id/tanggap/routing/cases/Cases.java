package id.tanggap.routing.cases;

import id.tanggap.contracts.ClockKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Writes cases, many in one statement. */
@ApplicationScoped
class Cases {
    private static final String OPEN = """
            with opened as (
                insert into dispatch_case (complaint_id, government, number, agency, rule, reason, received_at,
                                           dispatched_at)
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                                     $7::timestamptz[], $8::timestamptz[])
            ), started as (
                insert into clock (complaint_id, kind, standard, started_at, due_at)
                select id, $12, standard, started_at, due_at
                from unnest($1::uuid[], $9::text[], $10::timestamptz[], $11::timestamptz[])
                    as started (id, standard, started_at, due_at)
            )
            insert into timer (complaint_id, kind, due_at)
            select id, $12, due_at from unnest($1::uuid[], $11::timestamptz[]) as armed (id, due_at)
            """;

    Uni<Void> open(SqlConnection transaction, List<NewCase> cases) {
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(column(cases, c -> c.envelope().subject(), UUID[]::new))
                        .addArrayOfString(column(cases, c -> c.envelope().government(), String[]::new))
                        .addArrayOfString(column(cases, c -> c.complaint().number(), String[]::new))
                        .addArrayOfString(
                                column(cases, c -> c.dispatch().dispatched().agency(), String[]::new))
                        .addArrayOfString(
                                column(cases, c -> c.dispatch().dispatched().rule(), String[]::new))
                        .addArrayOfString(
                                column(cases, c -> c.dispatch().dispatched().reason(), String[]::new))
                        .addArrayOfOffsetDateTime(
                                times(cases, c -> c.complaint().receivedAt()))
                        .addArrayOfOffsetDateTime(
                                times(cases, c -> c.dispatch().dispatched().dispatchedAt()))
                        .addArrayOfString(
                                column(cases, c -> c.dispatch().promise().standard(), String[]::new))
                        .addArrayOfOffsetDateTime(
                                times(cases, c -> c.dispatch().promise().startedAt()))
                        .addArrayOfOffsetDateTime(
                                times(cases, c -> c.dispatch().promise().dueAt()))
                        .addString(ClockKind.PROMISE.name()))
                .replaceWithVoid();
    }

    private static <T> T[] column(List<NewCase> cases, Function<NewCase, T> value, IntFunction<T[]> array) {
        return cases.stream().map(value).toArray(array);
    }

    private static OffsetDateTime[] times(List<NewCase> cases, Function<NewCase, Instant> time) {
        return column(cases, c -> time.apply(c).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);
    }
}
