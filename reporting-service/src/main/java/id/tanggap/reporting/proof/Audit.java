package id.tanggap.reporting.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.governments.Government;
import id.tanggap.messaging.Alone;
import id.tanggap.reporting.Granted;
import id.tanggap.reporting.proof.AuditRun.Finding;
import id.tanggap.reporting.proof.AuditRun.State;
import id.tanggap.reporting.recap.loop.DeedChain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Computes every digest of a government anew and says where one does not fit: in the chains of events, in the entries,
 * heads and trees of compiled recaps, and in the deeds. Reads only, in small steps; runs beside everything else.
 */
@ApplicationScoped
class Audit {
    private static final Logger LOG = Logger.getLogger(Audit.class);

    /** Each keeps a connection. */
    private static final int MOST_AT_ONCE = 4;

    /** A begun one has ended with its process: whoever begins has made sure that nobody is at it. */
    private static final String BEGIN = """
            insert into audit as known (government, state, checked, findings, started_at)
            values ($1, 'CHECKING', 0, '[]', $2)
            on conflict (government) do update
            set state = 'CHECKING', checked = 0, findings = '[]', started_at = $2, ended_at = null
            where known.state = 'CHECKING' or not exists (select from granted where request = $3)
            returning true
            """;

    private static final String LAST = """
            select case when state = 'CHECKING' and not %s then 'FAILED' else state end as state,
                   checked, findings, started_at, ended_at
            from audit where government = $1
            """.formatted(Alone.isUnderWay("'audit ' || government"));

    private final Pool pool;
    private final DeedChain deeds;
    private final InstantSource time;
    private final AtomicInteger running = new AtomicInteger();

    Audit(Pool pool, DeedChain deeds, InstantSource time) {
        this.pool = pool;
        this.deeds = deeds;
        this.time = time;
    }

    /** @param checked how many digests were computed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            State state,
            long checked,
            List<Finding> findings,
            Instant startedAt,
            @Nullable Instant endedAt) {
        static Report of(Row row) {
            var findings = new ArrayList<Finding>();
            for (var each : row.getJsonArray("findings").getList()) {
                if (each instanceof Map<?, ?> finding) {
                    findings.add(
                            new Finding(String.valueOf(finding.get("place")), String.valueOf(finding.get("says"))));
                }
            }
            var ended = row.getOffsetDateTime("ended_at");
            return new Report(
                    State.valueOf(row.getString("state")),
                    row.getLong("checked"),
                    findings,
                    row.getOffsetDateTime("started_at").toInstant(),
                    ended == null ? null : ended.toInstant());
        }
    }

    /** Whether one more would leave too few connections to everybody else. */
    boolean isBusy() {
        return running.get() >= MOST_AT_ONCE;
    }

    /**
     * Begins in the background, unless it did at the same request.
     *
     * @param request by which it is known should it come again; null when it cannot be
     * @return false when one is under way that another request began
     */
    Uni<Boolean> start(Government government, @Nullable UUID request) {
        return Alone.begin(
                        pool,
                        "audit " + government.id(),
                        connection -> Alone.inTransaction(connection, () -> begin(connection, government, request)),
                        connection -> run(connection, government.id()))
                .chain(begun -> begun == Alone.Begun.BY_ANOTHER
                        ? Granted.before(pool, request)
                        : Uni.createFrom().item(true));
    }

    private Uni<Boolean> begin(SqlConnection alone, Government government, @Nullable UUID request) {
        var now = time.instant();
        return alone.preparedQuery(BEGIN)
                .execute(Tuple.of(government.id(), now.atOffset(ZoneOffset.UTC), request))
                .map(rows -> rows.size() > 0)
                .call(begun -> begun
                        ? Granted.now(alone, request, now)
                        : Uni.createFrom().voidItem());
    }

    /** Null when there never was one. */
    Uni<@Nullable Report> last(Government government) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(government.id()))
                .<@Nullable Report>map(rows ->
                        rows.size() == 0 ? null : Report.of(rows.iterator().next()));
    }

    private void run(SqlConnection alone, String government) {
        running.incrementAndGet();
        try {
            var run = new AuditRun(alone, government);
            run.end(check(run), time.instant());
        } finally {
            running.decrementAndGet();
        }
    }

    private State check(AuditRun run) {
        try {
            new RecapCheck(run).check();
            deeds(run);
            new ChainCheck(run).check();
            LOG.infof("Checked %s", run);
            return State.DONE;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The digests of %s were not checked to the end", run.government());
            return State.FAILED;
        }
    }

    private void deeds(AuditRun run) {
        for (var fault : deeds.faults(run.government())) {
            run.found("rekap " + fault.month() + ", tindakan " + fault.seq(), "tidak cocok dengan rangkaiannya");
        }
    }
}
