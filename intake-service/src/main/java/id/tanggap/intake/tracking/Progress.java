package id.tanggap.intake.tracking;

import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.Event;
import id.tanggap.contracts.ResponseEvent.Accepted;
import id.tanggap.contracts.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.RoutingEvent.ClockStarted;
import id.tanggap.contracts.RoutingEvent.Dispatched;
import id.tanggap.messaging.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what other services told. One statement per kind of event and batch; rows in the order of their ids, so
 * that two channels on the same complaints mostly wait for each other; where two statements still lock each other out,
 * PostgreSQL ends one and the inbox takes that batch again.
 */
@ApplicationScoped
class Progress {
    private static final String DISPATCHED = """
            insert into progress (complaint_id, agency, agency_name, dispatched_at)
            select distinct on (id) * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
                as event (id, agency, name, at)
            order by id, at desc
            on conflict (complaint_id) do update
            set agency = excluded.agency, agency_name = excluded.agency_name, dispatched_at = excluded.dispatched_at
            """;
    private static final String DUE = """
            insert into progress (complaint_id, due_at)
            select distinct on (id) * from unnest($1::uuid[], $2::timestamptz[]) as event (id, at) order by id, at desc
            on conflict (complaint_id) do update set due_at = excluded.due_at
            """;
    private static final String ACCEPTED = """
            insert into progress (complaint_id, accepted_at)
            select distinct on (id) * from unnest($1::uuid[], $2::timestamptz[]) as event (id, at) order by id, at desc
            on conflict (complaint_id) do update set accepted_at = excluded.accepted_at
            """;
    private static final String ANSWERED = """
            insert into progress (complaint_id, answered_at, answer)
            select distinct on (id) * from unnest($1::uuid[], $2::timestamptz[], $3::text[]) as event (id, at, answer)
            order by id, at desc
            on conflict (complaint_id) do update set answered_at = excluded.answered_at, answer = excluded.answer
            """;

    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        var dispatched = of(Dispatched.class, events);
        var promised = of(ClockStarted.class, events).stream()
                .filter(fact -> fact.event().clock() == ClockKind.PROMISE)
                .toList();
        var accepted = of(Accepted.class, events);
        var answered = of(AnswerPublished.class, events);
        return write(
                        transaction,
                        DISPATCHED,
                        dispatched,
                        ids -> ids.addArrayOfString(column(dispatched, Dispatched::agency, String[]::new))
                                .addArrayOfString(column(dispatched, Dispatched::agencyName, String[]::new))
                                .addArrayOfOffsetDateTime(times(dispatched, Dispatched::dispatchedAt)))
                .chain(() -> write(
                        transaction,
                        DUE,
                        promised,
                        ids -> ids.addArrayOfOffsetDateTime(times(promised, ClockStarted::dueAt))))
                .chain(() -> write(
                        transaction,
                        ACCEPTED,
                        accepted,
                        ids -> ids.addArrayOfOffsetDateTime(times(accepted, Accepted::acceptedAt))))
                .chain(() -> write(
                        transaction,
                        ANSWERED,
                        answered,
                        ids -> ids.addArrayOfOffsetDateTime(times(answered, AnswerPublished::answeredAt))
                                .addArrayOfString(column(answered, AnswerPublished::answer, String[]::new))));
    }

    private static <E extends Event> Uni<Void> write(
            SqlConnection transaction, String sql, List<Fact<E>> facts, Function<Tuple, Tuple> columns) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = facts.stream().map(Fact::complaint).toArray(UUID[]::new);
        return transaction
                .preparedQuery(sql)
                .execute(columns.apply(Tuple.tuple().addArrayOfUUID(ids)))
                .replaceWithVoid();
    }

    private static <E extends Event> List<Fact<E>> of(Class<E> kind, List<ReceivedEvent> events) {
        return events.stream()
                .filter(received -> kind.isInstance(received.event()))
                .map(received -> new Fact<>(received.envelope().subject(), kind.cast(received.event())))
                .sorted(Comparator.comparing(Fact::complaint))
                .toList();
    }

    private static <E extends Event, T> T[] column(
            List<Fact<E>> facts, Function<E, ? extends @Nullable Object> value, IntFunction<T[]> array) {
        return facts.stream().map(fact -> value.apply(fact.event())).toArray(array);
    }

    private static <E extends Event> OffsetDateTime[] times(List<Fact<E>> facts, Function<E, Instant> time) {
        return column(facts, event -> time.apply(event).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);
    }

    private record Fact<E extends Event>(UUID complaint, E event) {}
}
