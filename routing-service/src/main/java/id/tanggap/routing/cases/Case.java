package id.tanggap.routing.cases;

import id.tanggap.clock.Alarm;
import id.tanggap.clock.Clock;
import id.tanggap.clock.Procedure;
import id.tanggap.clock.WorkingCalendar;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.Candidate;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.CloseReason;
import id.tanggap.contracts.event.RoutingEvent.ComplaintVerified;
import id.tanggap.contracts.event.RoutingEvent.DeadlineApproaching;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.Escalated;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Position;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopStep;
import id.tanggap.governments.sop.SystemAct;
import id.tanggap.routing.destination.Proposal;
import id.tanggap.routing.sop.Jurisdiction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint on its way. Whatever happens to it is an event; the event moves it through its {@link Lifecycle}, stops
 * and starts the clocks that the government's SOP names, and lets the system do what the SOP leaves to it, which is an
 * event again. Pure: time is given, and what there is to tell comes with {@link #finish()}.
 */
final class Case {
    private final Jurisdiction home;
    private final Sop sop;
    private final CaseMemory memory;
    private final Procedure procedure;
    private final List<Event> told = new ArrayList<>();
    private boolean moved;
    private boolean confirmed;

    Case(Jurisdiction home, Sop sop, CaseMemory memory, List<Clock> clocks) {
        this.home = home;
        this.sop = sop;
        this.memory = memory;
        this.procedure = Procedure.ofComplaint(
                sop,
                memory.type.name(),
                LocalDate.ofInstant(memory.receivedAt, home.calendar(null).zone()),
                clocks);
    }

    /** A complaint that was just received begins its way by the SOP that is in force. */
    static Case open(UUID id, Jurisdiction home, ComplaintReceived complaint, Proposal proposal, Instant now) {
        var sop = home.government().sop();
        var memory = CaseMemory.of(id, home.government().id(), sop.version(), complaint, proposal);
        var opened = new Case(home, sop, memory, List.of());
        opened.take(complaint, complaint.receivedAt(), now);
        return opened;
    }

    /** Takes what happened elsewhere. Null when it was possible. */
    @Nullable
    Refusal hear(Event event, Instant at, Instant now) {
        return take(event, at, now);
    }

    /** An agency takes the case from the group; the first one gets it. */
    @Nullable
    Refusal claim(Agency agency, Instant now) {
        if (memory.forwardedAt == null) {
            return Refusal.NOT_OFFERED;
        }
        if (memory.state() == CaseState.DISPATCHED && agency.id().equals(memory.agency)) {
            return Refusal.ALREADY_THERE;
        }
        var refusal = tell(new ClaimedFromGroup(agency.id(), agency.name(), now), now);
        if (refusal == null) {
            dispatch(agency, "Diambil dari grup oleh " + agency.shortName(), "group-claim", now);
        }
        return refusal;
    }

    /** The agency that holds it gives it back, and may name the right one. */
    @Nullable
    Refusal giveBack(String agency, MisroutingReason reason, @Nullable String target, Instant now) {
        if (!agency.equals(memory.agency)) {
            return Refusal.HELD_BY_ANOTHER;
        }
        if (agency.equals(target)) {
            return Refusal.ALREADY_THERE;
        }
        if (target != null && home.government().agency(target) == null) {
            return Refusal.UNKNOWN_AGENCY;
        }
        memory.returnReason = reason;
        memory.target = target;
        var refusal = tell(new ReturnedAsMisrouted(agency, reason, target, now), now);
        return refusal;
    }

    /** A coordinator decides where it goes, as often as needed. */
    @Nullable
    Refusal decide(String target, Instant now) {
        var agency = home.government().agency(target);
        if (agency == null) {
            return Refusal.UNKNOWN_AGENCY;
        }
        if (agency.id().equals(memory.agency) && memory.state() != CaseState.REDELEGATED) {
            return Refusal.ALREADY_THERE;
        }
        Refusal refusal;
        if (memory.agency == null) {
            refusal = dispatch(agency, "Ditetapkan koordinator", "coordinator", now);
        } else {
            memory.target = target;
            refusal = redelegate(Objects.requireNonNullElse(memory.returnReason, MisroutingReason.WRONG_CATEGORY), now);
        }
        if (refusal == null) {
            confirm(now);
        }
        return refusal;
    }

    /** A coordinator refers the citizen to who is in charge outside the government. */
    @Nullable
    Refusal refer(String institution, Instant now) {
        var outside = sop.policy().institutions().get(institution);
        if (outside == null) {
            return Refusal.UNKNOWN_INSTITUTION;
        }
        var refusal = tell(new ReferredOutside(outside.id(), outside.name(), outside.advice(), now), now);
        return refusal;
    }

    /** Lets everything happen whose time has come, in its order. */
    void timeUp(Instant now) {
        for (var due = procedure.nextDue(now); due != null; due = procedure.nextDue(now)) {
            ring(due, Objects.requireNonNull(due.ring(now)), now);
        }
    }

    /** Counts by the calendar in force, and tells of every due date that moved. */
    void followCalendar(Instant now) {
        for (var clock : procedure.clocks()) {
            var before = clock.dueAt();
            if (clock.follow(calendarOf(stepOf(clock)), now)) {
                told.add(new ClockMoved(clock.kind(), clock.rule().id(), before, clock.dueAt()));
            }
        }
    }

    /** A clock whose timer was taken for looking at it gets a new one. */
    void rearm(String rule, Instant startedAt) {
        procedure.clocks().stream()
                .filter(clock ->
                        clock.rule().id().equals(rule) && clock.startedAt().equals(startedAt))
                .forEach(Clock::touch);
    }

    /** The procedure it began with. */
    Sop sop() {
        return sop;
    }

    /** Whether more than its clocks has to be kept. */
    boolean hasMoved() {
        return moved;
    }

    /** Whether it has just become certain which agency is the right one. */
    boolean isConfirmed() {
        return confirmed;
    }

    CaseMemory memory() {
        return memory;
    }

    List<Clock> clocks() {
        return procedure.clocks();
    }

    /** Ends a piece of work: what happened, in its order, to be told with the commit that keeps it. */
    List<Event> finish() {
        settle();
        return List.copyOf(told);
    }

    private void ring(Clock clock, Alarm alarm, Instant now) {
        var step = stepOf(clock);
        if (alarm.isDeadline() && step != null && step.overdue() != null) {
            act(step.overdue(), now);
            if (clock.isOpen()) {
                clock.end(now);
            }
            return;
        }
        var rule = clock.rule().id();
        if (alarm.isWarning()) {
            told.add(new DeadlineApproaching(clock.kind(), rule, alarm.share(), clock.dueAt(), memory.agency));
        } else if (alarm.isDeadline()) {
            clock.miss(now);
            told.add(new DeadlineMissed(clock.kind(), rule, clock.dueAt(), memory.agency));
        }
        for (var position : positions(alarm)) {
            told.add(new Escalated(clock.kind(), rule, alarm.share(), position, memory.agency, now));
        }
    }

    /** What no agency holds is the coordinator's to hear. */
    private Iterable<Position> positions(Alarm alarm) {
        var positions = new LinkedHashSet<Position>();
        for (var rung : alarm.tells()) {
            positions.add(
                    memory.agency == null && rung.isOfAnAgency()
                            ? Position.COORDINATOR
                            : Position.valueOf(rung.name()));
        }
        return positions;
    }

    /** Says something that happens here and now, and takes it. */
    private @Nullable Refusal tell(Event event, Instant now) {
        var place = told.size();
        var refusal = take(event, now, now);
        if (refusal == null) {
            // What it causes comes after it.
            told.add(place, event);
        }
        return refusal;
    }

    private @Nullable Refusal take(Event event, Instant at, Instant now) {
        var move = Lifecycle.moveOf(event.getClass());
        if (move == null) {
            return null;
        }
        var refusal = Lifecycle.refusal(move, memory.stateOrNull(), memory.prior());
        if (refusal != null) {
            keepForLater(event);
            return refusal;
        }
        var before = memory.stateOrNull();
        memory.enter(move.to());
        moved = true;
        remember(event);
        pauseOrResume(before, at);
        var begun = procedure.happened(EventCodec.wireName(event.getClass()), at, this::calendarOf);
        if (memory.state().isEnded()) {
            endClocks(at);
        }
        for (var step : begun) {
            if (step.does() != null) {
                act(step.does(), now);
            }
        }
        takeWhatWasKept(event, at, now);
        return null;
    }

    /** What the citizen says may be heard before that to which it answers. */
    private void keepForLater(Event event) {
        if (event instanceof ComplainantReplied replied) {
            memory.repliedAt = replied.repliedAt();
            moved = true;
        } else if (event instanceof ObjectionRaised objection) {
            memory.objectedAt = objection.raisedAt();
            moved = true;
        }
    }

    private void takeWhatWasKept(Event event, Instant at, Instant now) {
        var replied = memory.repliedAt;
        if (event instanceof InformationRequested && replied != null && !replied.isBefore(at)) {
            take(ComplainantReplied.withoutWords(replied), replied, now);
        }
        var objected = memory.objectedAt;
        if (event instanceof AnswerPublished && objected != null && !objected.isBefore(at)) {
            take(ObjectionRaised.withoutWords(objected), objected, now);
        }
    }

    private void remember(Event event) {
        switch (event) {
            case Dispatched it -> {
                memory.agency = it.agency();
                memory.rule = it.rule();
                memory.reason = it.reason();
                memory.hop = it.hop();
                memory.dispatchedAt = it.dispatchedAt();
                memory.target = null;
            }
            case ForwardedToGroup it -> memory.forwardedAt = it.forwardedAt();
            case AnswerPublished it -> {
                memory.answeredAt = it.answeredAt();
                confirm(it.answeredAt());
            }
            case ReturnedAsMisrouted _ -> doubt();
            case ComplaintsUnlinked _ -> reopenClocks();
            default -> {
                // The state says it all.
            }
        }
    }

    /** Its agency is the right one: it has answered, or a coordinator chose it. Others can learn from that. */
    private void confirm(Instant at) {
        memory.confirmedAt = at;
        confirmed = true;
    }

    private void doubt() {
        memory.confirmedAt = null;
    }

    private void pauseOrResume(@Nullable CaseState before, Instant at) {
        if (memory.state() == CaseState.NEEDS_INFO) {
            for (var clock : procedure.clocks()) {
                if (clock.pause(at)) {
                    told.add(new ClockPaused(clock.kind(), clock.rule().id(), at, clock.dueAt()));
                }
            }
        } else if (before == CaseState.NEEDS_INFO) {
            for (var clock : procedure.clocks()) {
                if (clock.resume(at)) {
                    told.add(new ClockResumed(clock.kind(), clock.rule().id(), at, clock.dueAt()));
                }
            }
        }
    }

    private WorkingCalendar calendarOf(@Nullable SopStep step) {
        return home.calendar(step, memory.agency);
    }

    private @Nullable SopStep stepOf(Clock clock) {
        return clock.kind() == ClockKind.STEP ? sop.step(clock.rule().id()) : null;
    }

    private void endClocks(Instant at) {
        procedure.end(at);
        memory.endedAt = at;
    }

    /** Those that the end of the case ended run on. */
    private void reopenClocks() {
        procedure.clocks().stream()
                .filter(clock -> clock.endedAt() != null && clock.endedAt().equals(memory.endedAt))
                .forEach(Clock::reopen);
        memory.endedAt = null;
    }

    private void act(SystemAct act, Instant now) {
        switch (act) {
            case VERIFY -> tell(new ComplaintVerified(now), now);
            case FORWARD_TO_GROUP -> forwardToGroup(now);
            case END_GROUP_WAIT -> tell(new GroupStayedSilent(now), now);
            case DISPATCH -> dispatchAsProposed(now);
            case REDELEGATE -> redelegateAsNamed(now);
            case SEND -> sendToTarget(now);
            case RESUME -> tell(new ReplyOverdue(now), now);
            case CLOSE ->
                tell(
                        new CaseClosed(
                                memory.state() == CaseState.RESOLVED
                                        ? CloseReason.RESOLVED
                                        : CloseReason.COMPLAINANT_SILENT,
                                now),
                        now);
        }
    }

    /** What must not be known to all agencies does not go before all agencies. */
    private void forwardToGroup(Instant now) {
        if (memory.visibility.isSecret() || memory.type == ComplaintType.OVERSIGHT) {
            dispatchAsProposed(now);
        } else {
            tell(
                    new ForwardedToGroup(
                            Objects.requireNonNull(sop.policy().group()), ForwardedToGroup.claimPathOf(memory.id), now),
                    now);
        }
    }

    private void dispatchAsProposed(Instant now) {
        var proposal = memory.proposal.proposal();
        var best = proposal.best();
        var agency = best == null ? null : home.government().agency(best.agency());
        if (best != null && agency != null && proposal.automatic()) {
            dispatch(agency, best.reason(), best.by(), now);
        } else {
            propose(now);
        }
    }

    private void redelegateAsNamed(Instant now) {
        if (memory.target != null && memory.hop < sop.policy().maxHops()) {
            redelegate(Objects.requireNonNull(memory.returnReason), now);
        } else {
            propose(now);
        }
    }

    private @Nullable Refusal redelegate(MisroutingReason reason, Instant now) {
        var from = Objects.requireNonNull(memory.agency);
        var to = Objects.requireNonNull(memory.target);
        memory.redelegations.add(new Redelegation(memory.hop + 1, from, to, reason, now));
        var refusal = tell(new Redelegated(from, to, reason, memory.hop + 1, now), now);
        if (refusal != null) {
            memory.redelegations.removeLast();
        }
        return refusal;
    }

    private void sendToTarget(Instant now) {
        var agency = Objects.requireNonNull(home.government().agency(Objects.requireNonNull(memory.target)));
        memory.hop++;
        dispatch(agency, "Dialihkan dari instansi lain", "redelegation", now);
    }

    private @Nullable Refusal dispatch(Agency agency, String reason, String rule, Instant now) {
        return tell(new Dispatched(agency.id(), agency.name(), reason, rule, memory.hop, now), now);
    }

    private void propose(Instant now) {
        var candidates = new ArrayList<Candidate>();
        if (memory.target != null) {
            add(candidates, memory.target, 0, "Disebut oleh instansi yang mengembalikan");
        }
        for (var option : memory.proposal.proposal().options()) {
            if (!option.agency().equals(memory.agency) && !option.agency().equals(memory.target)) {
                add(candidates, option.agency(), option.confidence(), option.reason());
            }
        }
        tell(new DestinationProposed(candidates, now), now);
    }

    private void add(List<Candidate> candidates, String id, double confidence, String reason) {
        var agency = home.government().agency(id);
        if (agency != null) {
            candidates.add(new Candidate(id, agency.name(), confidence, reason));
        }
    }

    /** Tells of clocks that began or were met. One that is met in the moment it begins is told once. */
    private void settle() {
        for (var clock : procedure.clocks()) {
            if (clock.isFresh() && clock.isOpen()) {
                told.add(new ClockStarted(
                        clock.kind(),
                        clock.rule().id(),
                        clock.rule().standard().text(),
                        clock.startedAt(),
                        clock.dueAt()));
            } else if (clock.wasJustMet()) {
                told.add(new ClockMet(
                        clock.kind(),
                        clock.rule().id(),
                        memory.agency,
                        clock.startedAt(),
                        Objects.requireNonNull(clock.took()).toSeconds(),
                        clock.dueAt(),
                        Objects.requireNonNull(clock.metAt()),
                        clock.isLate()));
            }
        }
    }
}
