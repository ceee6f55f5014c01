package id.tanggap.intake.past;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.intake.past.PastImports.Outcome;
import id.tanggap.intake.past.reading.PastComplaint;
import id.tanggap.intake.vault.Seal;
import id.tanggap.messaging.Columns;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The complaints that were taken over, each once. */
@ApplicationScoped
class PastComplaints {
    private static final String COMPARE = """
            select count(*) filter (where known.complaint_id is null) as fresh,
                   count(*) filter (where known.content <> told.content) as changed,
                   count(*) filter (where known.content = told.content) as known
            from unnest($1::text[], $2::text[], $3::bytea[]) as told (source, source_id, content)
            left join past_complaint as known
                   on known.government = $4 and known.source = told.source and known.source_id = told.source_id
            """;
    private static final String TAKE_OVER = """
            insert into past_complaint as known (complaint_id, source, source_id, content, government, import_id)
            select told.*, $5, $6
            from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[]) as told (complaint_id, source, source_id, content)
            on conflict (government, source, source_id) do update set
                content = excluded.content,
                import_id = excluded.import_id
            where known.content <> excluded.content
            returning source_id, complaint_id, xmax = 0 as fresh
            """;

    private final Outbox outbox;
    private final EventWriter events;
    private final Seal seal;
    private final InstantSource time;

    PastComplaints(Outbox outbox, EventWriter events, Seal seal, InstantSource time) {
        this.outbox = outbox;
        this.events = events;
        this.seal = seal;
        this.time = time;
    }

    record Taking(PastImport file, List<PastComplaint> complaints) {}

    /** What would become of them; nothing is written. */
    Uni<Outcome> compare(SqlConnection transaction, Taking taking) {
        var values = told(Columns.of(taking.complaints()))
                .tuple()
                .addString(taking.file().government());
        return transaction.preparedQuery(COMPARE).execute(values).map(rows -> {
            var row = rows.iterator().next();
            return new Outcome(row.getInteger("fresh"), row.getInteger("changed"), row.getInteger("known"));
        });
    }

    /** Keeps and tells those that are new, or of which other is told than before. */
    Uni<Outcome> takeOver(SqlConnection transaction, Taking taking) {
        // In one order whoever writes them: two files with the same complaints do not wait for each other in a circle.
        var complaints = taking.complaints().stream()
                .sorted(Comparator.comparing(complaint -> complaint.origin().id()))
                .toList();
        var values = told(Columns.of(complaints).uuids(_ -> UuidCreator.getTimeOrderedEpoch()))
                .tuple()
                .addString(taking.file().government())
                .addUUID(taking.file().id());
        return transaction
                .preparedQuery(TAKE_OVER)
                .execute(values)
                .chain(rows -> outbox.append(
                                transaction,
                                events(rows, complaints, taking.file().government()))
                        .replaceWith(outcome(rows, complaints.size())));
    }

    private Columns<PastComplaint> told(Columns<PastComplaint> columns) {
        return columns.texts(complaint -> complaint.origin().source().name())
                .texts(complaint -> complaint.origin().id())
                .bytes(complaint -> seal.fingerprint(complaint.told()));
    }

    private List<OutgoingEvent> events(RowSet<Row> rows, List<PastComplaint> complaints, String government) {
        var byId = complaints.stream()
                .collect(Collectors.toMap(complaint -> complaint.origin().id(), Function.identity()));
        var now = time.instant();
        var told = new ArrayList<OutgoingEvent>(rows.size());
        for (var row : rows) {
            var complaint = byId.get(row.getString("source_id"));
            if (complaint != null) {
                told.add(events.write(complaint.imported(now), row.getUUID("complaint_id"), government, null));
            }
        }
        return told;
    }

    private static Outcome outcome(RowSet<Row> rows, int all) {
        var fresh = 0;
        for (var row : rows) {
            if (row.getBoolean("fresh")) {
                fresh++;
            }
        }
        return new Outcome(fresh, rows.size() - fresh, all - rows.size());
    }
}
