package id.tanggap.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.contracts.event.ConversationEvent.ReplyDue;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.notification.delivery.Delivery.Settled;
import id.tanggap.notification.ladder.Ladder;
import id.tanggap.notification.reach.ReachedAnswers.Owed;
import id.tanggap.notification.sender.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The ledger in PostgreSQL. */
@ApplicationScoped
class Deliveries {
    /**
     * Locks the recipients in one order, also those that change nothing: an answer and its complaint, taken side by
     * side by two consumers, would otherwise each miss what the other writes.
     */
    private static final String KNOW = """
            insert into recipient as known (complaint_id, number, reachable_by, secret, anonymous)
            select complaint_id, number, string_to_array(reachable_by, ','), secret, anonymous
            from %s
            order by complaint_id
            on conflict (complaint_id) do update
            set number = excluded.number, reachable_by = excluded.reachable_by, secret = excluded.secret,
                anonymous = excluded.anonymous
            where known.number is null and excluded.number is not null
            """.formatted(Recipient.ROWS.as("told"));

    /**
     * What is known of the citizen of a row, and the first rung that the citizen has; null when there is none. Without the
     * offset PostgreSQL would look for the rung at every mention.
     */
    private static final String CITIZEN_OF = """
            lateral (
                select secret,
                       (select way from unnest($3::text[]) with ordinality as ladder (way, height)
                        where way = any (reachable_by) order by height limit 1) as rung
                from recipient where recipient.complaint_id = %s.complaint_id and number is not null
                offset 0) as citizen
            """;

    private static final Rows<PlannedDelivery> PLANNED = PlannedDelivery.ROWS.from(4);

    /**
     * Each begins on the first rung that its citizen has, or ends at once when there is none; on any rung it waits where the
     * citizen is not known yet. What was planned already stands on its own rung by now, or on several, so that the way is not
     * asked for; those who plan for a complaint do so one after the other ({@link #KNOW}). Of a secret complaint no words go
     * out. Where to turn outside is the same advice for everybody, so that its event carries it for secret complaints too; in
     * a message it would give away what they are about.
     */
    private static final String PLAN = """
            insert into delivery (%1$s, way, state, next_attempt_at, try_until, created_at, updated_at)
            select %2$s, coalesce(rung, ($3::text[])[1]),
                   case when secret is not null and rung is null then 'NO_ADDRESS' else 'PENDING' end,
                   case when rung is not null then $1::timestamptz end,
                   case when rung is not null then $2::timestamptz end, $1, $1
            from %3$s left join %4$s on true
            where not exists (
                select from delivery as known
                where known.complaint_id = planned.complaint_id and known.message = planned.message
                  and known.happened_at = planned.happened_at)
            on conflict (complaint_id, message, way, happened_at) do nothing
            returning id, complaint_id, government, message, traceparent, state,
                      state = 'PENDING' and next_attempt_at is null as waits
            """.formatted(
            PLANNED.names(),
            PLANNED.names()
                    .replace("words", "case when secret is null or rung is not null and not secret then words end"),
            PLANNED.as("planned"),
            CITIZEN_OF.formatted("planned"));

    /** What was planned before its citizen was known. Mostly there is none: what an event calls for it mostly follows. */
    private static final String MAKE_DUE = """
            update delivery
            set way = coalesce(rung, waiting.way),
                state = case when rung is null then 'NO_ADDRESS' else 'PENDING' end,
                next_attempt_at = case when rung is not null then $1::timestamptz end,
                try_until = case when rung is not null then $2::timestamptz end,
                words = case when rung is not null and not secret then waiting.words end,
                updated_at = $1
            from delivery as waiting, %s
            where delivery.id = waiting.id and waiting.state = 'PENDING' and waiting.next_attempt_at is null
              and waiting.complaint_id = any ($4)
            returning delivery.id, delivery.complaint_id, delivery.government, delivery.message, delivery.traceparent,
                      delivery.state
            """.formatted(CITIZEN_OF.formatted("waiting"));

    /** What a conversation says goes out in its order: the next begins when the one before it is done with. */
    private static final String IN_TURN = """
            (delivery.message <> 'DIALOGUE' or not exists (
                select from delivery as earlier
                where earlier.complaint_id = delivery.complaint_id and earlier.message = 'DIALOGUE'
                  and earlier.happened_at < delivery.happened_at and earlier.state in ('PENDING', 'SENDING')))
            """;

    /** An expired lease is just another due time. What has no sender here waits for a replica that has one. */
    private static final String CLAIM = """
            with due as materialized (
                select id, state from delivery where next_attempt_at <= $1 and way = any ($4) and %s
                order by next_attempt_at limit $3
                for update skip locked)
            update delivery
            set state = 'SENDING', attempts = attempts + 1, next_attempt_at = $2, updated_at = $1
            from due, recipient
            where delivery.id = due.id and recipient.complaint_id = delivery.complaint_id
            returning delivery.*, recipient.number, recipient.reachable_by, due.state = 'SENDING' as repeated
            """.formatted(IN_TURN);

