package id.tanggap.intake.past;

import static java.util.Objects.requireNonNull;

import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.governments.Governments;
import id.tanggap.intake.past.told.PastComplaint.Origin;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Which import told what of which complaint, so that one can be taken back and what was told before holds again. */
@ApplicationScoped
class PastTellings {
    private static final Rows<Version> VERSIONS = Rows.of(Version.class)
            .uuid("complaint_id", Version::complaint)
            .date("month", Version::month)
            .bytes("told", Version::told);
    /** Under the fingerprint that the complaint has now. */
    private static final String KEEP_WHAT = """
            insert into past_version (complaint_id, content, month, told)
            select told.complaint_id, known.content, told.month, told.told
            from %s join past_complaint as known using (complaint_id)
            on conflict (complaint_id, content) do nothing
            """.formatted(VERSIONS.as("told"));

    private static final Rows<Origin> ORIGINS = Rows.of(Origin.class)
            .text("source", origin -> origin.source().name())
            .text("source_id", Origin::id)
            .from(3);
    private static final String KEEP_WHO = """
            insert into past_telling (import_id, complaint_id, content)
            select $2, known.complaint_id, known.content
            from %s join past_complaint as known using (source, source_id) where known.government = $1
            on conflict (import_id, complaint_id) do nothing
            """.formatted(ORIGINS.as("told"));

    private final EventCodec codec = new EventCodec();
    private final Governments governments;

    PastTellings(Governments governments) {
        this.governments = governments;
    }

    /** @param month of the receipt, its first day */
    private record Version(UUID complaint, LocalDate month, byte[] told) {}

    /**
     * In the transaction that took them over, which holds their locks.
     *
     * @param complaints all that the import tells of
     * @param told of those of which nothing or other was told before
     */
    Uni<Void> keep(SqlConnection transaction, PastImport file, List<Origin> complaints, List<OutgoingEvent> told) {
        var zone =
                requireNonNull(governments.find(file.government())).calendar().zone();
        var versions = told.stream().map(event -> version(event, zone)).toList();
        return transaction
                .preparedQuery(KEEP_WHAT)
                .execute(VERSIONS.tuple(versions))
                .chain(() -> transaction
                        .preparedQuery(KEEP_WHO)
                        .execute(ORIGINS.addTo(Tuple.of(file.government(), file.id()), complaints)))
                .replaceWithVoid();
    }

    private Version version(OutgoingEvent event, ZoneId zone) {
        var day = LocalDate.ofInstant(read(event.payload()).receivedAt(), zone);
        return new Version(event.envelope().subject(), day.withDayOfMonth(1), event.payload());
    }

    /** As it was told. */
    ComplaintImported read(byte[] told) {
        try {
            return (ComplaintImported) requireNonNull(codec.read(EventCodec.wireName(ComplaintImported.class), told));
        } catch (IOException written) {
            throw new UncheckedIOException("What was told of a complaint cannot be read", written);
        }
    }
}
