package id.tanggap.contracts.event;

import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people do to a case elsewhere than at routing. Several may act at once; routing, which has the case, brings their
 * acts into one order and takes or refuses each ({@link RoutingEvent.ActTaken}, {@link RoutingEvent.ActRefused}; ADR 31).
 */
public sealed interface Act extends Event
        permits ComplainantReplied,
                ObjectionRaised,
                ComplaintWithdrawn,
                ComplaintScreenedOut,
                ComplaintsLinked,
                ComplaintsUnlinked,
                Accepted,
                DispositionIssued,
                DivisionAnswered,
                InformationRequested,
                AnswerPublished,
                Resolved {

    /** True when it has its effect once routing has taken it; null when it has it at once, as in older events. */
    @Nullable
    Boolean proposed();

    /** When the person acted; of an act that routing has taken, when it has its effect. */
    Instant at();

    /** The same act. */
    Act as(@Nullable Boolean proposed, Instant at);

    default boolean awaitsRouting() {
        return Boolean.TRUE.equals(proposed());
    }

    default Act asProposal() {
        return as(true, at());
    }

    default Act takenAt(Instant at) {
        return as(null, at);
    }

    /** Nothing has happened while it waits for routing. */
    @Override
    default List<Event> parts() {
        return awaitsRouting() ? List.of() : List.of(this);
    }
}
