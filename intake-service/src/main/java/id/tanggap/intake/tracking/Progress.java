package id.tanggap.intake.tracking;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.messaging.Columns;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** What the citizen is told of, and who at the office has the complaint. */
    static final Interest INTEREST = Interest.in(List.of(
                    Dispatched.class,
                    Accepted.class,
                    DispositionIssued.class,
                    InformationRequested.class,
                    ReplyOverdue.class,
                    AnswerPublished.class,
                    Resolved.class,
                    ForwardedToGroup.class,
                    ReferredOutside.class,
                    CaseClosed.class))
            .and(ClockStarted.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockPaused.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockResumed.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockMoved.class, it -> it.clock() == ClockKind.PROMISE);

    private static final String TELL = """
            insert into progress as known (complaint_id, agency, agency_name, dispatched_at, due_at, accepted_at,
                                           reply_overdue_at, resolved_at, forwarded_at, referred_at, institution,
                                           advice, closed_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[],
                                 $6::timestamptz[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[],
                                 $10::timestamptz[], $11::text[], $12::text[], $13::timestamptz[])
            on conflict (complaint_id) do update set
                agency = coalesce(excluded.agency, known.agency),
                agency_name = coalesce(excluded.agency_name, known.agency_name),
                dispatched_at = coalesce(excluded.dispatched_at, known.dispatched_at),
                due_at = coalesce(excluded.due_at, known.due_at),
                accepted_at = coalesce(excluded.accepted_at, known.accepted_at),
                reply_overdue_at = coalesce(excluded.reply_overdue_at, known.reply_overdue_at),
                resolved_at = coalesce(excluded.resolved_at, known.resolved_at),
                forwarded_at = coalesce(excluded.forwarded_at, known.forwarded_at),
                referred_at = coalesce(excluded.referred_at, known.referred_at),
                institution = coalesce(excluded.institution, known.institution),
                advice = coalesce(excluded.advice, known.advice),
                closed_at = coalesce(excluded.closed_at, known.closed_at)
            """;

    private static final String SAY = """
            insert into office_statement (complaint_id, step, said_at, words)
            select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[])
            on conflict do nothing
            """;

    private static final String GIVE = """
            insert into disposition (complaint_id, agency, division)
            select * from unnest($1::uuid[], $2::text[], $3::text[])
            on conflict do nothing
            """;

    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        var news = new TreeMap<UUID, Told>();
        var said = new ArrayList<Said>();
        var given = new ArrayList<Given>();
        for (var event : events) {
            var complaint = event.envelope().subject();
            switch (event.event()) {
                case InformationRequested it ->
                    said.add(new Said(complaint, Step.NEEDS_INFO, it.requestedAt(), it.question()));
                case AnswerPublished it -> said.add(new Said(complaint, Step.ANSWERED, it.answeredAt(), it.answer()));
                case DispositionIssued it -> given.add(new Given(complaint, it.agency(), it.division()));
                default -> news.computeIfAbsent(complaint, Told::new).take(event.event());
            }
        }
        return tell(transaction, news.values())
                .chain(() -> say(transaction, said))
                .chain(() -> give(transaction, given));
    }

    private static Uni<Void> tell(SqlConnection transaction, Collection<Told> news) {
        return news.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(TELL)
                        .execute(Columns.of(news)
                                .uuids(told -> told.complaint)
                                .texts(of(Dispatched.class, Dispatched::agency))
                                .texts(of(Dispatched.class, Dispatched::agencyName))
                                .times(of(Dispatched.class, Dispatched::dispatchedAt))
                                .times(told -> told.dueAt)
                                .times(of(Accepted.class, Accepted::acceptedAt))
                                .times(of(ReplyOverdue.class, ReplyOverdue::overdueAt))
                                .times(of(Resolved.class, Resolved::resolvedAt))
                                .times(of(ForwardedToGroup.class, ForwardedToGroup::forwardedAt))
                                .times(of(ReferredOutside.class, ReferredOutside::referredAt))
                                .texts(of(ReferredOutside.class, ReferredOutside::institutionName))
                                .texts(of(ReferredOutside.class, ReferredOutside::advice))
                                .times(of(CaseClosed.class, CaseClosed::closedAt))
                                .tuple())
                        .replaceWithVoid();
    }

    private static Uni<Void> say(SqlConnection transaction, List<Said> said) {
        return said.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(SAY)
                        .execute(Columns.of(said)
                                .uuids(Said::complaint)
                                .texts(it -> it.step().name())
                                .times(Said::at)
                                .texts(Said::words)
                                .tuple())
                        .replaceWithVoid();
    }

    private static Uni<Void> give(SqlConnection transaction, List<Given> given) {
        return given.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(GIVE)
                        .execute(Columns.of(given)
                                .uuids(Given::complaint)
                                .texts(Given::agency)
                                .texts(Given::division)
                                .tuple())
                        .replaceWithVoid();
    }

    private static <E extends Event, V> Function<Told, @Nullable V> of(Class<E> type, Function<E, V> value) {
        return told -> {
            var happened = told.last.get(type);
            return happened == null ? null : value.apply(type.cast(happened));
        };
    }

    /** What a batch told of one complaint; of each kind the last event counts. */
    private static final class Told {
        private final UUID complaint;
        private final Map<Class<? extends Event>, Event> last = new HashMap<>();
        private @Nullable Instant dueAt;

        Told(UUID complaint) {
            this.complaint = complaint;
        }

        void take(Event event) {
            last.put(event.getClass(), event);
            dueAt = switch (event) {
                case ClockStarted it -> it.dueAt();
                case ClockPaused it -> it.dueAt();
                case ClockResumed it -> it.dueAt();
                case ClockMoved it -> it.to();
                default -> dueAt;
            };
        }
    }

    private record Said(
            UUID complaint, Step step, Instant at, @Nullable String words) {}

    private record Given(UUID complaint, String agency, String division) {}
}
