package id.tanggap.contracts.event;

import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Position;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What routing-service tells: topic {@code complaint.routing.v1}. A {@code rule} is the id of a deadline: that of a SOP
 * step, {@code promise}, or that of a legal ceiling.
 */
public sealed interface RoutingEvent extends Event {

    /** The complaint was found complete enough to be handled (Surakarta row 2, Karanganyar row 1). */
    @WireName("complaint.verified.v1")
    record ComplaintVerified(Instant verifiedAt) implements RoutingEvent {}

    /**
     * The complaint was put before the coordination group (grup aduan; Karanganyar row 2).
     *
     * @param group the group's name
     * @param claimPath where, at the front door, an agency admin claims it
     */
    @WireName("complaint.forwarded-to-group.v1")
    record ForwardedToGroup(String group, String claimPath, Instant forwardedAt) implements RoutingEvent {

        /** The page of the group's board on which a complaint is claimed. */
        public static String claimPathOf(UUID complaint) {
            return "/staff/grup/" + complaint;
        }
    }

    /** An agency took the complaint from the group; the first claim counts. {@link Dispatched} follows. */
    @WireName("complaint.claimed-from-group.v1")
    record ClaimedFromGroup(String agency, String agencyName, Instant claimedAt) implements RoutingEvent {}

    /** Nobody in the group took the complaint in time (the decision between Karanganyar rows 2 and 3). */
    @WireName("complaint.group-stayed-silent.v1")
    record GroupStayedSilent(Instant silentAt) implements RoutingEvent {}

    /**
     * The system proposes but is not sure enough to decide; a coordinator chooses.
     *
     * @param candidates best first; empty when nothing speaks for any agency
     */
    @WireName("complaint.destination-proposed.v1")
    record DestinationProposed(List<Candidate> candidates, Instant proposedAt) implements RoutingEvent {

