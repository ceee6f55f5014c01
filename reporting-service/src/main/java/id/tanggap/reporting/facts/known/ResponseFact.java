package id.tanggap.reporting.facts.known;

import static id.tanggap.reporting.facts.known.Columns.on;
import static id.tanggap.reporting.facts.known.Merge.Own.EARLIEST;
import static id.tanggap.reporting.facts.known.Merge.Own.LATEST;

import id.tanggap.contracts.event.ResponseEvent;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;

/** What the agency's desk tells of a complaint: when it was first taken in hand, what it waits for, and its last answer. */
final class ResponseFact {
    static final Columns<ResponseEvent> COLUMNS = Columns.of(ResponseEvent.class)
            .time("accepted_at", EARLIEST, on(Accepted.class, Accepted::acceptedAt))
            .time("answered_at", LATEST, on(AnswerPublished.class, AnswerPublished::answeredAt))
            .time("asked_at", LATEST, on(InformationRequested.class, InformationRequested::requestedAt))
            .time("disposed_at", LATEST, on(DispositionIssued.class, DispositionIssued::issuedAt))
            .time("division_answered_at", LATEST, on(DivisionAnswered.class, DivisionAnswered::answeredAt))
            .time("resolved_at", LATEST, on(Resolved.class, Resolved::resolvedAt))
            .words("answer", LATEST.by("answered_at"), on(AnswerPublished.class, AnswerPublished::answer));

    private ResponseFact() {}
}
