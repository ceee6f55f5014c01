package id.tanggap.reporting.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.reporting.recap.CompiledRecaps;
import id.tanggap.reporting.recap.CompiledRecaps.CompiledRecap;
import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the report of a compiled recap. First the order is kept, then the document is made in the background and written
 * in one statement: after a crash there is the order, which is taken up again, or the whole document.
 */
@ApplicationScoped
class Documents {
    private static final Logger LOG = Logger.getLogger(Documents.class);
    /** A longer appendix is read by nobody, and laying it out takes more memory than the service has. */
    static final int LONGEST_APPENDIX = 2_000;

    private static final int MOST_ATTEMPTS = 2;

    private static final int ENTRIES_AT_A_TIME = 2_000;

    private static final String ORDER = """
            insert into recap_document as known (recap_id, version, deeds, state, requested_at)
            values ($1, $2, $3, 'MAKING', $4)
            on conflict (recap_id, version, deeds) do update set state = 'MAKING', requested_at = $4, attempts = 0
            where known.state = 'FAILED'
            """;
    private static final String WAITING = """
            select government, month, document.version
            from recap_document as document join monthly_recap on id = recap_id
            where document.state = 'MAKING' order by requested_at
            """;
    private static final String BEGIN = """
            update recap_document set attempts = attempts + 1
            where recap_id = $1 and version = $2 and deeds = $3 and state = 'MAKING' and attempts < $4
            """;
    private static final String MADE = """
            update recap_document set state = 'READY', made_at = $4, bytes = $5
            where recap_id = $1 and version = $2 and deeds = $3 and state = 'MAKING'
            """;
    private static final String FAILED = """
            update recap_document set state = 'FAILED'
            where recap_id = $1 and version = $2 and deeds = $3 and state = 'MAKING'
            """;
    private static final String LAST = """
            select deeds, state, made_at, length(bytes) as size from recap_document
            where recap_id = $1 and version = $2 order by deeds desc limit 1
            """;
    private static final String BYTES = """
            select bytes from recap_document
            where recap_id = $1 and version = $2 and state = 'READY' order by deeds desc limit 1
            """;

    private final Pool pool;
    private final CompiledRecaps recaps;
    private final Governments governments;
    private final Template template;
    private final ObjectMapper json;
    private final InstantSource time;
    private final String publicUrl;

    Documents(
            Pool pool,
            CompiledRecaps recaps,
            Governments governments,
            @Location("report.html") Template template,
            ObjectMapper json,
            InstantSource time,
            @ConfigProperty(name = "tanggap.public-url") String publicUrl) {
        this.pool = pool;
        this.recaps = recaps;
        this.governments = governments;
        this.template = template;
        this.json = json;
        this.time = time;
        this.publicUrl = publicUrl;
    }

    enum State {
        NONE,
        MAKING,
        READY,
        FAILED
    }

    /**
     * @param size in bytes
     * @param outdated whether something was done with the recap since
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Status(
            State state, @Nullable Instant madeAt, @Nullable Integer size, boolean outdated) {
        static final Status NONE = new Status(State.NONE, null, null, false);
    }

    void start(@Observes StartupEvent event) {
        takeUp();
    }

    /** Has it made; does nothing when it is, or is being made. Null when there is no such version. */
    Uni<@Nullable Status> order(Government government, YearMonth month, int version) {
        return recaps.find(government.id(), month, version)
                .<@Nullable Status>chain(recap -> recap == null
                        ? Uni.createFrom().nullItem()
                        : pool.preparedQuery(ORDER)
                                .execute(Tuple.of(
                                        recap.id(),
                                        version,
                                        recap.deeds().size(),
                                        time.instant().atOffset(ZoneOffset.UTC)))
                                .invoke(rows -> {
                                    if (rows.rowCount() > 0) {
                                        Infrastructure.getDefaultWorkerPool().execute(() -> make(recap));
                                    }
                                })
                                .chain(() -> status(recap)));
    }

    /** Null when there is no such version. */
    Uni<@Nullable Status> status(Government government, YearMonth month, int version) {
        return recaps.find(government.id(), month, version)
                .<@Nullable Status>chain(
                        recap -> recap == null ? Uni.createFrom().nullItem() : status(recap));
    }

