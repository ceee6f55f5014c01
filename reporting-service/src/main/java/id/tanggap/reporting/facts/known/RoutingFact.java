package id.tanggap.reporting.facts.known;

import static id.tanggap.reporting.facts.known.Columns.on;
import static id.tanggap.reporting.facts.known.Merge.Own.LAST;
import static id.tanggap.reporting.facts.known.Merge.Own.LATEST;

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
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.reporting.facts.known.Columns.Telling;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What routing tells of a complaint: the agency of the last hop, its moves, and its deadlines. */
final class RoutingFact {
    /** One that was met late was told as missed before. Of the steps nobody asks for the due date. */
    static final Columns<RoutingEvent> COLUMNS = Columns.of(RoutingEvent.class)
            .number("hop", LATEST, hop(Dispatched::hop))
            .text("agency", LATEST.by("hop"), hop(Dispatched::agency))
            .text("agency_name", LATEST.by("hop"), hop(Dispatched::agencyName))
            .time("dispatched_at", LATEST.by("hop"), hop(Dispatched::dispatchedAt))
            .time("promise_due_at", LAST, due(ClockKind.PROMISE))
            .time("promise_met_at", LAST, promiseMet(ClockMet::metAt))
            .flag("promise_late", LAST, promiseMet(ClockMet::late))
            .time("promise_missed_at", LAST, RoutingFact::promiseMissed)
            .time("ceiling_due_at", LAST, due(ClockKind.CEILING))
            .time("referred_at", LATEST, on(ReferredOutside.class, ReferredOutside::referredAt))
            .time("returned_at", LATEST, on(ReturnedAsMisrouted.class, ReturnedAsMisrouted::returnedAt))
            .time("reply_overdue_at", LATEST, on(ReplyOverdue.class, ReplyOverdue::overdueAt))
            .time("closed_at", LATEST, on(CaseClosed.class, CaseClosed::closedAt))
            .list("kept", on(ClockMet.class, it -> it.late() ? null : rule(it.clock(), it.rule())))
            .list("missed", on(DeadlineMissed.class, it -> rule(it.clock(), it.rule())))
            .list("moves", on(Redelegated.class, it -> it.from() + ">" + it.to() + ">" + it.reason()));

    private static <V> Telling<RoutingEvent, V> hop(Function<Dispatched, V> part) {
        return (told, _) -> switch (told) {
            case Dispatched it -> part.apply(it);
            case MoveCalledOff it -> part.apply(back(it));
            default -> null;
        };
    }

    /** To the agency that had it before; what stands as its reason is nobody's to count. */
    private static Dispatched back(MoveCalledOff it) {
        return new Dispatched(it.agency(), it.agencyName(), "", "", it.hop(), it.calledOffAt());
    }

    private static Telling<RoutingEvent, Instant> due(ClockKind clock) {
        return (told, _) -> switch (told) {
            case ClockStarted it when it.clock() == clock -> it.dueAt();
            case ClockPaused it when it.clock() == clock -> it.dueAt();
            case ClockResumed it when it.clock() == clock -> it.dueAt();
            case ClockMoved it when it.clock() == clock -> it.to();
            case ClockMet it when it.clock() == clock -> it.dueAt();
            case DeadlineMissed it when it.clock() == clock -> it.dueAt();
            default -> null;
        };
    }

    private static <V> Telling<RoutingEvent, V> promiseMet(Function<ClockMet, V> part) {
        return on(ClockMet.class, it -> it.clock() == ClockKind.PROMISE ? part.apply(it) : null);
    }

    private static @Nullable Instant promiseMissed(RoutingEvent told, Envelope by) {
        return told instanceof DeadlineMissed it && it.clock() == ClockKind.PROMISE ? by.time() : null;
    }

    /** Events older than the SOP files name no rule. */
    private static String rule(ClockKind clock, @Nullable String rule) {
        return rule == null ? clock.name().toLowerCase(Locale.ROOT) : rule;
    }

    private RoutingFact() {}
}
