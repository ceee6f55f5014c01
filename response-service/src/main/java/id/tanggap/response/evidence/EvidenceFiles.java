package id.tanggap.response.evidence;

import id.tanggap.file.content.Inspected;
import id.tanggap.file.content.Inspection;
import id.tanggap.file.scan.Clamd;
import id.tanggap.file.scan.Scanned;
import id.tanggap.file.scan.Scanner;
import id.tanggap.file.sealing.Envelope;
import id.tanggap.file.sealing.MasterKey;
import id.tanggap.file.store.Place;
import id.tanggap.file.store.Store;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is done with files, off the event loop. The service does not start without a place for them. */
@Startup
@ApplicationScoped
class EvidenceFiles {
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(EvidenceFiles.class);
    /** Nobody who reads waits behind them. */
    private static final int LOOKING_IN = 4;

    /** Each takes up to two seconds, and whoever sent it hears within thirty. */
    private static final int MOST_UPLOADS = 8;

    /** Of a scanner in trouble; it answers within a second otherwise. */
    private static final Duration SCANNING = Duration.ofSeconds(5);

    private static final int READING_AND_WRITING = 2;

    private final WorkerExecutor lookingIn;
    private final WorkerExecutor readingAndWriting;
    private final Inspection inspection;
    private final Envelope envelope;
    private final Store store;
    private final Scanner scanner;
    private final AtomicInteger uploads = new AtomicInteger();

    EvidenceFiles(Vertx vertx, FilesConfig config) {
        lookingIn = vertx.createSharedWorkerExecutor("evidence-inspection", LOOKING_IN);
        readingAndWriting = vertx.createSharedWorkerExecutor("evidence-store", READING_AND_WRITING);
        inspection = new Inspection(MOST_BYTES, config.inspectedAtOnce());
        envelope = new Envelope(
                MasterKey.read("TANGGAP_FILES_MASTER_KEY", config.masterKey().orElse("")));
        store = config.store().open();
        scanner = config.scanner().<Scanner>map(at -> Clamd.at(at, SCANNING)).orElse(Scanner.NONE);
    }

    /** Whether one more upload would wait for too long. */
    boolean isBusy() {
        return uploads.get() >= MOST_UPLOADS;
    }

    /** As it was sent. */
    Uni<Scanned> scan(Path upload) {
        return look(() -> scanner.of(Files.readAllBytes(upload)));
    }

    Uni<Inspected> inspect(Path upload) {
        return look(() -> inspection.of(upload));
    }

    private <T> Uni<T> look(Callable<T> look) {
        uploads.incrementAndGet();
        return on(lookingIn, look).onTermination().invoke(uploads::decrementAndGet);
    }

    Uni<Inspected> inspect(byte[] content) {
        return on(lookingIn, () -> inspection.of(content));
    }

    /** It takes a moment, and does not wait behind those that are looked into. */
    Uni<String> digest(Path upload) {
        return on(readingAndWriting, () -> {
            try (var content =
                    new DigestInputStream(Files.newInputStream(upload), MessageDigest.getInstance("SHA-256"))) {
                content.transferTo(OutputStream.nullOutputStream());
                return HexFormat.of().formatHex(content.getMessageDigest().digest());
            }
        });
    }

    byte[] newKey(UUID complaint) {
        return envelope.newKey(complaint);
    }

    /** Whether the key was wrapped by this service's master key. */
    boolean knows(UUID complaint, byte[] wrappedKey) {
        return envelope.knows(complaint, wrappedKey);
    }

    /** False when there is no room; fails with an {@link IOException} when the store is in trouble. */
    Uni<Boolean> keep(Place place, byte[] wrappedKey, byte[] content) {
        return on(
                readingAndWriting,
                () -> store.put(place, envelope.seal(place.owner(), wrappedKey, place.file(), content)));
    }

    /** Null when it was sealed with a key that was erased; fails with {@link Unreadable} when it should open. */
    Uni<byte @Nullable []> read(Place place, byte[] wrappedKey) {
        return on(readingAndWriting, () -> {
                    var sealed = store.get(place);
                    if (sealed == null || !knows(place.owner(), wrappedKey)) {
                        LOG.errorf(
                                "Evidence %s does not open: %s",
                                place.file(), sealed == null ? "its file is missing" : "another master key sealed it");
                        throw new Unreadable();
                    }
                    return opened(place, wrappedKey, sealed);
                })
                .onFailure(IOException.class)
                .transform(trouble -> unreadable(place, trouble));
    }

    private static Unreadable unreadable(Place place, Throwable trouble) {
        LOG.errorf("Evidence %s cannot be read: %s", place.file(), trouble.getMessage());
        return new Unreadable();
    }

    /** The store is away, or it or the master key is not the right one. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super("Evidence does not open", null, false, false);
        }
    }

    /** What does not succeed is left to the sweep. */
    Uni<Void> remove(Place place) {
        return EvidenceFiles.<Void>on(readingAndWriting, () -> {
                    store.delete(place);
                    return null;
                })
                .onFailure()
                .recoverWithNull();
    }

    Uni<Integer> sweep(Instant before, UnaryOperator<Set<Place>> known) {
        return on(readingAndWriting, () -> store.sweep(before, known));
    }

    private byte @Nullable [] opened(Place place, byte[] wrappedKey, byte[] sealed) {
        try {
            return envelope.open(place.owner(), wrappedKey, place.file(), sealed);
        } catch (IllegalStateException _) {
            LOG.warnf("Evidence %s was sealed with another key of its case than today's", place.file());
            return null;
        }
    }

    private static <T extends @Nullable Object> Uni<T> on(WorkerExecutor threads, Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(work, false).toCompletionStage());
    }
}
