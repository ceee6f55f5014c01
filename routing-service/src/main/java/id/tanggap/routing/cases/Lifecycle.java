package id.tanggap.routing.cases;

import static id.tanggap.routing.cases.CaseState.ANSWERED;
import static id.tanggap.routing.cases.CaseState.CLOSED;
import static id.tanggap.routing.cases.CaseState.DISPATCHED;
import static id.tanggap.routing.cases.CaseState.DISPOSED;
import static id.tanggap.routing.cases.CaseState.FORWARDED;
import static id.tanggap.routing.cases.CaseState.IN_PROGRESS;
import static id.tanggap.routing.cases.CaseState.MERGED;
import static id.tanggap.routing.cases.CaseState.NEEDS_INFO;
import static id.tanggap.routing.cases.CaseState.OBJECTED;
import static id.tanggap.routing.cases.CaseState.OUT_OF_JURISDICTION;
import static id.tanggap.routing.cases.CaseState.RECEIVED;
import static id.tanggap.routing.cases.CaseState.REDELEGATED;
import static id.tanggap.routing.cases.CaseState.REJECTED;
import static id.tanggap.routing.cases.CaseState.RESOLVED;
import static id.tanggap.routing.cases.CaseState.VERIFIED;
import static id.tanggap.routing.cases.CaseState.WITHDRAWN;
import static id.tanggap.routing.cases.Lifecycle.By.ADMIN;
import static id.tanggap.routing.cases.Lifecycle.By.CITIZEN;
import static id.tanggap.routing.cases.Lifecycle.By.COORDINATOR;
import static id.tanggap.routing.cases.Lifecycle.By.DIVISION;
import static id.tanggap.routing.cases.Lifecycle.By.OFFICER;
import static id.tanggap.routing.cases.Lifecycle.By.SYSTEM;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.ComplaintVerified;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of a case: what may happen in which state, where that leads, and who may do it. */
public final class Lifecycle {
    /** The state that a detour began in: where a case goes back to. */
    private static final @Nullable CaseState BACK = null;

    private static final Set<CaseState> OPEN = Arrays.stream(CaseState.values())
            .filter(state -> !state.isEnded())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)));

    public static final List<Move> TABLE = List.of(
            first(ComplaintReceived.class, RECEIVED, CITIZEN, OFFICER),
            move(ComplaintScreenedOut.class, REJECTED, OFFICER).from(RECEIVED, NEEDS_INFO, VERIFIED),
            move(ComplaintVerified.class, VERIFIED, SYSTEM, OFFICER).from(RECEIVED),
            move(ForwardedToGroup.class, FORWARDED, SYSTEM).from(VERIFIED),
            move(ClaimedFromGroup.class, FORWARDED, ADMIN).from(FORWARDED),
            move(GroupStayedSilent.class, VERIFIED, SYSTEM).from(FORWARDED),
            move(DestinationProposed.class, BACK, SYSTEM).from(VERIFIED, REDELEGATED),
            move(Dispatched.class, DISPATCHED, SYSTEM, COORDINATOR).from(VERIFIED, FORWARDED, REDELEGATED),
            move(ReturnedAsMisrouted.class, REDELEGATED, ADMIN).from(DISPATCHED, IN_PROGRESS, DISPOSED, OBJECTED),
            move(Redelegated.class, REDELEGATED, SYSTEM, COORDINATOR)
                    .from(DISPATCHED, IN_PROGRESS, DISPOSED, REDELEGATED, OBJECTED),
            move(MoveCalledOff.class, DISPATCHED, SYSTEM).from(DISPATCHED, REDELEGATED),
            move(ReferredOutside.class, OUT_OF_JURISDICTION, COORDINATOR)
                    .from(VERIFIED, FORWARDED, DISPATCHED, REDELEGATED, IN_PROGRESS, DISPOSED, OBJECTED),
            move(Accepted.class, IN_PROGRESS, ADMIN).from(DISPATCHED, OBJECTED),
            move(DispositionIssued.class, DISPOSED, ADMIN).from(DISPATCHED, IN_PROGRESS, DISPOSED, OBJECTED),
            move(DivisionAnswered.class, IN_PROGRESS, DIVISION).from(DISPOSED),
            move(InformationRequested.class, NEEDS_INFO, OFFICER, ADMIN)
                    .from(RECEIVED, VERIFIED, DISPATCHED, IN_PROGRESS, DISPOSED),
            move(ComplainantReplied.class, BACK, CITIZEN).from(NEEDS_INFO),
            move(ReplyOverdue.class, BACK, SYSTEM).from(NEEDS_INFO),
            move(AnswerPublished.class, ANSWERED, ADMIN).from(DISPATCHED, IN_PROGRESS, DISPOSED, NEEDS_INFO, OBJECTED),
            move(Resolved.class, RESOLVED, ADMIN).from(ANSWERED),
            move(ObjectionRaised.class, OBJECTED, CITIZEN).from(ANSWERED, RESOLVED),
            move(CaseClosed.class, CLOSED, SYSTEM, COORDINATOR).from(ANSWERED, RESOLVED),
            move(ComplaintWithdrawn.class, WITHDRAWN, CITIZEN).from(OPEN),
            move(ComplaintsLinked.class, MERGED, OFFICER, COORDINATOR).from(OPEN),
            move(ComplaintsUnlinked.class, BACK, OFFICER, COORDINATOR).from(MERGED));

    private static final Map<Class<? extends Event>, Move> BY_EVENT =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(Move::event, Function.identity()));

    /** Who makes a case move. */
    enum By {
        CITIZEN(null),
        SYSTEM(null),
        OFFICER("intake-officer"),
        COORDINATOR("coordinator"),
        ADMIN("agency-admin"),
        DIVISION("division-staff");

        private final @Nullable String role;

        By(@Nullable String role) {
            this.role = role;
        }

        /** The realm role; null for who has none. */
        @Nullable
        String role() {
            return role;
        }
    }

    /**
     * One row of the table.
     *
     * @param event what tells of it
     * @param from empty for the first
     * @param to null for the state that the detour began in, or the one it is in when it began none
     */
    public record Move(
            Class<? extends Event> event,
            Set<CaseState> from,
            @Nullable CaseState to,
            Set<By> by) {

        private Move from(CaseState... states) {
            return from(EnumSet.copyOf(List.of(states)));
        }

        private Move from(Set<CaseState> states) {
            return new Move(event, states, to, by);
        }

        boolean isFirst() {
            return from.isEmpty();
        }
    }

    /** Null for an event that moves no case. */
    static @Nullable Move moveOf(Class<? extends Event> event) {
        return BY_EVENT.get(event);
    }

    /**
     * Null when the move is possible. On a detour, what does not lead back from it must be possible in the state it began
     * in, too: what an agency asked about can be answered by it, and is no longer the intake officer's to refuse.
     *
     * @param prior the state in which a detour began; null on none
     */
    static @Nullable Refusal refusal(Move move, @Nullable CaseState state, @Nullable CaseState prior) {
        if (state == null) {
            return move.isFirst() ? null : Refusal.NOT_YET_RECEIVED;
        }
        var possible = move.from().contains(state)
                && (prior == null || move.to() == BACK || move.from().contains(prior));
        return possible ? null : Refusal.in(state);
    }

    private static Move first(Class<? extends Event> event, CaseState to, By... by) {
        return move(event, to, by);
    }

    private static Move move(Class<? extends Event> event, @Nullable CaseState to, By... by) {
        return new Move(event, Set.of(), to, Stream.of(by).collect(Collectors.toUnmodifiableSet()));
    }

    private Lifecycle() {}
}
