package id.tanggap.intake.tracking;

import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.ResponseEvent.Accepted;
import id.tanggap.contracts.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.RoutingEvent.ClockStarted;
import id.tanggap.contracts.RoutingEvent.Dispatched;
import id.tanggap.messaging.Columns;
import id.tanggap.messaging.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what other services told, one statement for a batch. Rows in the order of their ids, so that two channels
 * on the same complaints wait for each other instead of locking each other out.
 */
@ApplicationScoped
class Progress {
    private static final String TELL = """
            insert into progress as known (complaint_id, agency, agency_name, dispatched_at, due_at, accepted_at,
                                           answered_at, answer)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[],
                                 $6::timestamptz[], $7::timestamptz[], $8::text[])
            on conflict (complaint_id) do update set
                agency = coalesce(excluded.agency, known.agency),
                agency_name = coalesce(excluded.agency_name, known.agency_name),
                dispatched_at = coalesce(excluded.dispatched_at, known.dispatched_at),
                due_at = coalesce(excluded.due_at, known.due_at),
                accepted_at = coalesce(excluded.accepted_at, known.accepted_at),
                answered_at = coalesce(excluded.answered_at, known.answered_at),
                answer = coalesce(excluded.answer, known.answer)
            """;

    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        var news = new TreeMap<UUID, Told>();
        for (var event : events) {
            var told = Told.by(event);
            if (told != null) {
                news.merge(event.envelope().subject(), told, Told::and);
            }
        }
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(TELL)
                .execute(Columns.of(news.values())
                        .uuids(Told::complaint)
                        .texts(of(Told::dispatched, Dispatched::agency))
                        .texts(of(Told::dispatched, Dispatched::agencyName))
                        .times(of(Told::dispatched, Dispatched::dispatchedAt))
                        .times(of(Told::promised, ClockStarted::dueAt))
                        .times(of(Told::accepted, Accepted::acceptedAt))
                        .times(of(Told::answered, AnswerPublished::answeredAt))
                        .texts(of(Told::answered, AnswerPublished::answer))
                        .tuple())
                .replaceWithVoid();
    }

    private static <E, V> Function<Told, @Nullable V> of(
            Function<Told, @Nullable E> event, Function<E, ? extends @Nullable V> value) {
        return told -> {
            var happened = event.apply(told);
            return happened == null ? null : value.apply(happened);
        };
    }

    /** What a batch told of one complaint; of each kind the last event counts. */
    private record Told(
            UUID complaint,
            @Nullable Dispatched dispatched,
            @Nullable ClockStarted promised,
            @Nullable Accepted accepted,
            @Nullable AnswerPublished answered) {

        /** Null for what the citizen is not told. */
        static @Nullable Told by(ReceivedEvent event) {
            var complaint = event.envelope().subject();
            return switch (event.event()) {
                case Dispatched it -> new Told(complaint, it, null, null, null);
                case ClockStarted it when it.clock() == ClockKind.PROMISE -> new Told(complaint, null, it, null, null);
                case Accepted it -> new Told(complaint, null, null, it, null);
                case AnswerPublished it -> new Told(complaint, null, null, null, it);
                default -> null;
            };
        }

        Told and(Told next) {
            return new Told(
                    complaint,
                    next.dispatched == null ? dispatched : next.dispatched,
                    next.promised == null ? promised : next.promised,
                    next.accepted == null ? accepted : next.accepted,
                    next.answered == null ? answered : next.answered);
        }
    }
}
