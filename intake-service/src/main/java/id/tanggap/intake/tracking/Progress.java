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
import id.tanggap.intake.term.Due;
import id.tanggap.intake.term.Terms;
import id.tanggap.intake.tracking.Course.Fact;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what other services told, one statement for a batch. Rows in the order of their ids, so that two channels
 * on the same complaints wait for each other instead of locking each other out.
 */
@ApplicationScoped
public class Progress {
    /** What the citizen is told of, and who at the office has the complaint. */
    public static final Interest INTEREST = Interest.in(List.of(
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
            ActRefused.class,
            ClockStarted.class,
            ClockPaused.class,
            ClockResumed.class,
            ClockMoved.class));

    private static final Rows<Told> PROGRESS = Milestone.addTo(Rows.of(Told.class)
                    .uuid("complaint_id", Told::complaint)
                    .text("agency", Told::agency)
                    .text("agency_name", Told::agencyName)
                    .time("due_at", Told::dueAt))
            .text("institution", told -> told.of(ReferredOutside.class, ReferredOutside::institutionName))
            .text("advice", told -> told.of(ReferredOutside.class, ReferredOutside::advice));
    private static final String TELL =
            PROGRESS.insertInto("progress") + PROGRESS.supplementingBy("progress", "complaint_id");

    private static final Rows<Said> STATEMENTS = Rows.of(Said.class)
            .uuid("complaint_id", Said::complaint)
            .text("step", said -> said.statement().step().name())
            .time("said_at", said -> said.statement().at())
            .text("words", said -> said.statement().words());
    private static final String SAY = STATEMENTS.insertInto("office_statement") + "on conflict do nothing";

    private static final Rows<Given> DISPOSITIONS = Rows.of(Given.class)
            .uuid("complaint_id", Given::complaint)
            .text("agency", Given::agency)
            .text("division", Given::division);
    private static final String GIVE = DISPOSITIONS.insertInto("disposition") + "on conflict do nothing";

    private final Terms terms;

    Progress(Terms terms) {
        this.terms = terms;
    }

    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        var news = new TreeMap<UUID, Told>();
        var said = new ArrayList<Said>();
        var given = new ArrayList<Given>();
        for (var event : events) {
            var complaint = event.envelope().subject();
            var statement = saidIn(event.event());
            if (statement != null) {
                said.add(new Said(complaint, statement));
            } else if (isNews(event.event())) {
                news.computeIfAbsent(complaint, Told::new).take(event.event());
            }
            if (event.event() instanceof DispositionIssued it) {
                given.add(new Given(complaint, it.agency(), it.division()));
            }
        }
        return write(transaction, TELL, PROGRESS, news.values())
                .chain(() -> write(transaction, SAY, STATEMENTS, said))
                .chain(() -> write(transaction, GIVE, DISPOSITIONS, given))
                .chain(() -> terms.record(transaction, events))
                .chain(() -> Verdicts.write(transaction, events));
    }

    /** What an office says to the citizen, all of which is kept; null when it says nothing. */
    static @Nullable Fact saidIn(Event event) {
        return switch (event) {
            case InformationRequested it -> new Fact(Step.NEEDS_INFO, it.requestedAt(), it.question());
            case AnswerPublished it -> new Fact(Step.ANSWERED, it.answeredAt(), it.answer());
            default -> null;
        };
    }

    /** What became of what was said here is none of it, and no date but the promised one. */
    static boolean isNews(Event event) {
        var due = Due.toldBy(event);
        return due == null ? !(event instanceof IntakeEvent || event instanceof ActRefused) : due.isThePromise();
    }

    private static <T> Uni<Void> write(SqlConnection transaction, String sql, Rows<T> rows, Collection<T> values) {
        return values.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(rows.tuple(values)).replaceWithVoid();
    }

    private record Said(UUID complaint, Fact statement) {}

    private record Given(UUID complaint, String agency, String division) {}
}
