package id.tanggap.response.life;

import static id.tanggap.contracts.vocabulary.DeskStatus.ANSWERED;
import static id.tanggap.contracts.vocabulary.DeskStatus.CLOSED;
import static id.tanggap.contracts.vocabulary.DeskStatus.DISPATCHED;
import static id.tanggap.contracts.vocabulary.DeskStatus.DISPOSED;
import static id.tanggap.contracts.vocabulary.DeskStatus.IN_PROGRESS;
import static id.tanggap.contracts.vocabulary.DeskStatus.MERGED;
import static id.tanggap.contracts.vocabulary.DeskStatus.NEEDS_INFO;
import static id.tanggap.contracts.vocabulary.DeskStatus.OBJECTED;
import static id.tanggap.contracts.vocabulary.DeskStatus.REFERRED;
import static id.tanggap.contracts.vocabulary.DeskStatus.RESOLVED;
import static id.tanggap.contracts.vocabulary.DeskStatus.WITHDRAWN;
import static id.tanggap.response.life.Action.ACCEPT;
import static id.tanggap.response.life.Action.ANSWER_AS_DIVISION;
import static id.tanggap.response.life.Action.APPROVE;
import static id.tanggap.response.life.Action.ASSIGN;
import static id.tanggap.response.life.Action.ATTACH;
import static id.tanggap.response.life.Action.DISPOSE;
import static id.tanggap.response.life.Action.DRAFT;
import static id.tanggap.response.life.Action.NOTE;
import static id.tanggap.response.life.Action.PUBLISH;
import static id.tanggap.response.life.Action.REQUEST_APPROVAL;
import static id.tanggap.response.life.Action.REQUEST_INFORMATION;
import static id.tanggap.response.life.Action.RESOLVE;
import static id.tanggap.response.life.Action.RETURN;
import static id.tanggap.response.life.Action.SEND_BACK;
import static id.tanggap.response.officer.Role.AGENCY_ADMIN;
import static id.tanggap.response.officer.Role.COORDINATOR;
import static id.tanggap.response.officer.Role.DIVISION_STAFF;
import static id.tanggap.response.officer.Role.HEAD;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
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
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.response.officer.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The life of a case on its agency's desk: what officers may do in which status and who may, and what is heard from the
 * other services. That a case comes to a desk and leaves it again is told by where it is, not by its status.
 */
public final class Lifecycle {
    /** The status before the detour. */
    private static final @Nullable DeskStatus BACK = null;

    private static final Set<DeskStatus> ENDED = EnumSet.of(CLOSED, WITHDRAWN, MERGED, REFERRED);
    private static final Set<DeskStatus> OPEN = EnumSet.complementOf(EnumSet.copyOf(ENDED));
    private static final Set<DeskStatus> IN_WORK = EnumSet.of(DISPATCHED, IN_PROGRESS, DISPOSED, NEEDS_INFO, OBJECTED);
    private static final Set<DeskStatus> ALL = EnumSet.allOf(DeskStatus.class);

    /** What is taken from an agency lies on no desk until it is dispatched anew, and then in the queue. */
    public static final Set<DeskStatus> BACK_TO_THE_QUEUE_FROM =
            Collections.unmodifiableSet(EnumSet.of(IN_PROGRESS, DISPOSED, NEEDS_INFO, OBJECTED));

