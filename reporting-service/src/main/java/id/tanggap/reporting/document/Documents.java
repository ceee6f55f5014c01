package id.tanggap.reporting.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.fault.Outlasting;
import id.tanggap.governments.Government;
import id.tanggap.reporting.recap.compilation.CompiledRecaps;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the documents of a compiled recap. First the order is kept, then the document is made in the background and
 * written in one statement: after a crash there is the order, which is taken up again, or the whole document.
 */
@ApplicationScoped
class Documents {
    private static final Logger LOG = Logger.getLogger(Documents.class);
    private static final int MOST_ATTEMPTS = 2;

    private static final String ORDER = """
            insert into recap_document as known (recap_id, version, kind, deeds, state, requested_at)
            values ($1, $2, $3, $4, 'MAKING', $5)
            on conflict (recap_id, version, kind, deeds) do update
            set state = 'MAKING', requested_at = $5, attempts = 0, done = 0, total = 0
            where known.state = 'FAILED'
            """;
    private static final String WAITING = """
            select government, month, document.version, kind, deeds, attempts
            from recap_document as document join monthly_recap on id = recap_id
            where document.state = 'MAKING' order by requested_at
            """;
    private static final String THIS =
            "where recap_id = $1 and version = $2 and kind = $3 and deeds = $4 and state = 'MAKING'";
    private static final String BEGIN = "update recap_document set attempts = $6, done = 0, total = $5 " + THIS;
    private static final String PROGRESS = "update recap_document set done = $5 " + THIS;
    private static final String MADE =
            "update recap_document set state = 'READY', done = total, made_at = $5, bytes = $6 " + THIS;
    private static final String FAILED = "update recap_document set state = 'FAILED' " + THIS;
    private static final String LAST = """
            select deeds, state, done, total, made_at, length(bytes) as size, encode(digest, 'hex') as sha256
            from recap_document where recap_id = $1 and version = $2 and kind = $3 order by deeds desc limit 1
            """;
    private static final String FILE = """
            select bytes, encode(digest, 'hex') as sha256 from recap_document
            where recap_id = $1 and version = $2 and kind = $3 and state = 'READY' order by deeds desc limit 1
            """;

    private final Pool pool;
    private final CompiledRecaps recaps;
    private final DocumentPrinter printer;
    private final InstantSource time;

    Documents(Pool pool, CompiledRecaps recaps, DocumentPrinter printer, InstantSource time) {
        this.pool = pool;
        this.recaps = recaps;
        this.printer = printer;
        this.time = time;
    }

    @Schema(name = "DocumentState")
    enum State {
        NONE,
        MAKING,
        READY,
        FAILED
    }

    /**
     * Of the one that was ordered last.
     *
     * @param done of {@code total} steps: one for each complaint that it lists, and one for the rest
     * @param total 0 before it is begun
     * @param size in bytes
     * @param sha256 of its bytes, in hexadecimal digits
     * @param outdated whether something was done with the recap since
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Status(
            State state,
            int done,
            int total,
            @Nullable Instant madeAt,
            @Nullable Integer size,
            @Nullable String sha256,
            boolean outdated) {
        static final Status NONE = new Status(State.NONE, 0, 0, null, null, null, false);
    }

    /** @param sha256 of its bytes, in hexadecimal digits */
    record File(Buffer bytes, String sha256) {}

    void start(@Observes StartupEvent event) {
        takeUp();
    }

