package id.tanggap.reporting.facts;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the agency's desk tells of a complaint: when it was first taken in hand, what it waits for, and its last answer. */
final class ResponseFact {
    private static final Rows<ResponseFact> FACT = Rows.of(ResponseFact.class)
            .uuid("complaint_id", fact -> fact.complaint)
            .text("government", fact -> fact.government)
            .time("accepted_at", fact -> fact.accepted.at())
            .time("answered_at", fact -> fact.answer == null ? null : fact.answer.answeredAt())
            .time("asked_at", fact -> fact.asked.at())
            .time("disposed_at", fact -> fact.disposed.at())
            .time("division_answered_at", fact -> fact.divisionAnswered.at())
            .time("resolved_at", fact -> fact.resolved.at());
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
    private final Moment accepted = Moment.earliest();
    private @Nullable AnswerPublished answer;
    private final Moment asked = Moment.latest();
    private final Moment disposed = Moment.latest();
    private final Moment divisionAnswered = Moment.latest();
    private final Moment resolved = Moment.latest();

    private ResponseFact(UUID complaint, String government) {
        this.complaint = complaint;
        this.government = government;
    }

    static Upsert statement(List<ReceivedEvent> events) {
        var facts = Upsert.gathered(events, ResponseEvent.class, ResponseFact::new, (fact, told, _) -> fact.hear(told));
        return Upsert.of(SQL, ROWS, facts);
    }

    private boolean hear(ResponseEvent told) {
        return switch (told) {
            case Accepted it -> accepted.told(it.acceptedAt());
            case AnswerPublished it -> answered(it);
            case InformationRequested it -> asked.told(it.requestedAt());
            case DispositionIssued it -> disposed.told(it.issuedAt());
            case DivisionAnswered it -> divisionAnswered.told(it.answeredAt());
            case Resolved it -> resolved.told(it.resolvedAt());
            case AnswerApproved _ -> false;
        };
    }

    private boolean answered(AnswerPublished it) {
        answer = answer == null || !it.answeredAt().isBefore(answer.answeredAt()) ? it : answer;
        return true;
    }
}
