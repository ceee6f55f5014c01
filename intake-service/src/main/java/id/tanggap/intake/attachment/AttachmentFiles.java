package id.tanggap.intake.attachment;

import id.tanggap.file.content.FileName;
import id.tanggap.file.content.Inspected;
import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspection;
import id.tanggap.file.scan.Clamd;
import id.tanggap.file.scan.Scanned;
import id.tanggap.file.scan.Scanner;
import id.tanggap.file.store.Place;
import id.tanggap.file.store.Store;
import id.tanggap.intake.attachment.Upload.Details;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is done with files, off the event loop. The service does not start without a place for them. */
@Startup
@ApplicationScoped
class AttachmentFiles {
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(AttachmentFiles.class);
    private static final String UNNAMED = "lampiran";
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
    private final Scanner scanner;
    private final Store store;
    private final Seal seal;
    private final AtomicInteger uploads = new AtomicInteger();

    AttachmentFiles(Vertx vertx, FilesConfig config, Seal seal) {
        lookingIn = vertx.createSharedWorkerExecutor("attachment-inspection", LOOKING_IN);
        readingAndWriting = vertx.createSharedWorkerExecutor("attachment-store", READING_AND_WRITING);
        inspection = new Inspection(MOST_BYTES, config.inspectedAtOnce());
        store = config.store().open();
        scanner = config.scanner().<Scanner>map(at -> Clamd.at(at, SCANNING)).orElse(Scanner.NONE);
        this.seal = seal;
    }

    /** Whether one more upload would wait for too long. */
    boolean isBusy() {
        return uploads.get() >= MOST_UPLOADS;
    }

    Uni<Looked> look(Path upload) {
        uploads.incrementAndGet();
        return on(lookingIn, () -> {
                    var scanned = scanner.of(Files.readAllBytes(upload));
                    return new Looked(scanned, inspection.of(upload));
                })
                .onTermination()
                .invoke(uploads::decrementAndGet);
    }

    /** With a key of its own. */
    Uni<Prepared> prepare(UUID id, Passed passed, Scanned scanned, @Nullable String name) {
        return on(readingAndWriting, () -> {
            var locked = seal.lock(id, passed.content());
            var details = new Details(FileName.of(name, passed.kind(), UNNAMED), digest(passed.content()));
            var upload = new Upload(
                    id, locked.wrappedKey(), passed.kind(), passed.content().length, scanned == Scanned.CLEAN, details);
            return new Prepared(
                    upload, locked.content(), seal.lock(id, locked.wrappedKey(), details.written()), passed);
        });
    }

    /** False when there is no room. */
    Uni<Boolean> keep(Prepared prepared) {
        return on(readingAndWriting, () -> store.put(place(prepared.upload().id()), prepared.content()));
    }

    Uni<Found> read(Upload upload) {
        return on(readingAndWriting, () -> opened(upload, store.get(place(upload.id()))));
    }

    private Found opened(Upload upload, byte @Nullable [] sealed) {
        if (sealed == null) {
            LOG.errorf("Attachment %s does not open: its file is missing", upload.id());
            return new Found.Unreadable();
        }
        try {
            var content = seal.unlock(upload.id(), new Locked(upload.wrappedKey(), sealed));
            return new Found.Content(upload.details().name(), upload.kind().mediaType(), content);
        } catch (IllegalStateException _) {
            LOG.errorf("Attachment %s does not open: its file is not the one that was sealed", upload.id());
            return new Found.Unreadable();
        }
    }

    Uni<Void> remove(UUID id) {
        return on(readingAndWriting, () -> {
            store.delete(place(id));
            return null;
        });
    }

    /** What a crash left half written; all that is whole has a row. */
    Uni<Integer> sweep(Instant before) {
        return on(readingAndWriting, () -> store.sweep(before, places -> places));
    }

    /** It belongs to itself until a complaint has its key. */
    private static Place place(UUID id) {
        return new Place(id, id);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is missing", impossible);
        }
    }

    private static <T extends @Nullable Object> Uni<T> on(WorkerExecutor threads, Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(work, false).toCompletionStage());
    }

    record Looked(Scanned scanned, Inspected inspected) {}

    /**
     * All that is to be kept of an upload.
     *
     * @param content sealed
     * @param details sealed
     */
    record Prepared(Upload upload, byte[] content, byte[] details, Passed passed) {}
}
