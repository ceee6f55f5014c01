package id.tanggap.routing.cases;

import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.RoutingEvent.ClockMet;
import id.tanggap.messaging.EventWriter;
import id.tanggap.messaging.Outbox;
import id.tanggap.messaging.OutgoingEvent;
import id.tanggap.messaging.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** An answer meets the promise, in time or late, and there is nothing left to wait for. */
@ApplicationScoped
class Answers {
    private static final String MEET = """
            with answer as (
                select * from unnest($1::uuid[], $2::timestamptz[]) as answer (id, at)
            ), disarmed as (
                delete from timer using answer where timer.complaint_id = answer.id and timer.kind = $3
                returning 1
            ), answered as (
                update dispatch_case set answered_at = answer.at from answer
                where complaint_id = answer.id and answered_at is null
            )
            update clock set met_at = answer.at from answer
            where clock.complaint_id = answer.id and clock.kind = $3 and clock.met_at is null
              -- The timer is locked before the clock, as by who fires deadlines.
              and (select count(*) from disarmed) >= 0
            returning clock.complaint_id, clock.due_at, clock.met_at
            """;

    private final Outbox outbox;
    private final EventWriter events;

    Answers(Outbox outbox, EventWriter events) {
        this.outbox = outbox;
        this.events = events;
    }

    Uni<Void> meet(SqlConnection transaction, List<ReceivedEvent> received) {
        // The first answer of a complaint counts.
        var answers = new TreeMap<UUID, ReceivedEvent>();
        var times = new TreeMap<UUID, OffsetDateTime>();
        for (var event : received) {
            if (event.event() instanceof AnswerPublished answer) {
                answers.putIfAbsent(event.envelope().subject(), event);
                times.putIfAbsent(
                        event.envelope().subject(), answer.answeredAt().atOffset(ZoneOffset.UTC));
            }
        }
        if (answers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(MEET)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(answers.keySet().toArray(UUID[]::new))
                        .addArrayOfOffsetDateTime(times.values().toArray(OffsetDateTime[]::new))
                        .addString(ClockKind.PROMISE.name()))
                .chain(rows -> {
                    var met = new ArrayList<OutgoingEvent>(rows.size());
                    rows.forEach(row -> met.add(met(row, answers)));
                    return outbox.append(transaction, met);
                });
    }

    private OutgoingEvent met(Row row, Map<UUID, ReceivedEvent> answers) {
        var due = row.getOffsetDateTime("due_at").toInstant();
        var met = row.getOffsetDateTime("met_at").toInstant();
        return events.write(
                new ClockMet(ClockKind.PROMISE, due, met, met.isAfter(due)),
                Objects.requireNonNull(answers.get(row.getUUID("complaint_id"))).envelope());
    }
}
