package id.tanggap.intake.tracking;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintSupplemented;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.OmbudsmanAgreed;
import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.life.Life;
import id.tanggap.contracts.life.Turn;

/**
 * What happened to a complaint, as its citizen is told. Of two at the same instant the one that stands first here came
 * first.
 */
public enum Step {
    RECEIVED(ComplaintReceived.class),
    FORWARDED(ForwardedToGroup.class),
    /** Another agency is in charge. */
    REDELEGATED(Redelegated.class),
    DISPATCHED(Dispatched.class),
    /** The agency that it was taken from has it again. */
    MOVE_CALLED_OFF(MoveCalledOff.class),
    /** An agency took it in hand, or gave it to a division. */
    IN_PROGRESS(Accepted.class),
    /** The office asks the citizen for more. */
    NEEDS_INFO(InformationRequested.class),
    REPLIED(ComplainantReplied.class),
    /** The citizen tells more without having been asked; moves nothing. */
    SUPPLEMENTED(ComplaintSupplemented.class),
    /** The citizen agrees that the Ombudsman is told; moves nothing. */
    OMBUDSMAN_AGREED(OmbudsmanAgreed.class),
    /** The office goes on without the reply. */
    REPLY_OVERDUE(ReplyOverdue.class),
    ANSWERED(AnswerPublished.class),
    RESOLVED(Resolved.class),
    OBJECTED(ObjectionRaised.class),
    /** The citizen said how satisfied; moves nothing. */
    SURVEYED(SurveyAnswered.class),
    OUT_OF_JURISDICTION(ReferredOutside.class),
    CLOSED(CaseClosed.class),
    WITHDRAWN(ComplaintWithdrawn.class),
    /** Not taken on (Ditolak). */
    REJECTED(ComplaintScreenedOut.class);

    private final Class<? extends Event> event;

    Step(Class<? extends Event> event) {
        this.event = event;
    }

    /** What it means to the outside. */
    Turn turn() {
        return Life.turn(event);
    }
}
