package id.tanggap.reporting.facts;

import id.tanggap.contracts.ResponseEvent.Accepted;
import id.tanggap.contracts.ResponseEvent.AnswerPublished;
import id.tanggap.messaging.Interest;
import id.tanggap.messaging.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the agency's desk tells of a complaint: when it was first taken in hand, and the last answer given. */
record ResponseFact(
        UUID complaint,
        String government,
        @Nullable Instant acceptedAt,
        @Nullable AnswerPublished answer) {
    /** What the facts tell of. */
    static final Interest INTEREST = Interest.in(List.of(Accepted.class, AnswerPublished.class));

    private static final String SQL = """
            with told as (
                select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[])
                    as t (complaint_id, government, accepted_at, answered_at, answer)
            ), taken as (
                insert into complaint_fact as fact (complaint_id, government, accepted_at, answered_at)
                select complaint_id, government, accepted_at, answered_at from told
                on conflict (complaint_id) do update set
                    accepted_at = least(excluded.accepted_at, fact.accepted_at),
                    answered_at = greatest(excluded.answered_at, fact.answered_at)
                returning complaint_id, answered_at
            )
            insert into complaint_words (complaint_id, answer)
            select complaint_id, answer
            from told join taken using (complaint_id, answered_at)
            on conflict (complaint_id) do update set answer = excluded.answer
            """;

    static Upsert statement(List<ReceivedEvent> events) {
        var facts = new TreeMap<UUID, ResponseFact>();
        for (var event : events) {
            var fact = of(event);
            if (fact != null) {
                facts.merge(fact.complaint(), fact, ResponseFact::and);
            }
        }
        return Upsert.of(
                SQL,
                facts,
                columns -> columns.uuids(ResponseFact::complaint)
                        .texts(ResponseFact::government)
                        .times(ResponseFact::acceptedAt)
                        .times(fact ->
                                fact.answer() == null ? null : fact.answer().answeredAt())
                        .texts(fact ->
                                fact.answer() == null ? null : fact.answer().answer()));
    }

    private static @Nullable ResponseFact of(ReceivedEvent event) {
        var complaint = event.envelope().subject();
        var government = event.envelope().government();
        return switch (event.event()) {
            case Accepted it -> new ResponseFact(complaint, government, it.acceptedAt(), null);
            case AnswerPublished it -> new ResponseFact(complaint, government, null, it);
            default -> null;
        };
    }

    private ResponseFact and(ResponseFact next) {
        return new ResponseFact(complaint, government, first(acceptedAt, next.acceptedAt), last(answer, next.answer));
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant next) {
        return one == null || (next != null && next.isBefore(one)) ? next : one;
    }

    private static @Nullable AnswerPublished last(@Nullable AnswerPublished one, @Nullable AnswerPublished next) {
        return one == null || (next != null && !next.answeredAt().isBefore(one.answeredAt())) ? next : one;
    }
}
