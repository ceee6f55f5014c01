package id.tanggap.intake.past;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.intake.past.PastImports.Outcome;
import id.tanggap.intake.past.reading.PastComplaint;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Maskings;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
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
    private static final Rows<Told> TOLD = Rows.of(Told.class)
            .text("source", told -> told.complaint().origin().source().name())
            .text("source_id", told -> told.complaint().origin().id())
            .bytes("content", Told::content)
            .from(2);
    private static final Rows<Told> TAKEN =
            TOLD.uuid("complaint_id", _ -> UuidCreator.getTimeOrderedEpoch()).from(3);

    private static final String COMPARE = """
            select count(*) filter (where known.complaint_id is null) as fresh,
                   count(*) filter (where known.content <> told.content) as changed,
                   count(*) filter (where known.content = told.content) as known
            from %s
            left join past_complaint as known
                   on known.government = $1 and known.source = told.source and known.source_id = told.source_id
            """.formatted(TOLD.as("told"));
    private static final String TAKE_OVER = """
            insert into past_complaint as known (government, import_id, unkept, %s)
            select $1, $2, false, %s from %s
            on conflict (government, source, source_id) do update set
                content = excluded.content,
                import_id = excluded.import_id
            where known.content <> excluded.content
            returning source_id, complaint_id, xmax = 0 as fresh
            """.formatted(TAKEN.names(), TAKEN.names(), TAKEN.as("told"));

    private final PastTellings tellings;
    private final Outbox outbox;
    private final EventWriter events;
    private final Seal seal;
    private final Maskings maskings;
    private final InstantSource time;

    PastComplaints(
            PastTellings tellings,
            Outbox outbox,
            EventWriter events,
            Seal seal,
            Maskings maskings,
            InstantSource time) {
        this.tellings = tellings;
        this.outbox = outbox;
        this.events = events;
        this.seal = seal;
        this.maskings = maskings;
        this.time = time;
    }

    /** @param content by its fingerprint: whether other is told than before, without keeping what */
    private record Told(PastComplaint complaint, byte[] content) {}

    record Taking(PastImport file, List<PastComplaint> complaints) {}

    /** What would become of them; nothing is written. */
    Uni<Outcome> compare(SqlConnection transaction, Taking taking) {
        var values = TOLD.addTo(Tuple.of(taking.file().government()), told(taking.complaints()));
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
        var file = taking.file();
        var values = TAKEN.addTo(Tuple.of(file.government(), file.id()), told(complaints));
        return transaction
                .preparedQuery(TAKE_OVER)
                .execute(values)
                .chain(rows -> tell(transaction, file, complaints, events(rows, complaints, file))
                        .replaceWith(outcome(rows, complaints.size())));
    }

    /** @param told of those that are new or changed; of the others it is kept that this import tells of them, too */
    private Uni<Void> tell(
            SqlConnection transaction, PastImport file, List<PastComplaint> complaints, List<OutgoingEvent> told) {
        var origins = complaints.stream().map(PastComplaint::origin).toList();
        return outbox.append(transaction, told).chain(() -> tellings.keep(transaction, file, origins, told));
    }

    private List<Told> told(List<PastComplaint> complaints) {
        return complaints.stream()
                .map(complaint -> new Told(complaint, seal.fingerprint(complaint.told())))
                .toList();
    }

    private List<OutgoingEvent> events(RowSet<Row> rows, List<PastComplaint> complaints, PastImport file) {
        var byId = complaints.stream()
                .collect(Collectors.toMap(complaint -> complaint.origin().id(), Function.identity()));
        var now = time.instant();
        var told = new ArrayList<OutgoingEvent>(rows.size());
        for (var row : rows) {
            var complaint = byId.get(row.getString("source_id"));
            if (complaint != null) {
                told.add(events.write(
                        complaint.imported(maskings.in(file.government()), now).by(file.id()),
                        row.getUUID("complaint_id"),
                        file.government(),
                        null));
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
