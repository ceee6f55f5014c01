package id.tanggap.intake.attachment;

import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * At the start and once a day: removes what no complaint has claimed in time, the file before the row, and what a crash left
 * half written. Replicas may do so side by side.
 */
@ApplicationScoped
class Housekeeping {
    private static final Pace PACE = new Pace(Duration.ofDays(1), Duration.ofMinutes(1));
    /** Far longer than it takes to write a file. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final int SOME = 100;

    private static final String UNCLAIMED = """
            select id from attachment where wrapped_key is not null and uploaded_at <= $1
            order by uploaded_at limit $2 for update skip locked
            """;
    private static final String REMOVE = "delete from attachment where id = any($1)";

    private final Pool pool;
    private final AttachmentFiles files;
    private final FilesConfig config;
    private final InstantSource time;
    private final Watch watch;

    Housekeeping(Pool pool, AttachmentFiles files, FilesConfig config, InstantSource time, Vertx vertx) {
        this.pool = pool;
        this.files = files;
        this.config = config;
        this.time = time;
        this.watch = new Watch("Attachments", vertx, PACE, this::look);
    }

    void start(@Observes StartupEvent event) {
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    private Uni<Duration> look() {
        return removeUnclaimed()
                .chain(gone ->
                        gone == SOME ? Uni.createFrom().item(Duration.ZERO) : sweep().replaceWith(PACE.longestSleep()));
    }

    /** How many are gone; more may be left when it is as many as are looked at. */
    Uni<Integer> removeUnclaimed() {
        var until = time.instant().minus(config.unclaimedFor()).atOffset(ZoneOffset.UTC);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(UNCLAIMED)
                .execute(Tuple.of(until, SOME))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList())
                .chain(ids -> remove(transaction, ids)));
    }

    private Uni<Integer> remove(SqlConnection transaction, List<UUID> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(files::remove)
                .collect()
                .asList()
                .chain(() -> transaction
                        .preparedQuery(REMOVE)
                        .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new))))
                .replaceWith(ids.size());
    }

    Uni<Integer> sweep() {
        return files.sweep(time.instant().minus(GRACE));
    }
}