    /** The last one that was made; null when there is none. */
    Uni<byte @Nullable []> bytes(Government government, YearMonth month, int version) {
        return recaps.find(government.id(), month, version)
                .<byte @Nullable []>chain(recap -> recap == null
                        ? Uni.createFrom().nullItem()
                        : pool.preparedQuery(BYTES)
                                .execute(Tuple.of(recap.id(), version))
                                .map(rows -> rows.size() == 0
                                        ? null
                                        : rows.iterator()
                                                .next()
                                                .getBuffer("bytes")
                                                .getBytes()));
    }

    private Uni<Status> status(CompiledRecap recap) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(recap.id(), recap.version()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Status.NONE;
                    }
                    var row = rows.iterator().next();
                    var madeAt = row.getOffsetDateTime("made_at");
                    return new Status(
                            State.valueOf(row.getString("state")),
                            madeAt == null ? null : madeAt.toInstant(),
                            row.getInteger("size"),
                            row.getInteger("deeds") < recap.deeds().size());
                });
    }

    /** What a crash left behind. */
    void takeUp() {
        pool.query(WAITING)
                .execute()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .subscribe()
                .with(
                        rows -> rows.forEach(row -> {
                            var recap = recaps.find(
                                            row.getString("government"),
                                            YearMonth.from(row.getLocalDate("month")),
                                            row.getInteger("version"))
                                    .await()
                                    .indefinitely();
                            if (recap != null) {
                                make(recap);
                            }
                        }),
                        failure -> LOG.warnf("Documents that wait to be made could not be looked up: %s", failure));
    }

    private void make(CompiledRecap recap) {
        if (execute(BEGIN, recap, Tuple.of(MOST_ATTEMPTS)) == 0) {
            LOG.errorf("The report of %s %s was begun too often", recap.government(), recap.month());
            execute(FAILED, recap, Tuple.tuple());
            return;
        }
        try {
            var began = System.nanoTime();
            var bytes = render(recap);
            execute(MADE, recap, Tuple.of(time.instant().atOffset(ZoneOffset.UTC), Buffer.buffer(bytes)));
            LOG.infof(
                    "Made the report of %s %s, version %d: %d kB in %d ms",
                    recap.government(),
                    recap.month(),
                    recap.version(),
                    bytes.length / 1024,
                    (System.nanoTime() - began) / 1_000_000);
        } catch (IOException | RuntimeException failure) {
            LOG.errorf(failure, "The report of %s %s was not made", recap.government(), recap.month());
            execute(FAILED, recap, Tuple.tuple());
        }
    }

    /** @return how many rows it changed */
    private int execute(String sql, CompiledRecap recap, Tuple more) {
        var values = Tuple.of(recap.id(), recap.version(), recap.deeds().size());
        for (int i = 0; i < more.size(); i++) {
            values.addValue(more.getValue(i));
        }
        return pool.preparedQuery(sql).execute(values).await().indefinitely().rowCount();
    }

    byte[] render(CompiledRecap recap) throws IOException {
        var government = governments.find(recap.government());
        if (government == null) {
            throw new IllegalStateException("The installation has no such government");
        }
        var report = new Report(recap, government);
        var tooMany = recap.head().complaints() > LONGEST_APPENDIX;
        var html = template.data("report", report)
                .data("sections", report.sections())
                .data("qr", new RawString(report.qr(publicUrl)))
                .data("tooMany", tooMany)
                .data("total", Words.number(recap.head().complaints()))
                .data("lines", tooMany ? List.of() : lines(recap, report))
                .render();
        var out = new ByteArrayOutputStream();
        Pdf.write(html, out);
        return out.toByteArray();
    }

    private List<List<String>> lines(CompiledRecap recap, Report report) throws IOException {
        var lines = new ArrayList<List<String>>(recap.head().complaints());
        var last = 0;
        for (var entries = entries(recap, last); !entries.isEmpty(); entries = entries(recap, last)) {
            for (var entry : entries) {
                lines.add(report.line(entry.no(), json.readTree(entry.entry())));
                last = entry.no();
            }
        }
        return lines;
    }

    private List<CompiledRecaps.Entry> entries(CompiledRecap recap, int after) {
        return recaps.entries(recap, after, ENTRIES_AT_A_TIME).await().indefinitely();
    }
}
