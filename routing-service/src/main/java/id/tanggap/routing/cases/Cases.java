package id.tanggap.routing.cases;

import id.tanggap.contracts.ClockKind;
import id.tanggap.messaging.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
                .execute(Columns.of(cases)
                        .uuids(opened -> opened.envelope().subject())
                        .texts(opened -> opened.envelope().government())
                        .texts(opened -> opened.complaint().number())
                        .texts(opened -> opened.dispatch().dispatched().agency())
                        .texts(opened -> opened.dispatch().dispatched().rule())
                        .texts(opened -> opened.dispatch().dispatched().reason())
                        .times(opened -> opened.complaint().receivedAt())
                        .times(opened -> opened.dispatch().dispatched().dispatchedAt())
                        .texts(opened -> opened.dispatch().promise().standard())
                        .times(opened -> opened.dispatch().promise().startedAt())
                        .times(opened -> opened.dispatch().promise().dueAt())
                        .tuple()
                        .addString(ClockKind.PROMISE.name()))
                .replaceWithVoid();
    }
}
