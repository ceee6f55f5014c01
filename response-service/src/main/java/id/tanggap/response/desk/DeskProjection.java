package id.tanggap.response.desk;

import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.Event;
import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.IntakeEvent.Location;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts cases on the desk. One statement per kind of event and batch; each writes its own columns, so that the order in
 * which topics are read does not matter. Rows in the order of their ids, so that two channels mostly wait for each
 * other; where two statements still lock each other out, PostgreSQL ends one and the inbox takes that batch again.
 */
@ApplicationScoped
class DeskProjection {
    private static final String RECEIVED = """
            insert into desk_case (id, government, number, channel, type, visibility, category, title, text, address,
                                   region_code, received_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                                 $8::text[], $9::text[], $10::text[], $11::text[], $12::timestamptz[])
            on conflict (id) do update
            set number = excluded.number, channel = excluded.channel, type = excluded.type,
                visibility = excluded.visibility, category = excluded.category, title = excluded.title,
                text = excluded.text, address = excluded.address, region_code = excluded.region_code,
                received_at = excluded.received_at
            """;
    private static final String DISPATCHED = """
            insert into desk_case (id, government, agency, agency_name, dispatched_at)
            select distinct on (id) *
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
                as event (id, government, agency, agency_name, at)
            order by id, at desc
            on conflict (id) do update
            set agency = excluded.agency, agency_name = excluded.agency_name, dispatched_at = excluded.dispatched_at
            """;
    private static final String PROMISED = """
            insert into desk_case (id, government, due_at)
            select distinct on (id) * from unnest($1::uuid[], $2::text[], $3::timestamptz[])
                as event (id, government, due_at)
            order by id, due_at desc
            on conflict (id) do update set due_at = excluded.due_at
            """;

    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        var received = of(ComplaintReceived.class, events);
        var dispatched = of(Dispatched.class, events);
        var promised = of(ClockStarted.class, events).stream()
                .filter(fact -> fact.event().clock() == ClockKind.PROMISE)
                .toList();
        return write(
                        transaction,
                        RECEIVED,
                        received,
                        row -> row.addArrayOfString(strings(received, ComplaintReceived::number))
                                .addArrayOfString(
                                        strings(received, c -> c.channel().name()))
                                .addArrayOfString(
                                        strings(received, c -> c.type().name()))
                                .addArrayOfString(
                                        strings(received, c -> c.visibility().name()))
                                .addArrayOfString(strings(received, ComplaintReceived::category))
                                .addArrayOfString(strings(received, ComplaintReceived::title))
                                .addArrayOfString(strings(received, ComplaintReceived::text))
                                .addArrayOfString(strings(received, c -> place(c.location(), Location::address)))
                                .addArrayOfString(strings(received, c -> place(c.location(), Location::regionCode)))
                                .addArrayOfOffsetDateTime(times(received, ComplaintReceived::receivedAt)))
                .chain(() -> write(
                        transaction,
                        DISPATCHED,
                        dispatched,
                        row -> row.addArrayOfString(strings(dispatched, Dispatched::agency))
                                .addArrayOfString(strings(dispatched, Dispatched::agencyName))
                                .addArrayOfOffsetDateTime(times(dispatched, Dispatched::dispatchedAt))))
                .chain(() -> write(
                        transaction,
                        PROMISED,
                        promised,
                        row -> row.addArrayOfOffsetDateTime(times(promised, ClockStarted::dueAt))));
    }

    private static <E extends Event> Uni<Void> write(
            SqlConnection transaction, String sql, List<Fact<E>> facts, UnaryOperator<Tuple> columns) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var row = Tuple.tuple()
                .addArrayOfUUID(column(facts, Fact::id, UUID[]::new))
                .addArrayOfString(column(facts, Fact::government, String[]::new));
        return transaction.preparedQuery(sql).execute(columns.apply(row)).replaceWithVoid();
    }

    private static <E extends Event> List<Fact<E>> of(Class<E> kind, List<ReceivedEvent> events) {
        return events.stream()
                .filter(received -> kind.isInstance(received.event()))
                .map(received -> new Fact<>(
                        received.envelope().subject(), received.envelope().government(), kind.cast(received.event())))
                .sorted(Comparator.comparing(Fact::id))
                .toList();
    }

    private static @Nullable String place(@Nullable Location location, Function<Location, @Nullable String> part) {
        return location == null ? null : part.apply(location);
    }

    private static <E extends Event> String[] strings(List<Fact<E>> facts, Function<E, @Nullable String> value) {
        return column(facts, fact -> value.apply(fact.event()), String[]::new);
    }

    private static <E extends Event> OffsetDateTime[] times(List<Fact<E>> facts, Function<E, Instant> time) {
        return column(facts, fact -> time.apply(fact.event()).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);
    }

    private static <E extends Event, T> T[] column(
            List<Fact<E>> facts, Function<Fact<E>, ? extends @Nullable Object> value, IntFunction<T[]> array) {
        return facts.stream().map(value).toArray(array);
    }

    private record Fact<E extends Event>(UUID id, String government, E event) {}
}
