package id.tanggap.reporting.facts;

import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.RoutingEvent.ClockMet;
import id.tanggap.contracts.RoutingEvent.ClockMoved;
import id.tanggap.contracts.RoutingEvent.ClockPaused;
import id.tanggap.contracts.RoutingEvent.ClockResumed;
import id.tanggap.contracts.RoutingEvent.ClockStarted;
import id.tanggap.contracts.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.RoutingEvent.Dispatched;
import id.tanggap.messaging.Interest;
import id.tanggap.messaging.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What routing tells of a complaint: the agency of the last hop, and the clock of the promise. The recap asks for no
 * other clock.
 */
record RoutingFact(
        UUID complaint,
        String government,
        @Nullable Dispatched dispatched,
        @Nullable Instant dueAt,
        @Nullable ClockMet met,
        @Nullable Instant missedAt) {
    /** What the facts tell of. */
    static final Interest INTEREST = Interest.in(List.of(Dispatched.class))
            .and(ClockStarted.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockPaused.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockResumed.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockMoved.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockMet.class, it -> it.clock() == ClockKind.PROMISE)
            .and(DeadlineMissed.class, it -> it.clock() == ClockKind.PROMISE);

    private static final String SQL = """
            insert into complaint_fact as fact (complaint_id, government, agency, agency_name, hop, dispatched_at,
                                                promise_due_at, promise_met_at, promise_late, promise_missed_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::timestamptz[],
                                 $7::timestamptz[], $8::timestamptz[], $9::boolean[], $10::timestamptz[])
            on conflict (complaint_id) do update set
                agency = case when excluded.hop >= coalesce(fact.hop, 0) then excluded.agency else fact.agency end,
                agency_name = case when excluded.hop >= coalesce(fact.hop, 0)
                                   then excluded.agency_name else fact.agency_name end,
                dispatched_at = case when excluded.hop >= coalesce(fact.hop, 0)
                                     then excluded.dispatched_at else fact.dispatched_at end,
                hop = greatest(excluded.hop, fact.hop),
                promise_due_at = coalesce(excluded.promise_due_at, fact.promise_due_at),
                promise_met_at = coalesce(excluded.promise_met_at, fact.promise_met_at),
                promise_late = coalesce(excluded.promise_late, fact.promise_late),
                promise_missed_at = coalesce(excluded.promise_missed_at, fact.promise_missed_at)
            """;

    static Upsert statement(List<ReceivedEvent> events) {
        var facts = new TreeMap<UUID, RoutingFact>();
        for (var event : events) {
            var fact = of(event);
            if (fact != null) {
                facts.merge(fact.complaint(), fact, RoutingFact::and);
            }
        }
        return Upsert.of(
                SQL,
                facts,
                columns -> columns.uuids(RoutingFact::complaint)
                        .texts(RoutingFact::government)
                        .texts(fact -> fact.dispatched() == null
                                ? null
                                : fact.dispatched().agency())
                        .texts(fact -> fact.dispatched() == null
                                ? null
                                : fact.dispatched().agencyName())
                        .numbers(fact -> fact.dispatched() == null
                                ? null
                                : fact.dispatched().hop())
                        .times(fact -> fact.dispatched() == null
                                ? null
                                : fact.dispatched().dispatchedAt())
                        .times(RoutingFact::dueAt)
                        .times(fact -> fact.met() == null ? null : fact.met().metAt())
                        .flags(fact -> fact.met() == null ? null : fact.met().late())
                        .times(RoutingFact::missedAt));
    }

    private static @Nullable RoutingFact of(ReceivedEvent event) {
        var complaint = event.envelope().subject();
        var government = event.envelope().government();
        return switch (event.event()) {
            case Dispatched it -> new RoutingFact(complaint, government, it, null, null, null);
            case ClockStarted it -> new RoutingFact(complaint, government, null, it.dueAt(), null, null);
            case ClockPaused it -> new RoutingFact(complaint, government, null, it.dueAt(), null, null);
            case ClockResumed it -> new RoutingFact(complaint, government, null, it.dueAt(), null, null);
            case ClockMoved it -> new RoutingFact(complaint, government, null, it.to(), null, null);
            case ClockMet it -> new RoutingFact(complaint, government, null, it.dueAt(), it, null);
            case DeadlineMissed it ->
                new RoutingFact(
                        complaint,
                        government,
                        null,
                        it.dueAt(),
                        null,
                        event.envelope().time());
            default -> null;
        };
    }

    private RoutingFact and(RoutingFact next) {
        return new RoutingFact(
                complaint,
                government,
                lastHop(dispatched, next.dispatched),
                next.dueAt == null ? dueAt : next.dueAt,
                next.met == null ? met : next.met,
                next.missedAt == null ? missedAt : next.missedAt);
    }

    private static @Nullable Dispatched lastHop(@Nullable Dispatched one, @Nullable Dispatched next) {
        return one == null || (next != null && next.hop() >= one.hop()) ? next : one;
    }
}
