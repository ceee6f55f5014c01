package id.tanggap.routing.cases;

import id.tanggap.clock.Clock;
import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.event.RoutingEvent.CloseReason;
import id.tanggap.contracts.event.RoutingEvent.ComplaintVerified;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.dispatch.Proposal;
import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopStep;
import id.tanggap.governments.sop.SystemAct;
import id.tanggap.routing.cases.Lifecycle.Move;
import id.tanggap.routing.sop.Jurisdiction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A complaint on its way. Whatever happens to it is an event; the event moves it through its {@link Lifecycle}, stops
 * and starts the {@linkplain CaseClocks clocks} that the government's SOP names, and lets the system do what the SOP
 * leaves to it, which is an event again. An event is made first and remembered then. Pure: time is given, and what there
 * is to tell comes with {@link #finish()}.
 */
public final class Case {
    /** The rule by which an answer is taken up though the case had left its agency: nobody else works on it yet. */
    static final String ANSWER_BEFORE_THE_MOVE = "answer-before-the-move";

    private final Jurisdiction home;
    private final Sop sop;
    private final CaseMemory memory;
    private final CaseClocks clocks;
    private final Destination destination;
    private final List<Event> told = new ArrayList<>();
    private boolean moved;
    private boolean confirmed;

    Case(Jurisdiction home, Sop sop, CaseMemory memory, List<Clock> clocks) {
        this.home = home;
        this.sop = sop;
        this.memory = memory;
        this.clocks = new CaseClocks(home, sop, memory, clocks);
        this.destination = new Destination(home, sop, memory);
    }

    /** A complaint that was just received begins its way by the SOP that is in force. */
    public static Case open(UUID id, Jurisdiction home, ComplaintReceived complaint, Proposal proposal, Instant now) {
        var sop = home.government().sop();
        var memory = CaseMemory.of(id, home.government().id(), sop.version(), complaint, proposal);
        var opened = new Case(home, sop, memory, List.of());
        opened.hear(complaint, complaint.receivedAt(), now);
        return opened;
    }

    /**
     * Hears what somebody did elsewhere: what is proposed is judged, what has its effect at once is taken.
     *
     * @param id of the event that tells it
     * @return why it does not fit, though it has happened; null when it does, and of what is judged
     */
    @Nullable
    public Refusal hear(UUID id, Act act, Instant now) {
        if (act.awaitsRouting()) {
            judge(id, act, now);
            return null;
        }
        return hear(act, act.at(), now);
    }

    /** Takes what happened elsewhere. Null when it was possible. */
    @Nullable
    public Refusal hear(Event event, Instant at, Instant now) {
        // What was heard before is another act.
        tellOfClocks();
        memory.toldAt = latest(memory.lastMoment(), at);
        return take(event, at, latest(memory.toldAt, now));
    }

    /**
     * Hears that the answer is with the citizen, which moves nothing and meets what waits for it. What is told of an answer
     * that was objected to, or after another way brought it, changes nothing.
     */
    public void reached(AnswerReached event) {
        var isAnswered = memory.state() == CaseState.ANSWERED || memory.state() == CaseState.RESOLVED;
        if (isAnswered && memory.reachedBy == null) {
            tellOfClocks();
            memory.reachedBy = event.by();
            memory.reachedWay = event.way();
            moved = true;
            clocks.happened(event, memory.state(), event.reachedAt());
        }
    }

    /**
     * Takes or refuses what somebody proposes to do, and tells which (ADR 31). The clocks go by when they did it; in the
     * case's story it stands after all that was told before.
     *
     * @param id of the event that proposes it
     */
    public void judge(UUID id, Act act, Instant now) {
        tellOfClocks();
        switch (Crossing.of(act, memory)) {
            case TAKEN -> takeUp(id, act, null, now);
            case CALLS_OFF_THE_MOVE -> {
                var moment = moment(now);
                tell(destination.calledOff(moment), moment);
                takeUp(id, act, ANSWER_BEFORE_THE_MOVE, now);
            }
            case MOVED -> refuse(id, act, ActRefusal.MOVED, now);
            case ENDED -> refuse(id, act, ActRefusal.ENDED, now);
            case OVERTAKEN -> refuse(id, act, ActRefusal.OVERTAKEN, now);
        }
    }

    private void takeUp(UUID id, Act act, @Nullable String rule, Instant now) {
        var place = told.size();
        var taken = act.takenAt(moment(act.at()));
        var refusal = take(taken, act.at(), latest(taken.at(), now));
        if (refusal != null) {
            throw new IllegalStateException("Taken and refused: " + refusal);
        }
        told.add(place, new ActTaken(id, OneAct.of(taken), rule));
    }

    private void refuse(UUID id, Act act, ActRefusal reason, Instant now) {
        told.add(new ActRefused(id, OneAct.of(act), reason, memory.standing(), memory.standingBefore(), moment(now)));
    }

    /** The next moment of the case's story: that one, or the first after all that was told. */
    private Instant moment(Instant at) {
        var moment = after(at);
        memory.toldAt = moment;
        moved = true;
        return moment;
    }

    private Instant after(Instant at) {
        var last = memory.lastMoment();
        return at.isAfter(last) ? at : last.plus(1, ChronoUnit.MICROS);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** An agency takes the case from the group; the first one gets it. */
    @Nullable
    public Refusal claim(Agency agency, Instant now) {
        if (memory.forwardedAt == null) {
            return Refusal.NOT_OFFERED;
        }
        if (memory.state() == CaseState.DISPATCHED && agency.id().equals(memory.agency)) {
            return Refusal.ALREADY_THERE;
        }
        var moment = moment(now);
        var refusal = tell(new ClaimedFromGroup(agency.id(), agency.name(), moment), moment);
        return refusal == null ? tell(destination.claimant(agency, moment), moment) : refusal;
    }

    /** The agency that holds it gives it back, and may name the right one. */
    @Nullable
    public Refusal giveBack(String agency, MisroutingReason reason, @Nullable String target, Instant now) {
        if (!agency.equals(memory.agency)) {
            return Refusal.HELD_BY_ANOTHER;
        }
        if (agency.equals(target)) {
            return Refusal.ALREADY_THERE;
        }
        if (target != null && home.government().agency(target) == null) {
            return Refusal.UNKNOWN_AGENCY;
        }
        var moment = moment(now);
        return tell(new ReturnedAsMisrouted(agency, reason, target, moment), moment);
    }

    /** A coordinator decides where it goes, as often as needed. */
    @Nullable
    public Refusal decide(String target, Instant now) {
        var agency = home.government().agency(target);
        if (agency == null) {
            return Refusal.UNKNOWN_AGENCY;
        }
        if (agency.id().equals(memory.agency) && memory.state() != CaseState.REDELEGATED) {
            return Refusal.ALREADY_THERE;
        }
        var moment = moment(now);
        var refusal = tell(destination.decided(agency, moment), moment);
        if (refusal == null) {
            confirm(moment);
        }
        return refusal;
    }

    /** A coordinator refers the citizen to who is in charge outside the government. */
    @Nullable
    public Refusal refer(String institution, Instant now) {
        var outside = sop.policy().institutions().get(institution);
        if (outside == null) {
            return Refusal.UNKNOWN_INSTITUTION;
        }
        var moment = moment(now);
        return tell(new ReferredOutside(outside.id(), outside.name(), outside.advice(), moment), moment);
    }

    /** Lets everything happen whose time has come, in its order. */
    public void timeUp(Instant now) {
        for (var due = clocks.nextDue(now); due != null; due = clocks.nextDue(now)) {
            var act = clocks.ring(due, now);
            if (act != null) {
                act(act, moment(now));
                if (due.isOpen()) {
                    due.end(now);
                }
            }
        }
    }

    /** Counts by the calendar in force, and tells of every due date that moved. */
    public void followCalendar(Instant now) {
        clocks.followCalendar(now);
    }

    public UUID id() {
        return memory.id;
    }

    public String government() {
        return memory.government;
    }

    /** Who has it; null while nobody does. */
    public @Nullable String agency() {
        return memory.agency;
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
    public boolean isConfirmed() {
        return confirmed;
    }

    public CaseMemory memory() {
        return memory;
    }

    public List<Clock> clocks() {
        return clocks.all();
    }

    /** The same as it comes back from the {@link CaseBook}, where its clocks' steps that are done take no further part. */
    public Case kept() {
        return new Case(home, sop, memory, clocks.kept());
    }

    /** Ends a piece of work: what happened, in its order, to be told with the commit that keeps it. */
    public List<Event> finish() {
        clocks.settle();
        tellOfClocks();
        setAlarm();
        return List.copyOf(told);
    }

    /**
     * The same, as readers know it.
     *
     * @param clocksTogether whether they know what an act did to the clocks as one event; each by itself otherwise, as
     *     versions before told it (ADR 27)
     */
    public List<Event> finish(boolean clocksTogether) {
        return finish().stream()
                .flatMap(event ->
                        event instanceof ClocksChanged && !clocksTogether ? event.parts().stream() : Stream.of(event))
                .toList();
    }

    private void setAlarm() {
        var next = clocks.nextAlarmAt();
        moved |= !Objects.equals(next, memory.nextAlarmAt);
        memory.nextAlarmAt = next;
    }

    /** What an act did to the clocks is one event, which comes after it. */
    private void tellOfClocks() {
        var changed = clocks.told();
        if (changed != null) {
            told.add(changed);
        }
    }

    /** Says something that happens here and now, and takes it. */
    private @Nullable Refusal tell(Event event, Instant now) {
        var place = told.size();
        var refusal = take(event, now, now);
        if (refusal == null) {
            memory.toldAt = latest(memory.lastMoment(), now);
            // What it causes comes after it.
            told.add(place, event);
        }
        return refusal;
    }

    private @Nullable Refusal take(Event event, Instant at, Instant now) {
        if (event instanceof DispositionIssued it) {
            // It has happened even where it does not fit: the division has the case on its desk.
            memory.given.add(new CaseMemory.Given(it.agency(), it.division()));
        }
        var move = Lifecycle.moveOf(event.getClass());
        if (move == null) {
            return null;
        }
        var refusal = memory.refusal(move);
        if (refusal == null) {
            enter(move, event, at, now);
            takeWhatWasKept(event, at, now);
        } else {
            keepForLater(event);
        }
        return refusal;
    }

    private void enter(Move move, Event event, Instant at, Instant now) {
        var before = memory.stateOrNull();
        memory.enter(move.to());
        moved = true;
        remember(event);
        var begun = clocks.happened(event, before, at);
        if (memory.state().isEnded()) {
            clocks.end(at);
            memory.endedAt = at;
        }
        begun.stream().map(SopStep::does).filter(Objects::nonNull).forEach(act -> act(act, now));
    }

    /** What the citizen says may be heard before that to which it answers. */
    private void keepForLater(Event event) {
        switch (event) {
            case ComplainantReplied replied -> memory.repliedAt = replied.repliedAt();
            case ObjectionRaised objection -> memory.objectedAt = objection.raisedAt();
            default -> {
                return;
            }
        }
        moved = true;
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
            case AnswerPublished it -> {
                confirm(it.answeredAt());
                memory.reachedBy = null;
                memory.reachedWay = null;
            }
            case ComplaintsUnlinked _ -> clocks.reopen(memory.endedAt);
            case MoveCalledOff it -> clocks.callOffTheMove(memory.takenAt, it.calledOffAt());
            default -> {
                // The memory says it all.
            }
        }
        memory.remember(event);
    }

    /** Its agency is the right one: it has answered, or a coordinator chose it. Others can learn from that. */
    private void confirm(Instant at) {
        memory.confirmedAt = at;
        confirmed = true;
    }

    private void act(SystemAct act, Instant now) {
        tell(
                switch (act) {
                    case VERIFY -> new ComplaintVerified(now);
                    case FORWARD_TO_GROUP -> destination.group(now);
                    case END_GROUP_WAIT -> new GroupStayedSilent(now);
                    case DISPATCH -> destination.proposed(now);
                    case REDELEGATE -> destination.named(now);
                    case SEND -> destination.target(now);
                    case RESUME -> new ReplyOverdue(now);
                    case CLOSE -> closed(now);
                },
                now);
    }

    private CaseClosed closed(Instant now) {
        return new CaseClosed(
                memory.state() == CaseState.RESOLVED ? CloseReason.RESOLVED : CloseReason.COMPLAINANT_SILENT, now);
    }
}
