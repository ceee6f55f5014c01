package id.tanggap.routing.cases;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.event.RecapEvent;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerApproved;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent;
import java.time.Instant;

/** When something happened elsewhere: clocks go by that, not by when it was heard of. */
public final class Moments {
    public static Instant of(Event event) {
        return switch (event) {
            case ComplaintReceived it -> it.receivedAt();
            case ComplaintScreenedOut it -> it.screenedOutAt();
            case ComplainantReplied it -> it.repliedAt();
            case ComplaintWithdrawn it -> it.withdrawnAt();
            case ObjectionRaised it -> it.raisedAt();
            case ComplaintsLinked it -> it.linkedAt();
            case ComplaintsUnlinked it -> it.unlinkedAt();
            case Accepted it -> it.acceptedAt();
            case DispositionIssued it -> it.issuedAt();
            case DivisionAnswered it -> it.answeredAt();
            case InformationRequested it -> it.requestedAt();
            case AnswerApproved it -> it.approvedAt();
            case AnswerPublished it -> it.answeredAt();
            case Resolved it -> it.resolvedAt();
            case SurveyAnswered _, RoutingEvent _, NotificationEvent _, RecapEvent _, ImportEvent _ ->
                throw new IllegalArgumentException(event.getClass() + " is not heard of here");
        };
    }

    private Moments() {}
}
