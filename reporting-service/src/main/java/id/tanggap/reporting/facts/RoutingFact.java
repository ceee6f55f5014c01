package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.RoutingEvent;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What routing tells of a complaint: the agency of the last hop, its moves, and its deadlines. */
final class RoutingFact {
    private static final Rows<RoutingFact> FACT = Rows.of(RoutingFact.class)
            .uuid("complaint_id", fact -> fact.complaint)
            .text("government", fact -> fact.government)
            .text("agency", fact -> fact.hop(Dispatched::agency))
            .text("agency_name", fact -> fact.hop(Dispatched::agencyName))
            .number("hop", fact -> fact.hop(Dispatched::hop))
            .time("dispatched_at", fact -> fact.hop(Dispatched::dispatchedAt))
            .time("promise_due_at", fact -> fact.promiseDueAt)
            .time("promise_met_at", fact -> fact.promiseMet == null ? null : fact.promiseMet.metAt())
            .flag("promise_late", fact -> fact.promiseMet == null ? null : fact.promiseMet.late())
            .time("promise_missed_at", fact -> fact.promiseMissedAt)
            .time("ceiling_due_at", fact -> fact.ceilingDueAt)
            .time("referred_at", fact -> fact.referred.at())
            .time("returned_at", fact -> fact.returned.at())
            .time("closed_at", fact -> fact.closed.at());
    /** Lists have commas between their elements: no array has elements of its own. */
    private static final Rows<RoutingFact> ROWS = FACT.text("kept", fact -> String.join(",", fact.kept))
            .text("missed", fact -> String.join(",", fact.missed))
            .text("moves", fact -> String.join(",", fact.moves));

    private static final String SQL = """
            insert into complaint_fact as fact (%1$s, kept, missed, moves)
            select %1$s, string_to_array(kept, ','), string_to_array(missed, ','), string_to_array(moves, ',')
            from %2$s
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
                promise_missed_at = coalesce(excluded.promise_missed_at, fact.promise_missed_at),
                ceiling_due_at = coalesce(excluded.ceiling_due_at, fact.ceiling_due_at),
                referred_at = greatest(excluded.referred_at, fact.referred_at),
                returned_at = greatest(excluded.returned_at, fact.returned_at),
                closed_at = greatest(excluded.closed_at, fact.closed_at),
                kept = fact.kept || excluded.kept,
                missed = fact.missed || excluded.missed,
                moves = fact.moves || excluded.moves
            """.formatted(FACT.names(), ROWS.as("told"));

    private final UUID complaint;
    private final String government;
    private final List<String> kept = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> moves = new ArrayList<>();
    private final Moment referred = Moment.latest();
    private final Moment returned = Moment.latest();
    private final Moment closed = Moment.latest();
    private @Nullable Dispatched dispatched;
    private @Nullable Instant promiseDueAt;
    private @Nullable ClockMet promiseMet;
    private @Nullable Instant promiseMissedAt;
    private @Nullable Instant ceilingDueAt;

    private RoutingFact(UUID complaint, String government) {
        this.complaint = complaint;
        this.government = government;
    }

    static Upsert statement(List<ReceivedEvent> events) {
        var facts = Upsert.gathered(events, RoutingEvent.class, RoutingFact::new, RoutingFact::hear);
        return Upsert.of(SQL, ROWS, facts);
    }

    private boolean hear(RoutingEvent told, Instant at) {
        return switch (told) {
            case Dispatched it -> sent(it);
            case MoveCalledOff it -> sent(back(it));
            case Redelegated it -> moves.add(it.from() + ">" + it.to() + ">" + it.reason());
            case ReturnedAsMisrouted it -> returned.told(it.returnedAt());
            case ReferredOutside it -> referred.told(it.referredAt());
            case CaseClosed it -> closed.told(it.closedAt());
            case ClockMet it -> met(it);
            case DeadlineMissed it -> missed(it, at);
            case ClockStarted it -> due(it.clock(), it.dueAt());
            case ClockPaused it -> due(it.clock(), it.dueAt());
            case ClockResumed it -> due(it.clock(), it.dueAt());
            case ClockMoved it -> due(it.clock(), it.to());
            default -> false;
        };
    }

    private boolean sent(Dispatched it) {
        dispatched = dispatched == null || it.hop() >= dispatched.hop() ? it : dispatched;
        return true;
    }

    /** To the agency that had it before; what stands as its reason is nobody's to count. */
    private static Dispatched back(MoveCalledOff it) {
        return new Dispatched(it.agency(), it.agencyName(), "", "", it.hop(), it.calledOffAt());
    }

    /** One that was met late was told as missed before. */
    private boolean met(ClockMet it) {
        if (it.clock() == ClockKind.PROMISE) {
            promiseMet = it;
        }
        due(it.clock(), it.dueAt());
        return it.late() || kept.add(rule(it.clock(), it.rule()));
    }

    private boolean missed(DeadlineMissed it, Instant at) {
        if (it.clock() == ClockKind.PROMISE) {
            promiseMissedAt = at;
        }
        due(it.clock(), it.dueAt());
        return missed.add(rule(it.clock(), it.rule()));
    }

    /** Whether somebody asks for the due date of such a clock. Those of the steps pass quickly and are many. */
    private boolean due(ClockKind clock, Instant at) {
        switch (clock) {
            case PROMISE -> promiseDueAt = at;
            case CEILING -> ceilingDueAt = at;
            case STEP -> {}
        }
        return clock != ClockKind.STEP;
    }

    /** Events older than the SOP files name no rule. */
    private static String rule(ClockKind clock, @Nullable String rule) {
        return rule == null ? clock.name().toLowerCase(Locale.ROOT) : rule;
    }

    private <T> @Nullable T hop(Function<Dispatched, T> part) {
        return dispatched == null ? null : part.apply(dispatched);
    }
}
