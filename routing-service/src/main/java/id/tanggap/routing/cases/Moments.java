package id.tanggap.routing.cases;

import id.tanggap.contracts.Event;
import id.tanggap.contracts.ImportEvent;
import id.tanggap.contracts.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.IntakeEvent.SurveyAnswered;
import id.tanggap.contracts.NotificationEvent;
import id.tanggap.contracts.RecapEvent;
import id.tanggap.contracts.ResponseEvent.Accepted;
import id.tanggap.contracts.ResponseEvent.AnswerApproved;
import id.tanggap.contracts.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.ResponseEvent.InformationRequested;
import id.tanggap.contracts.ResponseEvent.Resolved;
import id.tanggap.contracts.RoutingEvent;
import java.time.Instant;

/** When something happened elsewhere: clocks go by that, not by when it was heard of. */
final class Moments {
    static Instant of(Event event) {
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