    /** Conversations, and the citizens of deliveries, in the one order in which all lock them. */
    private static final String HOLD = """
            select from recipient
            where complaint_id in (select unnest($1::uuid[]) union select complaint_id from delivery where id = any ($1))
            order by complaint_id
            for update
            """;

    private static final String REPORTED = """
            select delivery.*, recipient.number, recipient.reachable_by, false as repeated
            from delivery join recipient using (complaint_id)
            where delivery.id = $1
            """;

    private static final String UNREPORTED = """
            select delivery.*, recipient.number, recipient.reachable_by, false as repeated
            from delivery join recipient using (complaint_id)
            where report_until <= $1 and state = 'UNKNOWN' and way = any ($2)
            order by report_until
            limit 100
            """;

    private static final String FORGET = """
            update delivery set words = null, report_until = null where report_until <= $1 and state <> 'UNKNOWN'
            returning complaint_id, government, message, traceparent, way, state
            """;

    /** Each has its own moment, so that those of one conversation have an order. */
    private static final String REPLY = """
            insert into delivery (id, complaint_id, government, message, happened_at, traceparent, way, state,
                                  next_attempt_at, try_until, created_at, updated_at)
            select $1, $2, $3, 'DIALOGUE',
                   greatest($4::timestamptz, (
                       select max(happened_at) + interval '1 microsecond' from delivery
                       where complaint_id = $2 and message = 'DIALOGUE')),
                   $5, $6, 'PENDING', $7, $8, $7, $7
            on conflict do nothing
            """;

    /**
     * Only he who holds the lease settles an attempt, except that a message which is out is out, even when the lease was lost
     * meanwhile. Of an attempt that failed, says the provider, he who made it has nothing more to say. The recipient is held from here on, so that the events of one complaint are numbered in their order.
     */
    private static final String SETTLE = """
            update delivery
            set state = $3, next_attempt_at = $4, last_cause = coalesce($5, last_cause), updated_at = $6,
                try_until = coalesce($9, try_until),
                words = case when $3 in ('PENDING', 'UNKNOWN') or $10::timestamptz is not null then words end,
                report_until = $10,
                failed_attempt = case when $11 and not $8 then attempts else failed_attempt end
            from (select complaint_id from recipient
                  where complaint_id = (select complaint_id from delivery where id = $1) for update) as held
            where id = $1 and delivery.complaint_id = held.complaint_id and state = any ($7) and (attempts = $2 or $8)
              and (case when $11 then $3 <> 'SENT' or attempts > coalesce(failed_attempt, 0)
                   else $2 > coalesce(failed_attempt, 0) end)
            returning old.state
            """;

    /** The same message on another way: what it says of itself is taken from the one that failed. */
    private static final String GO_DOWN = """
            insert into delivery (id, way, state, next_attempt_at, try_until, words, created_at, updated_at,
                                  complaint_id, government, message, happened_at, agency, traceparent)
            select $2, $3, 'PENDING', $5, $6, $4, $5, $5,
                   complaint_id, government, message, happened_at, agency, traceparent
            from delivery where id = $1
            on conflict (complaint_id, message, way, happened_at) do nothing
            """;

    private static final Rows<Delivery> CLAIMS = Delivery.CLAIMS.from(2);
    private static final String GIVE_BACK = """
            update delivery set state = 'PENDING', next_attempt_at = $1, updated_at = $1
            from %s
            where delivery.id = claimed.id and delivery.attempts = claimed.attempts and state = 'SENDING'
            """.formatted(CLAIMS.as("claimed"));

    private static final String BACKLOG = """
            select (select min(next_attempt_at) from delivery
                    where next_attempt_at is not null and way = any ($1) and %s) as next_due,
                   (select min(created_at) from delivery where state in ('PENDING', 'SENDING')) as oldest
            """.formatted(IN_TURN);

    private final Pool pool;
    private final Ladder ladder;

    Deliveries(Pool pool, Ladder ladder) {
        this.pool = pool;
        this.ladder = ladder;
    }

    Uni<Void> know(SqlClient transaction, List<Recipient> recipients) {
        return transaction
                .preparedQuery(KNOW)
                .execute(Recipient.ROWS.tuple(recipients))
                .replaceWithVoid();
    }

