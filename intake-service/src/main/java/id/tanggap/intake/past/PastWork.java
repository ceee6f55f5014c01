package id.tanggap.intake.past;

import static java.util.Objects.requireNonNull;

import id.tanggap.fault.Outlasting;
import id.tanggap.file.apart.Ended;
import id.tanggap.file.apart.Ended.Why;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.intake.past.PastImport.State;
import id.tanggap.intake.past.PastImports.Outcome;
import id.tanggap.intake.past.file.ReadingApart;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.file.Unreadable;
import id.tanggap.intake.past.mapping.Mappings;
import id.tanggap.intake.past.owner.Elsewhere;
import id.tanggap.intake.past.owner.FileOwner;
import id.tanggap.intake.past.reading.Batch;
import id.tanggap.intake.past.reading.PastReading;
import id.tanggap.intake.past.reading.PastReading.UnknownColumns;
import id.tanggap.intake.past.reading.Readers;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Maskings;
import id.tanggap.messaging.outbox.Outbox;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Looks files through and takes them over, in the background and some rows in each transaction: after a crash it goes on
 * behind the last rows that were done. Should two work at the same file, the one that comes second to a transaction stops.
 */
@ApplicationScoped
class PastWork {
    private static final Logger LOG = Logger.getLogger(PastWork.class);

    /** With waits of up to a minute between them. */
    private static final int ATTEMPTS = 20;

    /** That end who reads, be it a process of its own or this one, and do not come further than the one before. */
    private static final int DEADLY_ATTEMPTS = 3;

    private final PastImports imports;
    private final PastFindings findings;
    private final PastComplaints complaints;
    private final PastNumbers numbers;
    private final Governments governments;
    private final Outbox outbox;
    private final Seal seal;
    private final Mappings mappings;
    private final Maskings maskings;
    private final InstantSource time;
    /** One file after the other: two large ones at once would take the memory that complaints come in by. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("past").daemon().factory());

    /** The number of the one that this process is at, by the import. */
    private final Map<UUID, Integer> attempts = new ConcurrentHashMap<>();

    PastWork(
            PastImports imports,
            PastFindings findings,
            PastComplaints complaints,
            PastNumbers numbers,
            Governments governments,
            Outbox outbox,
            Seal seal,
            Mappings mappings,
            Maskings maskings,
            InstantSource time) {
        this.imports = imports;
        this.findings = findings;
        this.complaints = complaints;
        this.numbers = numbers;
        this.governments = governments;
        this.outbox = outbox;
        this.seal = seal;
        this.mappings = mappings;
        this.maskings = maskings;
        this.time = time;
    }

    void start(@Observes StartupEvent event) {
        takeUp();
    }

    /** What a crash left behind. */
    void takeUp() {
        Outlasting.faults(imports.forgetAbandoned().chain(imports::underWay))
                .subscribe()
                .with(
                        found -> found.forEach(this::begin),
                        failure -> LOG.warnf(
                                "Imports under way could not be looked up: %s",
                                failure.getClass().getSimpleName()));
    }

