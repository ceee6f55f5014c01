package id.tanggap.intake.complaint;

import id.tanggap.intake.attachment.Claim;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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

    private static final Rows<NewComplaint> COMPLAINTS = Rows.of(NewComplaint.class)
            .uuid("id", NewComplaint::id)
            .text("government", NewComplaint::government)
            .text("number", complaint -> complaint.received().number())
            .text("channel", complaint -> complaint.received().channel().name())
            .text("type", complaint -> complaint.received().type().name())
            .text("visibility", complaint -> complaint.received().visibility().name())
            .text("category", complaint -> complaint.received().category())
            .text("region_code", ComplaintStore::region)
            .time("received_at", complaint -> complaint.received().receivedAt())
            .bytes("idempotency_key", complaint -> ifGiven(complaint.idempotency(), IdempotencyKey::key))
            .bytes("request_hash", complaint -> ifGiven(complaint.idempotency(), IdempotencyKey::request))
            .text("taken_by", NewComplaint::takenBy);
    private static final Rows<NewComplaint> VAULT = Rows.of(NewComplaint.class)
            .uuid("complaint_id", NewComplaint::id)
            .bytes("wrapped_key", complaint -> complaint.sealed().wrappedKey())
            .bytes("sealed", complaint -> complaint.sealed().content())
            .bytes("secret_hash", complaint -> complaint.sealed().secretHash())
            .after(COMPLAINTS);
    private static final Rows<OutgoingEvent> EVENTS = Outbox.ROWS.after(VAULT);
    private static final Rows<Claim> CLAIMS = Claim.ROWS.after(EVENTS);

    private static final String WRITTEN = "with accepted as (%s), sealed as (%s)"
            .formatted(COMPLAINTS.insertInto("complaint"), VAULT.insertInto("vault"));
    private static final String INSERT = WRITTEN + " " + EVENTS.insertInto(Outbox.TABLE);
    private static final String INSERT_WITH_FILES =
            WRITTEN + ", " + Claim.made(CLAIMS) + EVENTS.insertInto(Outbox.TABLE);

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
            var mayGo = inFlight.incrementAndGet() <= groupsInFlight;
            var group = mayGo ? nextGroup() : List.<Waiting>of();
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
                .deferred(() -> write(group))
                // A server that is gone without a word must not hold the queue.
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> write(List<NewComplaint> group) {
        var values = values(group);
        var claims = claims(group);
        return claims.isEmpty()
                ? pool.preparedQuery(INSERT).execute(values)
                : pool.preparedQuery(INSERT_WITH_FILES).execute(CLAIMS.addTo(values, claims));
    }

    private static Tuple values(List<NewComplaint> group) {
        var values = COMPLAINTS.tuple(group);
        VAULT.addTo(values, group);
        return EVENTS.addTo(values, group.stream().map(NewComplaint::event).toList());
    }

    /** In one order, so that two groups wait for each other instead of locking each other out. */
    private static List<Claim> claims(List<NewComplaint> group) {
        return group.stream()
                .flatMap(complaint -> complaint.claims().stream())
                .sorted(Comparator.comparing(Claim::attachment))
                .toList();
    }

    private static byte @Nullable [] ifGiven(@Nullable IdempotencyKey key, Function<IdempotencyKey, byte[]> part) {
        return key == null ? null : part.apply(key);
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
