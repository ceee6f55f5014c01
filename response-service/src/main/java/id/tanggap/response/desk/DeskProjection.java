package id.tanggap.response.desk;

import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.IntakeEvent.Location;
import id.tanggap.contracts.RoutingEvent.ClockMoved;
import id.tanggap.contracts.RoutingEvent.ClockPaused;
import id.tanggap.contracts.RoutingEvent.ClockResumed;
import id.tanggap.contracts.RoutingEvent.ClockStarted;
import id.tanggap.contracts.RoutingEvent.Dispatched;
import id.tanggap.contracts.RoutingEvent.Redelegated;
import id.tanggap.contracts.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.messaging.Columns;
import id.tanggap.messaging.Interest;
import id.tanggap.messaging.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts cases on the desk. One statement per topic and batch; each writes its own columns, so that the order in which
 * topics are read does not matter. Rows in the order of their ids, so that two channels wait for each other instead of
 * locking each other out.
 */
@ApplicationScoped
class DeskProjection {
    /** What the desk shows. */
    static final Interest INTEREST = Interest.in(List.of(
                    ComplaintReceived.class,
                    Dispatched.class,
                    ReturnedAsMisrouted.class,
                    Redelegated.class,
                    ReferredOutside.class))
            .and(ClockStarted.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockPaused.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockResumed.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockMoved.class, it -> it.clock() == ClockKind.PROMISE);

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
    private static final String ROUTED = """
            with told as (
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[],
                                     $6::timestamptz[], $7::boolean[])
                    as told (id, government, agency, agency_name, dispatched_at, due_at, taken)
            )
            insert into desk_case as known (id, government, agency, agency_name, dispatched_at, due_at)
            select id, government, agency, agency_name, dispatched_at, due_at from told order by id
            on conflict (id) do update set
                -- What was taken away lies on no desk until it is dispatched anew, and then in the queue.
                status = case when known.status = 'IN_PROGRESS'
                                   and (select taken from told where told.id = known.id)
                              then 'DISPATCHED' else known.status end,
                agency = case when (select taken from told where told.id = known.id)
                              then excluded.agency else coalesce(excluded.agency, known.agency) end,
                agency_name = coalesce(excluded.agency_name, known.agency_name),
                dispatched_at = coalesce(excluded.dispatched_at, known.dispatched_at),
                due_at = coalesce(excluded.due_at, known.due_at)
            """;

    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        var received = new TreeMap<UUID, Received>();
        var routed = new TreeMap<UUID, Routed>();
        for (var event : events) {
            var id = event.envelope().subject();
            var government = event.envelope().government();
            switch (event.event()) {
                case ComplaintReceived it -> received.put(id, new Received(id, government, it));
                case Dispatched it -> routed.merge(id, Routed.to(id, government, it), Routed::and);
                case ClockStarted it -> routed.merge(id, Routed.due(id, government, it.dueAt()), Routed::and);
                case ClockMoved it -> routed.merge(id, Routed.due(id, government, it.to()), Routed::and);
                case ClockPaused it -> routed.merge(id, Routed.due(id, government, it.dueAt()), Routed::and);
                case ClockResumed it -> routed.merge(id, Routed.due(id, government, it.dueAt()), Routed::and);
                case ReturnedAsMisrouted _, Redelegated _, ReferredOutside _ ->
                    routed.merge(id, Routed.away(id, government), Routed::and);
                default -> {
                    // Nothing that the desk shows.
                }
            }
        }
        return write(transaction, RECEIVED, received.values(), DeskProjection::received)
                .chain(() -> write(transaction, ROUTED, routed.values(), DeskProjection::routed));
    }

    private static <T> Uni<Void> write(
            SqlConnection transaction, String sql, Collection<T> rows, Function<Columns<T>, Columns<T>> columns) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = columns.apply(Columns.of(rows)).tuple();
        return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static Columns<Received> received(Columns<Received> columns) {
        return columns.uuids(Received::id)
                .texts(Received::government)
                .texts(row -> row.complaint().number())
                .texts(row -> row.complaint().channel().name())
                .texts(row -> row.complaint().type().name())
                .texts(row -> row.complaint().visibility().name())
                .texts(row -> row.complaint().category())
                .texts(row -> row.complaint().title())
                .texts(row -> row.complaint().text())
                .texts(row -> row.where(Location::address))
                .texts(row -> row.where(Location::regionCode))
                .times(row -> row.complaint().receivedAt());
    }

    private static Columns<Routed> routed(Columns<Routed> columns) {
        return columns.uuids(Routed::id)
                .texts(Routed::government)
                .texts(row -> row.dispatched() == null ? null : row.dispatched().agency())
                .texts(row -> row.dispatched() == null ? null : row.dispatched().agencyName())
                .times(row -> row.dispatched() == null ? null : row.dispatched().dispatchedAt())
                .times(Routed::dueAt)
                .flags(Routed::taken);
    }

    private record Received(UUID id, String government, ComplaintReceived complaint) {
        @Nullable
        String where(Function<Location, @Nullable String> part) {
            return complaint.location() == null ? null : part.apply(complaint.location());
        }
    }

    /**
     * What a batch told of where a case is and by when it is due; of each kind the last event counts.
     *
     * @param taken whether it was taken from the agency that had it
     */
    private record Routed(
            UUID id,
            String government,
            @Nullable Dispatched dispatched,
            @Nullable Instant dueAt,
            boolean taken) {
        static Routed to(UUID id, String government, Dispatched dispatched) {
            return new Routed(id, government, dispatched, null, false);
        }

        static Routed due(UUID id, String government, Instant dueAt) {
            return new Routed(id, government, null, dueAt, false);
        }

        static Routed away(UUID id, String government) {
            return new Routed(id, government, null, null, true);
        }

        Routed and(Routed next) {
            return new Routed(
                    id,
                    government,
                    next.taken || next.dispatched != null ? next.dispatched : dispatched,
                    next.dueAt == null ? dueAt : next.dueAt,
                    taken || next.taken);
        }
    }
}