    void begin(PastImport kept) {
        Outlasting.faults(worker, () -> goOn(kept))
                .replaceWithVoid()
                .onFailure(failure -> !(failure instanceof Superseded))
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofMinutes(1))
                .atMost(ATTEMPTS)
                .onFailure(failure -> !(failure instanceof Superseded))
                .recoverWithUni(failure -> giveUp(kept, failure))
                .onTermination()
                .invoke(() -> attempts.remove(kept.id()))
                .subscribe()
                .with(
                        done -> LOG.infof("Import %s has come through", kept.id()),
                        stopped -> LOG.infof("Import %s: another goes on with it, or it was dropped", kept.id()));
    }

    /** The rows that were taken over stay; the same file sent again goes on behind them. */
    private Uni<Void> giveUp(PastImport kept, Throwable failure) {
        // The class says enough to find the place; a message may quote what a citizen wrote.
        LOG.errorf("Import %s is given up: %s", kept.id(), failure.getClass().getName());
        return imports.refuse(
                kept.id(),
                "Terhenti karena gangguan. Yang sudah diimpor tetap tersimpan; kirim berkas yang sama lagi.");
    }

    private PastImport goOn(PastImport kept) {
        var file = imports.find(kept.id(), kept.government()).await().indefinitely();
        var bytes = imports.file(kept.id()).await().indefinitely();
        var government = governments.find(kept.government());
        if (file == null || bytes == null || government == null || !isStillAt(kept.state(), file)) {
            throw new Superseded();
        }
        goThrough(file, bytes, government);
        return file;
    }

    private static boolean isStillAt(State state, PastImport file) {
        return state.isUnderWay() && file.state() == state;
    }

    private void goThrough(PastImport file, byte[] bytes, Government government) {
        try {
            var owner = new FileOwner(government, governments.all());
            read(file, bytes, government, owner);
            end(file, owner).await().indefinitely();
        } catch (UnknownColumns untold) {
            imports.unmapped(file.id()).await().indefinitely();
        } catch (Unreadable refused) {
            imports.refuse(file.id(), refused.reason()).await().indefinitely();
        }
    }

    /** Counted before anything of the file is read: should it end this process too, the next one knows. */
    private void read(PastImport file, byte[] bytes, Government government, FileOwner owner) {
        var attempt = attempts.computeIfAbsent(file.id(), this::attempt);
        if (attempt > DEADLY_ATTEMPTS) {
            throw deadly(Why.FAULT);
        }
        try {
            PastReading.read(
                    rows -> ReadingApart.read(bytes, seen(owner, rows)),
                    readers(file, government),
                    batch -> take(file, batch));
        } catch (Ended ended) {
            LOG.warnf("Import %s ended its reader, attempt %d: %s", file.id(), attempt, ended.why());
            attempts.remove(file.id());
            throw attempt < DEADLY_ATTEMPTS ? ended : deadly(ended.why());
        }
    }

    private static Consumer<SheetRow> seen(FileOwner owner, Consumer<SheetRow> reader) {
        Consumer<SheetRow> seen = owner::see;
        return seen.andThen(reader);
    }

    private int attempt(UUID id) {
        var attempt = imports.attempt(id).await().indefinitely();
        goOnIf(attempt != null);
        return requireNonNull(attempt);
    }

    private static Unreadable deadly(Why why) {
        var ended =
                switch (why) {
                    case MEMORY -> "Isi berkas ini tidak muat dalam memori.";
                    case TIME -> "Membaca berkas ini terlalu lama.";
                    case FAULT -> "Pembacaan berkas ini terhenti di tengah jalan.";
                };
        return new Unreadable(ended + " Sudah dicoba tiga kali. Yang sudah diimpor tetap tersimpan; simpan ulang"
                + " berkasnya, atau bagi menjadi beberapa berkas.");
    }

    private Uni<Void> end(PastImport file, FileOwner owner) {
        return file.state() == State.CHECKING
                ? imports.checked(file.id(), Elsewhere.of(owner.another()))
                : imports.done(file.id());
    }

    Readers readers(PastImport file, Government government) {
        var today = LocalDate.ofInstant(time.instant(), government.calendar().zone());
        var remembered = mappings.of(government.id()).await().indefinitely();
        return new Readers(
                government,
                today,
                file.oversightSecret(),
                seal,
                remembered,
                maskings.in(government.id()),
                asked -> numbers.among(government.id(), asked));
    }

    void take(PastImport file, Batch batch) {
        if (batch.after() <= file.rows().done() || batch.count().rows() == 0) {
            return;
        }
        outbox.inTransaction(transaction -> work(file.state())
                        .apply(transaction, new PastComplaints.Taking(file, batch.complaints()))
                        .chain(outcome -> imports.advance(transaction, file.id(), file.state(), batch, outcome))
                        .invoke(PastWork::goOnIf)
                        .chain(_ -> file.state() == State.CHECKING
                                ? findings.tell(transaction, file.id(), batch.told())
                                : Uni.createFrom().voidItem()))
                .await()
                .indefinitely();
    }

    /** Otherwise what was written is undone. */
    private static void goOnIf(boolean mine) {
        if (!mine) {
            throw new Superseded();
        }
    }

    private BiFunction<SqlConnection, PastComplaints.Taking, Uni<Outcome>> work(State state) {
        return state == State.CHECKING ? complaints::compare : complaints::takeOver;
    }

    /** Another worker was here first. */
    private static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Superseded() {
            super("Superseded", null, false, false);
        }
    }
}
