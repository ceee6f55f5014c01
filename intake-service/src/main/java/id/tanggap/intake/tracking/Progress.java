package id.tanggap.intake.tracking;

import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.ResponseEvent.Accepted;
import id.tanggap.contracts.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.RoutingEvent.CaseClosed;
import id.tanggap.contracts.RoutingEvent.ClockMoved;
import id.tanggap.contracts.RoutingEvent.ClockPaused;
import id.tanggap.contracts.RoutingEvent.ClockResumed;
import id.tanggap.contracts.RoutingEvent.ClockStarted;
import id.tanggap.contracts.RoutingEvent.Dispatched;
import id.tanggap.contracts.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.RoutingEvent.ReferredOutside;
import id.tanggap.messaging.Columns;
import id.tanggap.messaging.Interest;
import id.tanggap.messaging.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
    /** What the citizen is told of. */
    static final Interest INTEREST = Interest.in(List.of(
                    Dispatched.class,
                    Accepted.class,
                    AnswerPublished.class,
                    ForwardedToGroup.class,
                    ReferredOutside.class,
                    CaseClosed.class))
            .and(ClockStarted.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockPaused.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockResumed.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockMoved.class, it -> it.clock() == ClockKind.PROMISE);

    private static final String TELL = """
            insert into progress as known (complaint_id, agency, agency_name, dispatched_at, due_at, accepted_at,
                                           answered_at, answer, forwarded_at, referred_at, institution, advice,
                                           closed_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[],
                                 $6::timestamptz[], $7::timestamptz[], $8::text[], $9::timestamptz[],
                                 $10::timestamptz[], $11::text[], $12::text[], $13::timestamptz[])
            on conflict (complaint_id) do update set
                agency = coalesce(excluded.agency, known.agency),
                agency_name = coalesce(excluded.agency_name, known.agency_name),
                dispatched_at = coalesce(excluded.dispatched_at, known.dispatched_at),
                due_at = coalesce(excluded.due_at, known.due_at),
                accepted_at = coalesce(excluded.accepted_at, known.accepted_at),
                answered_at = coalesce(excluded.answered_at, known.answered_at),
                answer = coalesce(excluded.answer, known.answer),
                forwarded_at = coalesce(excluded.forwarded_at, known.forwarded_at),
                referred_at = coalesce(excluded.referred_at, known.referred_at),
                institution = coalesce(excluded.institution, known.institution),
                advice = coalesce(excluded.advice, known.advice),
                closed_at = coalesce(excluded.closed_at, known.closed_at)
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
                        .times(Told::dueAt)
                        .times(of(Told::accepted, Accepted::acceptedAt))
                        .times(of(Told::answered, AnswerPublished::answeredAt))
                        .texts(of(Told::answered, AnswerPublished::answer))
                        .times(of(Told::forwarded, ForwardedToGroup::forwardedAt))
                        .times(of(Told::referred, ReferredOutside::referredAt))
                        .texts(of(Told::referred, ReferredOutside::institutionName))
                        .texts(of(Told::referred, ReferredOutside::advice))
                        .times(of(Told::closed, CaseClosed::closedAt))
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
            @Nullable Instant dueAt,
            @Nullable Accepted accepted,
            @Nullable AnswerPublished answered,
            @Nullable ForwardedToGroup forwarded,
            @Nullable ReferredOutside referred,
            @Nullable CaseClosed closed) {

        /** Null for what the citizen is not told. */
        static @Nullable Told by(ReceivedEvent event) {
            var nothing = new Told(event.envelope().subject(), null, null, null, null, null, null, null);
            return switch (event.event()) {
                case Dispatched it -> nothing.and(it, null, null, null, null, null, null);
                case ClockStarted it -> nothing.due(it.dueAt());
                case ClockPaused it -> nothing.due(it.dueAt());
                case ClockResumed it -> nothing.due(it.dueAt());
                case ClockMoved it -> nothing.due(it.to());
                case Accepted it -> nothing.and(null, null, it, null, null, null, null);
                case AnswerPublished it -> nothing.and(null, null, null, it, null, null, null);
                case ForwardedToGroup it -> nothing.and(null, null, null, null, it, null, null);
                case ReferredOutside it -> nothing.and(null, null, null, null, null, it, null);
                case CaseClosed it -> nothing.and(null, null, null, null, null, null, it);
                default -> null;
            };
        }

        Told and(Told next) {
            return and(
                    next.dispatched,
                    next.dueAt,
                    next.accepted,
                    next.answered,
                    next.forwarded,
                    next.referred,
                    next.closed);
        }

        private Told due(Instant at) {
            return and(null, at, null, null, null, null, null);
        }

        private Told and(
                @Nullable Dispatched nextDispatched,
                @Nullable Instant nextDueAt,
                @Nullable Accepted nextAccepted,
                @Nullable AnswerPublished nextAnswered,
                @Nullable ForwardedToGroup nextForwarded,
                @Nullable ReferredOutside nextReferred,
                @Nullable CaseClosed nextClosed) {
            return new Told(
                    complaint,
                    last(dispatched, nextDispatched),
                    last(dueAt, nextDueAt),
                    last(accepted, nextAccepted),
                    last(answered, nextAnswered),
                    last(forwarded, nextForwarded),
                    last(referred, nextReferred),
                    last(closed, nextClosed));
        }

        private static <T> @Nullable T last(@Nullable T before, @Nullable T next) {
            return next == null ? before : next;
        }
    }
}