    /** Returns what those became whose citizen is known; the others wait. */
    Uni<List<Begun>> plan(SqlClient transaction, List<PlannedDelivery> planned, Instant now, Instant tryUntil) {
        return transaction
                .preparedQuery(PLAN)
                .execute(PLANNED.addTo(Tuple.of(utc(now), utc(tryUntil), rungs()), planned))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> !row.getBoolean("waits"))
                        .map(Begun::of)
                        .toList());
    }

    /** Those that waited for their citizen to be known begin, or end at once for want of a way; returns what they became. */
    Uni<List<Begun>> makeDue(SqlClient transaction, Collection<UUID> complaints, Instant now, Instant tryUntil) {
        return transaction
                .preparedQuery(MAKE_DUE)
                .execute(Tuple.of(utc(now), utc(tryUntil), rungs(), complaints.toArray(UUID[]::new)))
                .map(rows -> list(rows, Begun::of));
    }

    Uni<List<Delivery>> claim(int limit, Instant now, Instant leaseEnd) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now), utc(leaseEnd), limit, rungs()))
                .map(rows -> list(rows, Delivery::of));
    }

    /** Gives the state before; null when the delivery was not to be settled like this any more. */
    Uni<@Nullable DeliveryState> settle(SqlClient transaction, Settled settled, Instant now) {
        var delivery = settled.delivery();
        var next = settled.next();
        return transaction
                .preparedQuery(SETTLE)
                .execute(Tuple.tuple()
                        .addUUID(delivery.errand().id())
                        .addInteger(delivery.attempts())
                        .addString(next.state().name())
                        .addOffsetDateTime(next.attemptAt() == null ? null : utc(next.attemptAt()))
                        .addString(next.cause())
                        .addOffsetDateTime(utc(now))
                        .addArrayOfString(names(settled.gaveWay()))
                        .addBoolean(next.state().isOut())
                        .addOffsetDateTime(next.tryUntil() == null ? null : utc(next.tryUntil()))
                        .addOffsetDateTime(settled.reportUntil() == null ? null : utc(settled.reportUntil()))
                        .addBoolean(settled.reported()))
                .map(rows -> list(rows, Deliveries::state).stream().findFirst().orElse(null));
    }

    /** Nobody settles or plans anything of them until the transaction ends. */
    Uni<Void> hold(SqlClient transaction, List<UUID> conversationsAndDeliveries) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(conversationsAndDeliveries.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** What a report is about; null when it is nothing of ours. */
    Uni<@Nullable Delivery> reported(SqlClient transaction, UUID id) {
        return transaction
                .preparedQuery(REPORTED)
                .execute(Tuple.of(id))
                .map(rows -> list(rows, Delivery::of).stream().findFirst().orElse(null));
    }

    /** Of which no report came in time. */
    Uni<List<Delivery>> unreported(Instant now) {
        return pool.preparedQuery(UNREPORTED)
                .execute(Tuple.of(utc(now), rungs()))
                .map(rows -> list(rows, Delivery::of));
    }

    /** No failure is reported any more of what was out so long ago; its words go. */
    Uni<List<Silent>> forgetWords(SqlClient transaction, Instant now) {
        return transaction
                .preparedQuery(FORGET)
                .execute(Tuple.of(utc(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> state(row) == DeliveryState.SENT)
                        .map(Silent::of)
                        .toList());
    }

    /** Plans what a conversation answers, due at once. What stands in the ledger already stays as it is. */
    Uni<Void> reply(SqlClient transaction, ReceivedEvent due, ContactWay way, Instant now, Instant tryUntil) {
        var it = (ReplyDue) due.event();
        return transaction
                .preparedQuery(REPLY)
                .execute(Tuple.tuple()
                        .addUUID(it.reply())
                        .addUUID(due.envelope().subject())
                        .addString(due.envelope().government())
                        .addOffsetDateTime(utc(it.dueAt()))
                        .addString(due.envelope().traceparent())
                        .addString(way.name())
                        .addOffsetDateTime(utc(now))
                        .addOffsetDateTime(utc(tryUntil)))
                .replaceWithVoid();
    }

    /** Plans the same message on the next rung, due at once. */
    Uni<Void> goDown(SqlClient transaction, Delivery failed, ContactWay way, Instant now, Instant tryUntil) {
        return transaction
                .preparedQuery(GO_DOWN)
                .execute(Tuple.of(
                        failed.errand().id(),
                        UuidCreator.getTimeOrderedEpoch(),
                        way.name(),
                        failed.errand() instanceof Message message ? message.words() : null,
                        utc(now),
                        utc(tryUntil)))
                .replaceWithVoid();
    }

    /** Ends the lease of deliveries that a closing worker could not finish. */
    Uni<Void> giveBack(Collection<Delivery> unfinished, Instant now) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(CLAIMS.addTo(Tuple.of(utc(now)), unfinished))
                .replaceWithVoid();
    }

    Uni<Backlog> backlog() {
        return pool.preparedQuery(BACKLOG).execute(Tuple.of(rungs())).map(rows -> {
            var row = rows.iterator().next();
            return new Backlog(instant(row, "next_due"), instant(row, "oldest"));
        });
    }

    private String[] rungs() {
        return names(ladder.rungs());
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static DeliveryState state(Row row) {
        return DeliveryState.valueOf(row.getString("state"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    /** What a delivery became whose citizen is known. */
    record Begun(UUID id, DeliveryState state, Owed owed) {
        private static Begun of(Row row) {
            return new Begun(row.getUUID("id"), Deliveries.state(row), Owed.of(row));
        }
    }

    /** What is out, and of which the provider said nothing more in time. */
    record Silent(ContactWay way, Owed owed) {
        private static Silent of(Row row) {
            return new Silent(ContactWay.valueOf(row.getString("way")), Owed.of(row));
        }
    }

    /**
     * What waits.
     *
     * @param nextDue may lie in the past
     * @param oldest when the oldest unfinished delivery was planned
     */
    record Backlog(@Nullable Instant nextDue, @Nullable Instant oldest) {}
}
