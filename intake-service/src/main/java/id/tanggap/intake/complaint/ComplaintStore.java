package id.tanggap.intake.complaint;

import id.tanggap.messaging.Columns;
import id.tanggap.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes accepted complaints: complaint, vault and outbox in one statement, and the complaints that come in while the
 * last commits are under way in the next statement together. A lone complaint never waits for company, and under load
 * one flush of the disk serves many.
 */
@ApplicationScoped
class ComplaintStore {
    private static final int LARGEST_GROUP = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String INSERT = """
            with accepted as (
                insert into complaint (id, government, number, channel, type, visibility, category, region_code,
                                       received_at, idempotency_key, request_hash, taken_by)
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                                     $7::text[], $8::text[], $9::timestamptz[], $10::bytea[], $11::bytea[], $12::text[])
            ), sealed as (
                insert into vault (complaint_id, wrapped_key, sealed, secret_hash)
                select * from unnest($1::uuid[], $13::bytea[], $14::bytea[], $15::bytea[])
            )
            insert into outbox (topic, id, type, source, subject, government, time, traceparent, payload)
            select * from unnest($16::text[], $17::uuid[], $18::text[], $19::text[], $1::uuid[], $2::text[],
                                 $20::timestamptz[], $21::text[], $22::bytea[])
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final int groupsInFlight;
    private final int longestQueue;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();

    ComplaintStore(
            Pool pool,
            Outbox outbox,
            @ConfigProperty(name = "tanggap.intake.groups-in-flight", defaultValue = "2") int groupsInFlight,
            @ConfigProperty(name = "tanggap.intake.longest-queue", defaultValue = "2000") int longestQueue) {
        this.pool = pool;
        this.outbox = outbox;
        this.groupsInFlight = groupsInFlight;
        this.longestQueue = longestQueue;
    }

    /**
     * Completes after the commit.
     *
     * <p>Fails with {@link QueueFull} when more wait than the service will get to soon, and with the server's
     * {@link PgException} when this very complaint cannot be stored.
     */
    Uni<Void> store(NewComplaint complaint) {
        return Uni.createFrom().emitter(emitter -> {
            if (queued.incrementAndGet() > longestQueue) {
                queued.decrementAndGet();
                emitter.fail(new QueueFull());
                return;
            }
            queue.add(new Waiting(complaint, emitter));
            writeNext();
        });
    }

    private void writeNext() {
        while (!queue.isEmpty()) {
            if (inFlight.incrementAndGet() > groupsInFlight) {
                inFlight.decrementAndGet();
                return;
            }
            var group = nextGroup();
            if (group.isEmpty()) {
                inFlight.decrementAndGet();
                return;
            }
            insert(group.stream().map(Waiting::complaint).toList())
                    .subscribe()
                    .with(done -> finished(group), failure -> failed(group, failure));
        }
    }

    private List<Waiting> nextGroup() {
        var group = new ArrayList<Waiting>();
        while (group.size() < LARGEST_GROUP) {
            var next = queue.poll();
            if (next == null) {
                break;
            }
            queued.decrementAndGet();
            group.add(next);
        }
        return group;
    }

    private void finished(List<Waiting> group) {
        outbox.committed();
        inFlight.decrementAndGet();
        writeNext();
        group.forEach(waiting -> waiting.emitter().complete(null));
    }

    /** One complaint at fault must not cost the others theirs: each is written alone, where it fails or not. */
    private void failed(List<Waiting> group, Throwable failure) {
        inFlight.decrementAndGet();
        writeNext();
        if (group.size() == 1 || !(failure instanceof PgException)) {
            group.forEach(waiting -> waiting.emitter().fail(failure));
            return;
        }
        for (var waiting : group) {
            insert(List.of(waiting.complaint()))
                    .invoke(outbox::committed)
                    .subscribe()
                    .with(done -> waiting.emitter().complete(null), waiting.emitter()::fail);
        }
    }

    private Uni<Void> insert(List<NewComplaint> group) {
        return Uni.createFrom()
                .deferred(() -> pool.preparedQuery(INSERT).execute(columns(group)))
                // A server that is gone without a word must not hold the queue.
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    private static Tuple columns(List<NewComplaint> group) {
        return Columns.of(group)
                .uuids(NewComplaint::id)
                .texts(NewComplaint::government)
                .texts(complaint -> complaint.received().number())
                .texts(complaint -> complaint.received().channel().name())
                .texts(complaint -> complaint.received().type().name())
                .texts(complaint -> complaint.received().visibility().name())
                .texts(complaint -> complaint.received().category())
                .texts(ComplaintStore::region)
                .times(complaint -> complaint.received().receivedAt())
                .bytes(complaint -> complaint.idempotency() == null
                        ? null
                        : complaint.idempotency().key())
                .bytes(complaint -> complaint.idempotency() == null
                        ? null
                        : complaint.idempotency().request())
                .texts(NewComplaint::takenBy)
                .bytes(complaint -> complaint.sealed().wrappedKey())
                .bytes(complaint -> complaint.sealed().content())
                .bytes(complaint -> complaint.sealed().secretHash())
                .texts(complaint -> complaint.event().topic())
                .uuids(complaint -> complaint.event().envelope().id())
                .texts(complaint -> complaint.event().envelope().type())
                .texts(complaint -> complaint.event().envelope().source())
                .times(complaint -> complaint.event().envelope().time())
                .texts(complaint -> complaint.event().envelope().traceparent())
                .bytes(complaint -> complaint.event().payload())
                .tuple();
    }

    private static @Nullable String region(NewComplaint complaint) {
        var location = complaint.received().location();
        return location == null ? null : location.regionCode();
    }

    private record Waiting(NewComplaint complaint, UniEmitter<? super Void> emitter) {}

    /** More complaints wait than can be written soon. */
    static final class QueueFull extends RuntimeException {
        private static final long serialVersionUID = 1;

        QueueFull() {
            super("Too many complaints wait to be written", null, false, false);
        }
    }
}