    private static final Map<Action, Step> STEPS = List.of(
                    step(ACCEPT, IN_PROGRESS, AGENCY_ADMIN).from(DISPATCHED, OBJECTED),
                    stay(RETURN, AGENCY_ADMIN).from(DISPATCHED, IN_PROGRESS, DISPOSED, OBJECTED),
                    stay(ASSIGN, AGENCY_ADMIN, DIVISION_STAFF).from(IN_WORK),
                    step(DISPOSE, DISPOSED, AGENCY_ADMIN, DIVISION_STAFF)
                            .from(DISPATCHED, IN_PROGRESS, DISPOSED, OBJECTED),
                    step(ANSWER_AS_DIVISION, IN_PROGRESS, DIVISION_STAFF).from(DISPOSED),
                    step(REQUEST_INFORMATION, NEEDS_INFO, AGENCY_ADMIN).from(DISPATCHED, IN_PROGRESS, DISPOSED),
                    stay(DRAFT, AGENCY_ADMIN, DIVISION_STAFF).from(IN_PROGRESS, DISPOSED, NEEDS_INFO, OBJECTED),
                    stay(REQUEST_APPROVAL, AGENCY_ADMIN, DIVISION_STAFF)
                            .from(IN_PROGRESS, DISPOSED, NEEDS_INFO, OBJECTED),
                    stay(APPROVE, AGENCY_ADMIN, HEAD).from(IN_PROGRESS, DISPOSED, NEEDS_INFO, OBJECTED),
                    stay(SEND_BACK, AGENCY_ADMIN, HEAD).from(IN_PROGRESS, DISPOSED, NEEDS_INFO, OBJECTED),
                    step(PUBLISH, ANSWERED, AGENCY_ADMIN).from(IN_PROGRESS, DISPOSED, NEEDS_INFO, OBJECTED),
                    step(RESOLVE, RESOLVED, AGENCY_ADMIN).from(ANSWERED),
                    stay(NOTE, AGENCY_ADMIN, DIVISION_STAFF, COORDINATOR, HEAD).from(ALL),
                    stay(ATTACH, AGENCY_ADMIN, DIVISION_STAFF).from(OPEN))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Step::action, Function.identity()));

    /** What the other services are told of an act that changes where a case stands. */
    private static final Map<Class<? extends Event>, Action> ACTIONS = Map.of(
            Accepted.class, ACCEPT,
            DispositionIssued.class, DISPOSE,
            DivisionAnswered.class, ANSWER_AS_DIVISION,
            InformationRequested.class, REQUEST_INFORMATION,
            AnswerPublished.class, PUBLISH,
            Resolved.class, RESOLVE);

    /** What is heard. */
    private static final List<Turn> TURNS = List.of(
            new Turn(ComplainantReplied.class, EnumSet.of(NEEDS_INFO), BACK),
            new Turn(ReplyOverdue.class, EnumSet.of(NEEDS_INFO), BACK),
            new Turn(ObjectionRaised.class, EnumSet.of(ANSWERED, RESOLVED), OBJECTED),
            new Turn(CaseClosed.class, EnumSet.of(ANSWERED, RESOLVED), CLOSED),
            new Turn(ComplaintWithdrawn.class, OPEN, WITHDRAWN),
            new Turn(ReferredOutside.class, IN_WORK, REFERRED),
            new Turn(ComplaintsLinked.class, OPEN, MERGED),
            new Turn(ComplaintsUnlinked.class, EnumSet.of(MERGED), BACK));

    /**
     * What an officer may do.
     *
     * @param to null when the status stays
     * @param by the roles that may
     */
    public record Step(
            Action action, Set<DeskStatus> from, @Nullable DeskStatus to, Set<Role> by) {
        private Step from(DeskStatus first, DeskStatus... rest) {
            return from(EnumSet.of(first, rest));
        }

        private Step from(Set<DeskStatus> statuses) {
            return new Step(action, Set.copyOf(statuses), to, by);
        }
    }

    /**
     * What another service tells.
     *
     * @param to null for the status that the detour began in
     */
    public record Turn(
            Class<? extends Event> event,
            Set<DeskStatus> from,
            @Nullable DeskStatus to) {
        public Turn {
            from = Set.copyOf(from);
        }
    }

    public static Step of(Action action) {
        var step = STEPS.get(action);
        if (step == null) {
            throw new IllegalArgumentException("No row for " + action);
        }
        return step;
    }

    /** Null when the event tells of no act that changes where a case stands. */
    static @Nullable Action actionToldBy(Class<? extends Event> event) {
        return ACTIONS.get(event);
    }

    /** Null when the event turns no case. */
    public static @Nullable Turn turnOf(Class<? extends Event> event) {
        return TURNS.stream().filter(turn -> turn.event() == event).findFirst().orElse(null);
    }

    /** Null when the action is possible in this status. */
    public static @Nullable Refusal refusal(Action action, DeskStatus status) {
        if (of(action).from().contains(status)) {
            return null;
        }
        return switch (status) {
            case DISPATCHED -> action == RESOLVE ? Refusal.NOT_ANSWERED : Refusal.NOT_ACCEPTED;
            case IN_PROGRESS, DISPOSED ->
                switch (action) {
                    case ACCEPT -> Refusal.ALREADY_ACCEPTED;
                    case ANSWER_AS_DIVISION -> Refusal.NOT_WITH_A_DIVISION;
                    default -> Refusal.NOT_ANSWERED;
                };
            case NEEDS_INFO -> action == RESOLVE ? Refusal.NOT_ANSWERED : Refusal.WAITS_FOR_COMPLAINANT;
            case ANSWERED, RESOLVED -> Refusal.ALREADY_ANSWERED;
            case OBJECTED -> Refusal.IS_OBJECTED;
            case CLOSED, WITHDRAWN, REFERRED -> Refusal.HAS_ENDED;
            case MERGED -> Refusal.IS_MERGED;
        };
    }

    /** All that change a status; the order of {@link Action}. */
    public static List<Step> steps() {
        return Arrays.stream(Action.values()).map(Lifecycle::of).toList();
    }

    private static Step step(Action action, DeskStatus to, Role... by) {
        return new Step(action, Set.of(), to, Set.of(by));
    }

    private static Step stay(Action action, Role... by) {
        return new Step(action, Set.of(), null, Set.of(by));
    }

    private Lifecycle() {}
}
