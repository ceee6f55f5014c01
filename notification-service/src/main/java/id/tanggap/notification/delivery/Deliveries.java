package id.tanggap.notification.delivery;

import id.tanggap.messaging.Rows;
import id.tanggap.notification.delivery.Delivery.Next;
import id.tanggap.rest.PageKey;
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
            insert into recipient as known (complaint_id, number, reachable_by, secret)
            select complaint_id, number, string_to_array(reachable_by, ','), secret
            from %s
            order by complaint_id
            on conflict (complaint_id) do update
            set number = excluded.number, reachable_by = excluded.reachable_by, secret = excluded.secret
            where known.number is null and excluded.number is not null
            """.formatted(Recipient.ROWS.as("told"));

    private static final Rows<PlannedDelivery> PLANNED = PlannedDelivery.ROWS.from(2);

    private static final String PLAN = """
            insert into delivery (%1$s, way, state, created_at, updated_at)
            select %1$s, 'EMAIL', 'PENDING', $1, $1 from %2$s
            on conflict (complaint_id, message, way, happened_at) do nothing
            """.formatted(PLANNED.names(), PLANNED.as("planned"));

    /**
     * Of a secret complaint no words are mailed. Where to turn outside is the same advice for everybody, so that its event
     * carries it for secret complaints too; in a mail it would give away what they are about.
     */
    private static final String MAKE_DUE = """
            update delivery
            set state = case when way = any (reachable_by) then 'PENDING' else 'NO_ADDRESS' end,
                next_attempt_at = case when way = any (reachable_by) then $2::timestamptz end,
                try_until = case when way = any (reachable_by) then $3::timestamptz end,
                words = case when way = any (reachable_by) and not secret then words end,
                updated_at = $2
            from recipient
            where delivery.complaint_id = any ($1) and recipient.complaint_id = delivery.complaint_id
              and number is not null and state = 'PENDING' and next_attempt_at is null
            returning state
            """;

    /** An expired lease is just another due time. */
    private static final String CLAIM = """
            with due as materialized (
                select id from delivery where next_attempt_at <= $1 order by next_attempt_at limit $3
                for update skip locked)
            update delivery
            set state = 'SENDING', attempts = attempts + 1, next_attempt_at = $2, updated_at = $1
            from due, recipient
            where delivery.id = due.id and recipient.complaint_id = delivery.complaint_id
            returning delivery.*, recipient.number
            """;

    /**
     * Only he who holds the lease settles an attempt, except that a message which is out is out: SENT holds even when the
     * lease was lost meanwhile.
     */
    private static final String SETTLE = """
            update delivery
            set state = $3, next_attempt_at = $4, last_cause = coalesce($5, last_cause), updated_at = $6,
                words = case when $4::timestamptz is not null then words end
            where id = $1
              and ((state = 'SENDING' and attempts = $2) or ($3 = 'SENT' and state in ('PENDING', 'SENDING')))
            """;

    private static final Rows<Delivery> CLAIMS = Delivery.CLAIMS.from(2);
    private static final String GIVE_BACK = """
            update delivery set state = 'PENDING', next_attempt_at = $1, updated_at = $1
            from %s
            where delivery.id = claimed.id and delivery.attempts = claimed.attempts and state = 'SENDING'
            """.formatted(CLAIMS.as("claimed"));

    private static final String BACKLOG = """
            select (select min(next_attempt_at) from delivery where next_attempt_at is not null) as next_due,
                   (select min(created_at) from delivery where state in ('PENDING', 'SENDING')) as oldest
            """;

    private static final String PAGE = """
            select id, complaint_id, number, message, way, state, attempts, next_attempt_at, last_cause,
                   created_at, updated_at
            from delivery join recipient using (complaint_id)
            where government = $1 and (created_at, id) < ($2, $3) %s
            order by created_at desc, id desc
            limit $4
            """;

    private static final PageKey NEWEST = new PageKey(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> know(SqlClient transaction, List<Recipient> recipients) {
        return transaction
                .preparedQuery(KNOW)
                .execute(Recipient.ROWS.tuple(recipients))
                .replaceWithVoid();
    }

    Uni<Void> plan(SqlClient transaction, List<PlannedDelivery> planned, Instant now) {
        return transaction
                .preparedQuery(PLAN)
                .execute(PLANNED.addTo(Tuple.of(utc(now)), planned))
                .replaceWithVoid();
    }

    /** Those whose recipient is known begin, or end at once for want of an address; returns what they became. */
    Uni<List<DeliveryState>> makeDue(
            SqlClient transaction, Collection<UUID> complaints, Instant now, Instant tryUntil) {
        return transaction
                .preparedQuery(MAKE_DUE)
                .execute(Tuple.of(complaints.toArray(UUID[]::new), utc(now), utc(tryUntil)))
                .map(rows -> list(rows, row -> DeliveryState.valueOf(row.getString("state"))));
    }

    Uni<List<Delivery>> claim(int limit, Instant now, Instant leaseEnd) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now), utc(leaseEnd), limit))
                .map(rows -> list(rows, Delivery::of));
    }

    /** True when the delivery was still ours to settle. */
    Uni<Boolean> settle(SqlClient transaction, Delivery delivery, Next next, Instant now) {
        return transaction
                .preparedQuery(SETTLE)
                .execute(Tuple.tuple()
                        .addUUID(delivery.message().id())
                        .addInteger(delivery.attempts())
                        .addString(next.state().name())
                        .addOffsetDateTime(next.attemptAt() == null ? null : utc(next.attemptAt()))
                        .addString(next.cause())
                        .addOffsetDateTime(utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Ends the lease of deliveries that a closing worker could not finish. */
    Uni<Void> giveBack(Collection<Delivery> unfinished, Instant now) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(CLAIMS.addTo(Tuple.of(utc(now)), unfinished))
                .replaceWithVoid();
    }

    Uni<Backlog> backlog() {
        return pool.query(BACKLOG).execute().map(rows -> {
            var row = rows.iterator().next();
            return new Backlog(instant(row, "next_due"), instant(row, "oldest"));
        });
    }

    /** A government's deliveries, the newest first. */
    Uni<List<DeliveryView>> page(String government, @Nullable DeliveryState state, @Nullable PageKey after, int limit) {
        var from = after == null ? NEWEST : after;
        var values = Tuple.of(government, utc(from.time()), from.id(), limit);
        var ofState = state == null ? "" : "and state = $5";
        return pool.preparedQuery(PAGE.formatted(ofState))
                .execute(state == null ? values : values.addString(state.name()))
                .map(rows -> list(rows, DeliveryView::of));
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

    /**
     * What waits.
     *
     * @param nextDue may lie in the past
     * @param oldest when the oldest unfinished delivery was planned
     */
    record Backlog(@Nullable Instant nextDue, @Nullable Instant oldest) {}
}
