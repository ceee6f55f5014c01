package id.tanggap.response.projection;

import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintSupplemented;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.OmbudsmanAgreed;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Puts cases on the desk. One statement per topic and batch; each writes its own columns, so that the order in which
 * topics are read does not matter. Rows in the order of their ids, so that two channels wait for each other instead of
 * locking each other out.
 */
@ApplicationScoped
public class DeskProjection {
    /** What the desk shows. */
    public static final Interest INTEREST = Interest.in(List.of(
                    ComplaintReceived.class,
                    MaskedAnew.class,
                    ComplainantReplied.class,
                    ComplaintWithdrawn.class,
                    ObjectionRaised.class,
                    ComplaintSupplemented.class,
                    OmbudsmanAgreed.class,
                    ComplaintsLinked.class,
                    ComplaintsUnlinked.class,
                    ForwardedToGroup.class,
                    ClaimedFromGroup.class,
                    GroupStayedSilent.class,
                    DestinationProposed.class,
                    Dispatched.class,
                    ReturnedAsMisrouted.class,
                    Redelegated.class,
                    ReferredOutside.class,
                    ReplyOverdue.class,
                    CaseClosed.class,
                    Accepted.class,
                    DispositionIssued.class,
                    DivisionAnswered.class,
                    InformationRequested.class,
                    AnswerPublished.class,
                    Resolved.class,
                    ActRefused.class,
                    MoveCalledOff.class))
            .and(ClockStarted.class, it -> it.clock() != ClockKind.CEILING)
            .and(ClockPaused.class, it -> it.clock() != ClockKind.CEILING)
            .and(ClockResumed.class, it -> it.clock() != ClockKind.CEILING)
            .and(ClockMoved.class, it -> it.clock() != ClockKind.CEILING)
            .and(ClockMet.class, it -> it.clock() != ClockKind.CEILING)
            .and(DeadlineMissed.class, it -> it.clock() == ClockKind.PROMISE);

    /** Where it is put: what is in use, or what is being built anew beside it. */
    enum Tables {
        IN_USE("desk_case", "case_text"),
        REBUILT("rebuilt_case", "rebuilt_text");

        private final String cases;
        private final String texts;

        Tables(String cases, String texts) {
            this.cases = cases;
            this.texts = texts;
        }

        private String in(String sql) {
            return sql.replace("desk_case", cases).replace("case_text", texts);
        }
    }

    private static final String RECEIVED = """
            with told as (
                select * from %s
            ),
            worded as (
                insert into case_text (case_id, government, title, text, address, lat, lon, words, attachments)
                select id, government, title, text, address, lat, lon, words::tsvector, attachments::jsonb from told
                on conflict (case_id) do update
                set title = excluded.title, text = excluded.text, address = excluded.address, lat = excluded.lat,
                    lon = excluded.lon, words = excluded.words, attachments = excluded.attachments
            )
            insert into desk_case (id, government, number, channel, type, visibility, category, region_code, received_at)
            select id, government, number, channel, type, visibility, category, region_code, received_at from told
            order by id
            on conflict (id) do update
            set number = excluded.number, channel = excluded.channel, type = excluded.type,
                visibility = excluded.visibility, category = excluded.category, region_code = excluded.region_code,
                received_at = excluded.received_at
            """.formatted(Received.ROWS.as("told"));
    private static final String MET = """
            insert into desk_case (%1$s) select %1$s from %2$s order by id
            on conflict (id) do nothing
            """.formatted(Told.CASES.names(), Told.CASES.as("met"));
    private static final String TOLD = """
            with held as (select id from desk_case where id = any($1) order by id for update)
            update desk_case as known set
                agency = case when told.taken then told.agency else coalesce(told.agency, known.agency) end,
                assignee = case when not told.taken then assignee end,
                assignee_name = case when not told.taken then assignee_name end,
                division = case when not told.taken then division end,
                division_name = case when not told.taken then division_name end,
                division_due_at = case when not told.taken then division_due_at end,
                approval_requested = approval_requested and not told.taken,
                agency_name = coalesce(told.agency_name, known.agency_name),
                dispatch_reason = coalesce(told.dispatch_reason, known.dispatch_reason),
                hop = coalesce(told.hop, known.hop),
                dispatched_at = coalesce(told.dispatched_at, known.dispatched_at),
                due_at = coalesce(told.due_at, known.due_at),
                clocks = jsonb_strip_nulls(
                    case when told.taken then jsonb_build_object('PROMISE', known.clocks -> 'PROMISE') else known.clocks end
                    || told.clocks::jsonb),
                history = known.history || told.history::jsonb
            from held join %s on told.id = held.id
            where known.id = held.id
            """.formatted(Told.ROWS.as("told"));

    private final Governments governments;

    DeskProjection(Governments governments) {
        this.governments = governments;
    }

    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        return record(transaction, events, Tables.IN_USE).chain(() -> Consequences.of(transaction, events));
    }

    /** Only what was told. */
    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events, Tables tables) {
        var received = new TreeMap<UUID, Received>();
        var told = new TreeMap<UUID, Told>();
        for (var event : events) {
            var about = event.envelope();
            if (event.event() instanceof ComplaintReceived it) {
                received.put(about.subject(), new Received(about.subject(), about.government(), it));
            } else if (Told.isNews(event.event())) {
                told.computeIfAbsent(about.subject(), _ -> new Told(about))
                        .hear(event, governments.find(about.government()));
            }
        }
        return write(transaction, tables.in(RECEIVED), Received.ROWS, received.values())
                .chain(() -> write(transaction, tables.in(MET), Told.CASES, told.values()))
                .chain(() -> write(transaction, tables.in(TOLD), Told.ROWS, told.values()))
                .chain(() -> WordsAnew.write(transaction, events, tables::in));
    }

    private static <T> Uni<Void> write(SqlConnection transaction, String sql, Rows<T> columns, Collection<T> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(columns.tuple(rows)).replaceWithVoid();
    }
}
