package id.tanggap.reporting.facts.known;

import static id.tanggap.reporting.facts.known.Columns.on;
import static id.tanggap.reporting.facts.known.Merge.Own.LAST;

import id.tanggap.contracts.event.ImportEvent;
import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.event.ImportEvent.ComplaintTakenBack;
import id.tanggap.contracts.event.ImportEvent.OfTheImport;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.reporting.facts.known.Columns.Telling;
import id.tanggap.reporting.facts.known.Merge.With;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a complaint that another system handled. No other topic tells of it, and the last that was told holds:
 * all of it, or nothing where that was taken back. The row of such a one stays, of no month, and so counts nowhere.
 */
final class ImportFact {
    /** Also what it does not know any more. */
    private static final With WHOLE = LAST.by("imported_at");

    static Columns<ImportEvent> columns(WallCalendar wall) {
        return Columns.of(ImportEvent.class)
                .text("number", WHOLE, told(ComplaintImported::number))
                .text("source", WHOLE, told(it -> it.source().name()))
                .text("channel", WHOLE, told(it -> it.channel().name()))
                .text("type", WHOLE, told(it -> it.type().name()))
                .text("visibility", WHOLE, told(it -> it.visibility().name()))
                .text("category", WHOLE, told(ComplaintImported::category))
                .text("region", WHOLE, told(ComplaintImported::regionCode))
                .text("agency", WHOLE, told(ComplaintImported::agency))
                .text("agency_name", WHOLE, told(ComplaintImported::agencyName))
                .time("imported_at", LAST, ImportFact::toldAt)
                .time("received_at", WHOLE, told(ComplaintImported::receivedAt))
                .date("received_on", WHOLE, wall.day(told(ComplaintImported::receivedAt)))
                .date("month", WHOLE, wall.month(told(ComplaintImported::receivedAt)))
                .time("answered_at", WHOLE, told(ComplaintImported::answeredAt))
                .text("told_state", WHOLE, told(it -> it.state().name()))
                .words("title", WHOLE, told(ComplaintImported::title))
                .words("text", WHOLE, told(ComplaintImported::text))
                .words("answer", WHOLE, told(ComplaintImported::answer));
    }

    /** Null for what is told of the import as a whole. */
    private static @Nullable Instant toldAt(ImportEvent told, Envelope by) {
        return switch (told) {
            case ComplaintImported it -> it.importedAt();
            case ComplaintTakenBack it -> it.takenBackAt();
            case OfTheImport _ -> null;
        };
    }

    private static <V> Telling<ImportEvent, V> told(Function<ComplaintImported, @Nullable V> part) {
        return on(ComplaintImported.class, part);
    }

    private ImportFact() {}
}
