package id.tanggap.intake.masking;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import id.tanggap.messaging.outbox.Outbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all complaints and masks anew what was told of them, in the background and some in each transaction with how far
 * it came: after a crash it goes on from there, and replicas take turns. It stands behind the complaints that come in: when
 * many events wait to be told, it waits.
 */
@ApplicationScoped
class MaskingAnew {
    private static final Logger LOG = Logger.getLogger(MaskingAnew.class);
    /** Another replica may have begun, or have ended amid it. */
    private static final Pace PACE = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(1));

    private static final Duration UNTIL_TOLD = Duration.ofMillis(50);
    private static final int MOST_UNTOLD = 200;

    /** One under way stays as it is. */
    private static final String BEGIN = """
            insert into masking_anew as known (asked_at, asked_by, request) values ($1, $2, $3)
            on conflict (only_one) do update
            set asked_at = excluded.asked_at, asked_by = excluded.asked_by, request = excluded.request,
                position = '00000000-0000-0000-0000-000000000000', since = null, through = null, done = 0,
                left_alone = 0, ended_at = null
            where known.ended_at is not null and (known.request = excluded.request) is not true
            """;

    private static final String BEGUN_FOR = "select from masking_anew where request = $1";
    private static final String PROGRESS = "select * from masking_anew";
    private static final String UNDER_WAY = """
            select position, asked_at,
                   exists (select from outbox order by seq desc offset %d limit 1) as many_wait
            from masking_anew where ended_at is null for update
            """.formatted(MOST_UNTOLD);
    private static final String ADVANCE = """
            update masking_anew
            set position = $1, since = coalesce(since, $2), through = $3, done = done + $4, left_alone = left_alone + $5
            """;
    private static final String END = "update masking_anew set ended_at = $1 returning done, left_alone";

    private final Pool pool;
    private final Outbox outbox;
    private final WordsInVault vault;
    private final InstantSource time;
    private final Watch watch;

    MaskingAnew(Pool pool, Outbox outbox, WordsInVault vault, InstantSource time, Vertx vertx) {
        this.pool = pool;
        this.outbox = outbox;
        this.vault = vault;
        this.time = time;
        this.watch = new Watch("Masking anew", vertx, PACE, this::look);
    }

    /**
     * How far it came.
     *
     * @param since when the first complaint came
     * @param through when the last one came that was done
     * @param leftAlone complaints whose person was erased, or whose entry in the vault does not open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MaskingProgress(
            Instant askedAt,
            @Nullable Instant since,
            @Nullable Instant through,
            long done,
            long leftAlone,
            @Nullable Instant endedAt) {

        static MaskingProgress of(Row row) {
            return new MaskingProgress(
                    row.getOffsetDateTime("asked_at").toInstant(),
                    instant(row, "since"),
                    instant(row, "through"),
                    row.getLong("done"),
                    row.getLong("left_alone"),
                    instant(row, "ended_at"));
        }

        private static @Nullable Instant instant(Row row, String column) {
            var value = row.getOffsetDateTime(column);
            return value == null ? null : value.toInstant();
        }
    }

    void start(@Observes StartupEvent event) {
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    /**
     * Begins, unless it did at the same request.
     *
     * @param by the operator
     * @param request by which it is known should it come again; null when it cannot be
     * @return false when it is under way by another request
     */
    Uni<Boolean> begin(String by, @Nullable UUID request) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(now(), by, request))
                .chain(begun -> begun.rowCount() > 0
                        ? Uni.createFrom().item(true)
                        : pool.preparedQuery(BEGUN_FOR)
                                .execute(Tuple.of(request))
                                .map(rows -> rows.size() > 0))
                .invoke(watch::wake);
    }

    /** Null when it was never asked for. */
    Uni<@Nullable MaskingProgress> progress() {
        return pool.query(PROGRESS)
                .execute()
                .map(rows -> rows.size() == 0
                        ? null
                        : MaskingProgress.of(rows.iterator().next()));
    }

    private Uni<Duration> look() {
        return outbox.inTransaction(transaction -> transaction
                .query(UNDER_WAY)
                .execute()
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(PACE.longestSleep())
                        : goOn(transaction, rows.iterator().next())));
    }

    private Uni<Duration> goOn(SqlConnection transaction, Row round) {
        return round.getBoolean("many_wait")
                ? Uni.createFrom().item(UNTIL_TOLD)
                : vault.maskAnew(transaction, round.getUUID("position"), round.getOffsetDateTime("asked_at"))
                        .chain(done -> done == null ? end(transaction) : advance(transaction, done));
    }

    private static Uni<Duration> advance(SqlConnection transaction, WordsInVault.Done done) {
        return transaction
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(
                        done.last(), done.since(), done.through(), (long) done.complaints(), (long) done.leftAlone()))
                .replaceWith(Duration.ZERO);
    }

    private Uni<Duration> end(SqlConnection transaction) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(now()))
                .invoke(rows -> tell(rows.iterator().next()))
                .replaceWith(PACE.longestSleep());
    }

    private static void tell(Row round) {
        LOG.infof(
                "%d complaints are masked anew, but for %d left alone",
                round.getLong("done"), round.getLong("left_alone"));
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