        public DestinationProposed {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * An agency that comes into question.
     *
     * @param confidence from 0 to 1
     * @param reason why this agency, readable by an officer
     */
    record Candidate(String agency, String agencyName, double confidence, String reason) {}

    /**
     * The complaint was sent to the agency that must answer (Surakarta rows 3 and 5, Karanganyar row 3).
     *
     * @param agency agency id within the government
     * @param agencyName as shown to people
     * @param reason why this agency, readable by an officer
     * @param rule id of the routing rule that decided, or who did
     * @param hop 0 for the first dispatch, counted up by each redelegation
     */
    @WireName("complaint.dispatched.v1")
    record Dispatched(String agency, String agencyName, String reason, String rule, int hop, Instant dispatchedAt)
            implements RoutingEvent {}

    /**
     * The agency gave the complaint back as sent to the wrong destination.
     *
     * @param target id of the agency that it names as the right one
     */
    @WireName("complaint.returned-as-misrouted.v1")
    record ReturnedAsMisrouted(
            String agency,
            MisroutingReason reason,
            @Nullable String target,
            Instant returnedAt) implements RoutingEvent {}

    /**
     * The complaint moves to another agency (delegasi ulang; Surakarta row 4). The promise runs on.
     *
     * @param hop 1 for the first move
     */
    @WireName("complaint.redelegated.v1")
    record Redelegated(String from, String to, MisroutingReason reason, int hop, Instant redelegatedAt)
            implements RoutingEvent {}

    /**
     * Nobody in this government is in charge (bukan kewenangan).
     *
     * @param institution id in the government's SOP file
     * @param advice what the citizen is told: where to turn, and how
     */
    @WireName("complaint.referred-outside.v1")
    record ReferredOutside(String institution, String institutionName, String advice, Instant referredAt)
            implements RoutingEvent {}

    /** What happened to one clock. Told by {@link ClocksChanged}; in events of earlier versions each by itself. */
    sealed interface ClockEvent extends RoutingEvent {}

    /**
     * What one act, or the time, did to the clocks of a complaint; told after what caused it. A list that would be empty
     * is null.
     *
     * @param started began to run
     * @param paused stand still while the citizen is asked for more
     * @param resumed run again
     * @param moved fall due at another time, since the working calendar changed
     * @param met what they waited for happened
     * @param approaching a set share of the standard time has passed
     * @param missed passed unanswered
     * @param escalated somebody is told
     */
    @WireName("complaint.clocks-changed.v1")
    record ClocksChanged(
            @Nullable List<ClockStarted> started,
            @Nullable List<ClockPaused> paused,
            @Nullable List<ClockResumed> resumed,
            @Nullable List<ClockMoved> moved,
            @Nullable List<ClockMet> met,
            @Nullable List<DeadlineApproaching> approaching,
            @Nullable List<DeadlineMissed> missed,
            @Nullable List<Escalated> escalated)
            implements RoutingEvent {

        /** @throws IllegalArgumentException when nothing changed */
        public ClocksChanged {
            if (Stream.of(started, paused, resumed, moved, met, approaching, missed, escalated)
                    .allMatch(Objects::isNull)) {
                throw new IllegalArgumentException("No clock changed");
            }
        }

        /** In the order in which one act does it: what pauses may run again, and a miss is told before who hears of it. */
        @Override
        public List<Event> parts() {
            return Stream.of(started, paused, resumed, moved, met, approaching, missed, escalated)
                    .filter(Objects::nonNull)
                    .<Event>flatMap(List::stream)
                    .toList();
        }

        /** @param parts in any order of kinds; those of a kind stay in theirs */
        public static ClocksChanged of(List<ClockEvent> parts) {
            return new ClocksChanged(
                    only(ClockStarted.class, parts),
                    only(ClockPaused.class, parts),
                    only(ClockResumed.class, parts),
                    only(ClockMoved.class, parts),
                    only(ClockMet.class, parts),
                    only(DeadlineApproaching.class, parts),
                    only(DeadlineMissed.class, parts),
                    only(Escalated.class, parts));
        }

        private static <E extends ClockEvent> @Nullable List<E> only(Class<E> kind, List<ClockEvent> parts) {
            var such = parts.stream().filter(kind::isInstance).map(kind::cast).toList();
            return such.isEmpty() ? null : such;
        }
    }

    /**
     * A deadline began to run. One that is met in the moment it starts is told by its {@link ClockMet} alone.
     *
     * @param rule null in events older than the SOP files
     * @param standard the standard as the government wrote it, such as {@code 3 hari kerja}
     * @param dueAt the last instant that is still in time
     */
    @WireName("complaint.clock-started.v1")
    record ClockStarted(ClockKind clock, @Nullable String rule, String standard, Instant startedAt, Instant dueAt)
            implements ClockEvent {}

    /**
     * A deadline stands still while the citizen is asked for more.
     *
     * @param dueAt when it falls due should the pause last as long as it may
     */
    @WireName("complaint.clock-paused.v1")
    record ClockPaused(ClockKind clock, String rule, Instant pausedAt, Instant dueAt) implements ClockEvent {}

    /** A deadline runs again. */
    @WireName("complaint.clock-resumed.v1")
    record ClockResumed(ClockKind clock, String rule, Instant resumedAt, Instant dueAt) implements ClockEvent {}

    /** The working calendar changed, and with it a due date that had not passed. */
    @WireName("complaint.clock-moved.v1")
    record ClockMoved(ClockKind clock, String rule, Instant from, Instant to) implements ClockEvent {}

    /**
     * What the clock waited for happened; {@code late} when that was after {@code dueAt}.
     *
     * @param rule null, like the agency and the two that follow it, in events older than the SOP files
     * @param agency the agency that held the complaint; null when none did
     * @param tookSeconds in seconds of the time that the deadline counts, pauses left out
     */
    @WireName("complaint.clock-met.v1")
    record ClockMet(
            ClockKind clock,
            @Nullable String rule,
            @Nullable String agency,
            @Nullable Instant startedAt,
            @Nullable Long tookSeconds,
            Instant dueAt,
            Instant metAt,
            boolean late)
            implements ClockEvent {}

    /**
     * A set share of the standard time has passed.
     *
     * @param share below 1
     * @param agency the agency that holds the complaint; null when none does
     */
    @WireName("complaint.deadline-approaching.v1")
    record DeadlineApproaching(
            ClockKind clock,
            String rule,
            double share,
            Instant dueAt,
            @Nullable String agency) implements ClockEvent {}

    /** The deadline passed unanswered. Emitted once per clock, soon after {@code dueAt}. */
    @WireName("complaint.deadline-missed.v1")
    record DeadlineMissed(
            ClockKind clock,
            @Nullable String rule,
            Instant dueAt,
            @Nullable String agency) implements ClockEvent {}

    /**
     * Somebody is told that time runs out, or has.
     *
     * @param share of the standard time that has passed; 1 is the deadline
     * @param agency the agency that holds the complaint; null when none does
     */
    @WireName("complaint.escalated.v1")
    record Escalated(
            ClockKind clock,
            String rule,
            double share,
            Position position,
            @Nullable String agency,
            Instant escalatedAt) implements ClockEvent {}

    /** The citizen did not give what was asked for in time; the office goes on without it. */
    @WireName("complaint.reply-overdue.v1")
    record ReplyOverdue(Instant overdueAt) implements RoutingEvent {}

    /**
     * An act that was proposed has its effect, from here on and with the time that it has here: after all that was told
     * of the complaint before (ADR 31).
     *
     * @param actId the id of the event that proposed it
     * @param rule id of the rule by which it was taken up though something else had come first; null when nothing had
     */
    @WireName("complaint.act-taken.v1")
    record ActTaken(UUID actId, OneAct act, @Nullable String rule) implements RoutingEvent {

        /** The act, as if it had come alone. */
        @Override
        public List<Event> parts() {
            return List.of(act.it());
        }
    }

    /**
     * An act that was proposed has no effect: something else came first. Who acted is told.
     *
     * @param actId the id of the event that proposed it
     * @param act as it was proposed
     * @param standing where the case stands on its agency's desk instead
     * @param before what the detour began in, where it stands on one; null on none
     */
    @WireName("complaint.act-refused.v1")
    record ActRefused(
            UUID actId,
            OneAct act,
            ActRefusal reason,
            DeskStatus standing,
            @Nullable DeskStatus before,
            Instant refusedAt)
            implements RoutingEvent {}

    /** Why an act has no effect. */
    enum ActRefusal {
        /** Another agency has the case, or will. */
        MOVED,
        /** The case is at its end. */
        ENDED,
        /** Something else came first, after which this cannot happen. */
        OVERTAKEN
    }

    /**
     * A move to another agency does not take place: the agency that the case was taken from has it again.
     *
     * @param hop how often it has moved, this move included
     */
    @WireName("complaint.move-called-off.v1")
    record MoveCalledOff(String agency, String agencyName, int hop, Instant calledOffAt) implements RoutingEvent {}

    /** The case is at its end. */
    @WireName("complaint.closed.v1")
    record CaseClosed(CloseReason reason, Instant closedAt) implements RoutingEvent {}

    /** Why a case was closed. */
    enum CloseReason {
        /** The citizen said nothing more after the answer. */
        COMPLAINANT_SILENT,
        /** The matter was resolved. */
        RESOLVED
    }
}
