package id.tanggap.reporting.facts;

import static id.tanggap.reporting.facts.Times.earliest;
import static id.tanggap.reporting.facts.Times.latest;

import id.tanggap.contracts.event.ResponseEvent;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerApproved;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the agency's desk tells of a complaint: when it was first taken in hand, what it waits for, and its last answer. */
final class ResponseFact {
    private static final Rows<ResponseFact> FACT = Rows.of(ResponseFact.class)
            .uuid("complaint_id", fact -> fact.complaint)
            .text("government", fact -> fact.government)
            .time("accepted_at", fact -> fact.acceptedAt)
            .time("answered_at", fact -> fact.answer == null ? null : fact.answer.answeredAt())
            .time("asked_at", fact -> fact.askedAt)
            .time("disposed_at", fact -> fact.disposedAt)
            .time("division_answered_at", fact -> fact.divisionAnsweredAt)
            .time("resolved_at", fact -> fact.resolvedAt);
    private static final Rows<ResponseFact> ROWS =
            FACT.text("answer", fact -> fact.answer == null ? null : fact.answer.answer());
    private static final String SQL = """
            with told as (
                select * from %2$s
            ), taken as (
                insert into complaint_fact as fact (%1$s) select %1$s from told
                on conflict (complaint_id) do update set
                    accepted_at = least(excluded.accepted_at, fact.accepted_at),
                    answered_at = greatest(excluded.answered_at, fact.answered_at),
                    asked_at = greatest(excluded.asked_at, fact.asked_at),
                    disposed_at = greatest(excluded.disposed_at, fact.disposed_at),
                    division_answered_at = greatest(excluded.division_answered_at, fact.division_answered_at),
                    resolved_at = greatest(excluded.resolved_at, fact.resolved_at)
                returning complaint_id, answered_at
            )
            insert into complaint_words (complaint_id, answer)
            select complaint_id, answer
            from told join taken using (complaint_id, answered_at)
            on conflict (complaint_id) do update set answer = excluded.answer
            """.formatted(FACT.names(), ROWS.as("known"));

    private final UUID complaint;
    private final String government;
    private @Nullable Instant acceptedAt;
    private @Nullable AnswerPublished answer;
    private @Nullable Instant askedAt;
    private @Nullable Instant disposedAt;
    private @Nullable Instant divisionAnsweredAt;
    private @Nullable Instant resolvedAt;

    private ResponseFact(UUID complaint, String government) {
        this.complaint = complaint;
        this.government = government;
    }

    static Upsert statement(List<ReceivedEvent> events) {
        var facts = new TreeMap<UUID, ResponseFact>();
        for (var event : events) {
            if (event.event() instanceof ResponseEvent told && !(told instanceof AnswerApproved)) {
                var envelope = event.envelope();
                facts.computeIfAbsent(envelope.subject(), id -> new ResponseFact(id, envelope.government()))
                        .hear(told);
            }
        }
        return Upsert.of(SQL, ROWS, facts);
    }

    private void hear(ResponseEvent told) {
        switch (told) {
            case Accepted it -> acceptedAt = earliest(acceptedAt, it.acceptedAt());
            case AnswerPublished it ->
                answer = answer == null || !it.answeredAt().isBefore(answer.answeredAt()) ? it : answer;
            case InformationRequested it -> askedAt = latest(askedAt, it.requestedAt());
            case DispositionIssued it -> disposedAt = latest(disposedAt, it.issuedAt());
            case DivisionAnswered it -> divisionAnsweredAt = latest(divisionAnsweredAt, it.answeredAt());
            case Resolved it -> resolvedAt = latest(resolvedAt, it.resolvedAt());
            case AnswerApproved _ -> {}
        }
    }
}
