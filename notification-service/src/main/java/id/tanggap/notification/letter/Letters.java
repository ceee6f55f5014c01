package id.tanggap.notification.letter;

import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.notification.reach.ReachedAnswers;
import id.tanggap.notification.reach.ReachedAnswers.Owed;
import id.tanggap.rest.PageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The list that officers print from. */
@ApplicationScoped
class Letters {
    private static final String OPEN = """
            select letter.*, number from letter join recipient using (complaint_id)
            where government = $1 and done_at is null and (since, id) > ($2, $3)
            order by since, id limit $4
            """;
    private static final String DONE = """
            select letter.*, number from letter join recipient using (complaint_id)
            where government = $1 and done_at is not null and (done_at, id) < ($2, $3)
            order by done_at desc, id desc limit $4
            """;
    /** Whoever ticks it off first did it. */
    private static final String TICK_OFF = """
            update letter
            set done_at = coalesce(done_at, $3), done_by = coalesce(done_by, $4),
                remark = case when done_at is null then $5 else remark end
            where id = $1 and government = $2
            returning complaint_id, government, message, null::text as traceparent, done_at = $3 as first
            """;

    private static final PageKey OLDEST = new PageKey(Instant.EPOCH, new UUID(0, 0));
    private static final PageKey NEWEST = new PageKey(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    private final Pool pool;
    private final Outbox outbox;
    private final ReachedAnswers reached;
    private final InstantSource time;

    Letters(Pool pool, Outbox outbox, ReachedAnswers reached, InstantSource time) {
        this.pool = pool;
        this.outbox = outbox;
        this.reached = reached;
        this.time = time;
    }

    /** Those to be printed, the oldest first. */
    Uni<List<LetterView>> open(String government, @Nullable PageKey after, int limit) {
        return page(OPEN, government, after == null ? OLDEST : after, limit);
    }

    /** Those that were ticked off, the latest first. */
    Uni<List<LetterView>> done(String government, @Nullable PageKey after, int limit) {
        return page(DONE, government, after == null ? NEWEST : after, limit);
    }

    private Uni<List<LetterView>> page(String statement, String government, PageKey from, int limit) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(government, from.time().atOffset(ZoneOffset.UTC), from.id(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LetterView::of)
                        .toList());
    }

    /** False when the government has no such letter, or none any more. */
    Uni<Boolean> tickOff(UUID letter, String government, String officer, @Nullable String remark) {
        var now = time.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return outbox.inTransaction(transaction -> transaction
                .preparedQuery(TICK_OFF)
                .execute(Tuple.of(letter, government, now, officer, remark))
                .call(rows -> reached.tell(transaction, firstOf(rows), Reached.POSTED, null))
                .map(rows -> rows.rowCount() > 0));
    }

    private static List<Owed> firstOf(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getBoolean("first"))
                .map(Owed::of)
                .toList();
    }
}
