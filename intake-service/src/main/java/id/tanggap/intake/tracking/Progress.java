package id.tanggap.intake.tracking;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
                    ReturnedAsMisrouted.class,
                    Redelegated.class,
                    Accepted.class,
                    DispositionIssued.class,
                    InformationRequested.class,
                    ReplyOverdue.class,
                    AnswerPublished.class,
                    Resolved.class,
                    ForwardedToGroup.class,
                    ReferredOutside.class,
                    CaseClosed.class,
                    MoveCalledOff.class,
                    ComplainantReplied.class,
                    ObjectionRaised.class,
                    ComplaintWithdrawn.class,
                    ComplaintScreenedOut.class,
                    ActRefused.class))
            .and(ClockStarted.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockPaused.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockResumed.class, it -> it.clock() == ClockKind.PROMISE)
            .and(ClockMoved.class, it -> it.clock() == ClockKind.PROMISE);

    private static final Rows<Told> PROGRESS = Rows.of(Told.class)
            .uuid("complaint_id", told -> told.complaint)
            .text("agency", told -> told.agency)
            .text("agency_name", told -> told.agencyName)
            .time("dispatched_at", of(Dispatched.class, Dispatched::dispatchedAt))
            .time("due_at", told -> told.dueAt)
            .time("accepted_at", of(Accepted.class, Accepted::acceptedAt))
            .time("disposed_at", of(DispositionIssued.class, DispositionIssued::issuedAt))
            .time("taken_back_at", Told::takenBackAt)
            .time("called_off_at", of(MoveCalledOff.class, MoveCalledOff::calledOffAt))
            .time("reply_overdue_at", of(ReplyOverdue.class, ReplyOverdue::overdueAt))
            .time("resolved_at", of(Resolved.class, Resolved::resolvedAt))
            .time("forwarded_at", of(ForwardedToGroup.class, ForwardedToGroup::forwardedAt))
            .time("referred_at", of(ReferredOutside.class, ReferredOutside::referredAt))
            .text("institution", of(ReferredOutside.class, ReferredOutside::institutionName))
            .text("advice", of(ReferredOutside.class, ReferredOutside::advice))
            .time("closed_at", of(CaseClosed.class, CaseClosed::closedAt));
    private static final String TELL =
            PROGRESS.insertInto("progress") + PROGRESS.supplementingBy("progress", "complaint_id");

    private static final Rows<Said> STATEMENTS = Rows.of(Said.class)
            .uuid("complaint_id", Said::complaint)
            .text("step", said -> said.step().name())
            .time("said_at", Said::at)
            .text("words", Said::words);
    private static final String SAY = STATEMENTS.insertInto("office_statement") + "on conflict do nothing";

    private static final Rows<Given> DISPOSITIONS = Rows.of(Given.class)
            .uuid("complaint_id", Given::complaint)
            .text("agency", Given::agency)
            .text("division", Given::division);
    private static final String GIVE = DISPOSITIONS.insertInto("disposition") + "on conflict do nothing";

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
                case IntakeEvent _, ActRefused _ -> {
                    // What became of what was said here.
                }
                default -> news.computeIfAbsent(complaint, Told::new).take(event.event());
            }
            if (event.event() instanceof DispositionIssued it) {
                given.add(new Given(complaint, it.agency(), it.division()));
            }
        }
        return write(transaction, TELL, PROGRESS, news.values())
                .chain(() -> write(transaction, SAY, STATEMENTS, said))
                .chain(() -> write(transaction, GIVE, DISPOSITIONS, given))
                .chain(() -> Verdicts.write(transaction, events));
    }

    private static <T> Uni<Void> write(SqlConnection transaction, String sql, Rows<T> rows, Collection<T> values) {
        return values.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(rows.tuple(values)).replaceWithVoid();
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
        private @Nullable String agency;
        private @Nullable String agencyName;

        Told(UUID complaint) {
            this.complaint = complaint;
        }

        /** When another agency was said to be in charge; the later of the two words for it. */
        @Nullable
        Instant takenBackAt() {
            return Stream.of(
                            of(ReturnedAsMisrouted.class, ReturnedAsMisrouted::returnedAt)
                                    .apply(this),
                            of(Redelegated.class, Redelegated::redelegatedAt).apply(this))
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        private void has(String id, String name) {
            agency = id;
            agencyName = name;
        }

        void take(Event event) {
            last.put(event.getClass(), event);
            switch (event) {
                case Dispatched it -> has(it.agency(), it.agencyName());
                case MoveCalledOff it -> has(it.agency(), it.agencyName());
                default -> {
                    // It stays where it is.
                }
            }
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
