package id.tanggap.reporting.proof;

import id.tanggap.messaging.Alone;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One search: how far it has come, and what it found. It blocks; it is for a thread that may. */
final class AuditRun {
    /** What is told; whoever changed more than that changed everything. */
    static final int MOST_FINDINGS = 200;

    private static final String PROGRESS = "update audit set checked = $2 where government = $1";
    private static final String END =
            "update audit set state = $2, checked = $3, findings = $4, ended_at = $5 where government = $1";

    private final SqlConnection alone;
    private final String government;
    private final List<Finding> findings = new ArrayList<>();
    private long checked;

    AuditRun(SqlConnection alone, String government) {
        this.alone = alone;
        this.government = government;
    }

    @Schema(name = "AuditState")
    enum State {
        CHECKING,
        DONE,
        FAILED
    }

    /**
     * Something that is not what it was.
     *
     * @param place where, readable by an auditor
     * @param says what does not fit
     */
    record Finding(String place, String says) {}

    String government() {
        return government;
    }

    void found(String place, String says) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(place, says));
        }
    }

    /** So many digests more were computed. */
    void step(int count) {
        checked += count;
        query(PROGRESS, Tuple.of(government, checked));
    }

    void end(State state, Instant now) {
        var told = new JsonArray(findings.stream()
                .map(finding -> Map.of("place", finding.place(), "says", finding.says()))
                .toList());
        Alone.last(
                        alone,
                        () -> alone.preparedQuery(END)
                                .execute(Tuple.of(
                                        government, state.name(), checked, told, now.atOffset(ZoneOffset.UTC))))
                .await()
                .indefinitely();
    }

    RowSet<Row> query(String sql, Tuple values) {
        return alone.preparedQuery(sql).execute(values).await().indefinitely();
    }

    @Override
    public String toString() {
        return "%d digests of %s, %d findings".formatted(checked, government, findings.size());
    }
}