    /** Has it made; does nothing when it is, or is being made. Null when there is no such version. */
    Uni<@Nullable Status> order(Government government, YearMonth month, int version, DocumentKind kind) {
        return recaps.find(government.id(), month, version)
                .<@Nullable Status>chain(recap -> recap == null
                        ? Uni.createFrom().nullItem()
                        : pool.preparedQuery(ORDER)
                                .execute(which(recap, kind)
                                        .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC)))
                                .invoke(rows -> {
                                    if (rows.rowCount() > 0) {
                                        make(recap, kind, 0).subscribe().with(_ -> {}, Documents::leave);
                                    }
                                })
                                .chain(() -> status(recap, kind)));
    }

    /** Null when there is no such version. */
    Uni<@Nullable Status> status(Government government, YearMonth month, int version, DocumentKind kind) {
        return recaps.find(government.id(), month, version)
                .<@Nullable Status>chain(
                        recap -> recap == null ? Uni.createFrom().nullItem() : status(recap, kind));
    }

    /** The last one that was made; null when there is none. */
    Uni<@Nullable File> file(Government government, YearMonth month, int version, DocumentKind kind) {
        return recaps.find(government.id(), month, version)
                .<@Nullable File>chain(recap -> recap == null
                        ? Uni.createFrom().nullItem()
                        : pool.preparedQuery(FILE)
                                .execute(Tuple.of(recap.id(), version, kind.name()))
                                .map(rows -> {
                                    if (rows.size() == 0) {
                                        return null;
                                    }
                                    var row = rows.iterator().next();
                                    return new File(row.getBuffer("bytes").getDelegate(), row.getString("sha256"));
                                }));
    }

    private Uni<Status> status(CompiledRecap recap, DocumentKind kind) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(recap.id(), recap.version(), kind.name()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Status.NONE;
                    }
                    var row = rows.iterator().next();
                    var madeAt = row.getOffsetDateTime("made_at");
                    return new Status(
                            State.valueOf(row.getString("state")),
                            row.getInteger("done"),
                            row.getInteger("total"),
                            madeAt == null ? null : madeAt.toInstant(),
                            row.getInteger("size"),
                            row.getString("sha256"),
                            row.getInteger("deeds") < recap.deeds().size());
                });
    }

    /** What a crash left behind, one after the other. */
    void takeUp() {
        Outlasting.faults(pool.query(WAITING).execute())
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(this::takeUp)
                .subscribe()
                .with(_ -> {}, Documents::leave);
    }

    private Uni<Void> takeUp(Row row) {
        var month = YearMonth.from(row.getLocalDate("month"));
        return Outlasting.faults(recaps.find(row.getString("government"), month, row.getInteger("version")))
                .chain(recap -> recap == null
                        ? Uni.createFrom().voidItem()
                        : make(
                                recap.after(row.getInteger("deeds")),
                                DocumentKind.valueOf(row.getString("kind")),
                                row.getInteger("attempts")));
    }

    /** Until the next start. */
    private static void leave(Throwable failure) {
        LOG.errorf(failure, "Documents that wait to be made are left");
    }

    /** @param attempts how often it was begun before, by processes that did not come to its end */
    private Uni<Void> make(CompiledRecap recap, DocumentKind kind, int attempts) {
        var steps = DocumentPrinter.listed(kind, recap) + 1;
        var begun = attempts < MOST_ATTEMPTS
                ? Outlasting.faults(() ->
                        execute(BEGIN, which(recap, kind).addInteger(steps).addInteger(attempts + 1)))
                : Uni.createFrom().<Integer>failure(new NotMade("It was begun too often"));
        return begun.chain(() -> Outlasting.faults(() -> print(recap, kind)))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "The %s of %s %s was not made", kind, recap.government(), recap.month());
                    return Outlasting.faults(() -> execute(FAILED, which(recap, kind)));
                })
                .replaceWithVoid();
    }

    private int print(CompiledRecap recap, DocumentKind kind) {
        var began = System.nanoTime();
        var bytes = bytes(recap, kind);
        LOG.infof(
                "Made the %s of %s %s, version %d: %d kB in %d ms",
                kind,
                recap.government(),
                recap.month(),
                recap.version(),
                bytes.length / 1024,
                (System.nanoTime() - began) / 1_000_000);
        return execute(
                MADE,
                which(recap, kind)
                        .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC))
                        .addValue(Buffer.buffer(bytes)));
    }

    /** What the database raises passes; whatever the rendering raises does not, though it looks like a fault of a file. */
    private byte[] bytes(CompiledRecap recap, DocumentKind kind) {
        try {
            return printer.print(
                    kind, recap, listed -> execute(PROGRESS, which(recap, kind).addInteger(listed)));
        } catch (IOException | UncheckedIOException unprintable) {
            throw new NotMade(unprintable);
        }
    }

    /** For a reason that does not pass. */
    private static final class NotMade extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotMade(String why) {
            super(why);
        }

        NotMade(Exception why) {
            super("It cannot be printed");
            addSuppressed(why);
        }
    }

    private static Tuple which(CompiledRecap recap, DocumentKind kind) {
        return Tuple.of(recap.id(), recap.version(), kind.name(), recap.deeds().size());
    }

    /** @return how many rows it changed */
    private int execute(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).await().indefinitely().rowCount();
    }
}
