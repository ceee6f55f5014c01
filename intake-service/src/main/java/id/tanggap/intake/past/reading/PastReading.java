package id.tanggap.intake.past.reading;

import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.file.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through a file from its beginning, and hands over what stands in its tables. */
public final class PastReading {
    private static final String NO_HEADING = "Lembar ini tidak memuat judul kolom yang dikenal; dilewati.";

    private static final String AGAIN = "Judul kolom ini ada lebih dari sekali; hanya yang pertama dibaca.";

    private static final int READ_TOGETHER = 200;

    private final Readers readers;
    private final Consumer<Batch> taker;

    private @Nullable String sheet;
    private @Nullable Table table;
    /** When the row before this one is a heading. */
    private @Nullable SheetRow named;

    private @Nullable Batches batches;
    /** That stand above the first heading, or on sheets without one. */
    private List<PastRow> waiting = new ArrayList<>();

    /** That are read together. */
    private final List<PastRow> ahead = new ArrayList<>();

    private record Table(Heading heading, TableReader reader) {}

    private PastReading(Readers readers, Consumer<Batch> taker) {
        this.readers = readers;
        this.taker = taker;
    }

    /**
     * @param file hands over its rows
     * @throws UnknownColumns when no heading in it is known
     * @throws Unreadable when it is no table, or breaks off; what was handed over before stands
     */
    public static void read(Consumer<Consumer<SheetRow>> file, Readers readers, Consumer<Batch> taker) {
        var reading = new PastReading(readers, taker);
        file.accept(reading::take);
        reading.end();
    }

    /** Whether the row names columns whose meaning is known without asking. */
    public static boolean isHeading(SheetRow row) {
        return Heading.of(row) != null;
    }

    private void take(SheetRow row) {
        if (row.sheet() != null && !row.sheet().equals(sheet)) {
            leave();
            named = null;
            sheet = row.sheet();
        }
        var heading = heading(row);
        if (heading != null) {
            readAhead();
            table = begin(heading);
        }
        if (table == null || batches == null) {
            waiting.add(PastRow.at(row));
        } else if (heading != null) {
            batches.take(named(row, heading), null);
        } else {
            ahead.add(readers.row(table.reader().asItWas(row), table.heading()));
            if (ahead.size() == READ_TOGETHER) {
                readAhead();
            }
        }
    }

    /** Null for a row that names no columns, or no parts of those that the row above it names. */
    private @Nullable Heading heading(SheetRow row) {
        var heading = readers.heading(row);
        var split = heading == null && named != null ? Heading.split(named, row) : null;
        named = heading == null ? null : row;
        return heading == null ? split : heading;
    }

    private static PastRow named(SheetRow row, Heading heading) {
        var named = PastRow.at(row);
        if (isHeading(row)) {
            heading.again(row).forEach(column -> named.remark(column, AGAIN));
        }
        return named;
    }

    private void readAhead() {
        if (table != null && batches != null) {
            var reader = table.reader();
            reader.look(ahead);
            for (var row : ahead) {
                batches.take(row, row.isOfTheSheet() ? null : reader.read(row));
            }
        }
        ahead.clear();
    }

    private Table begin(Heading heading) {
        if (batches == null) {
            batches = new Batches(heading.source(), taker);
        }
        if (batches.source() != heading.source()) {
            throw new Unreadable("Berkas memuat dua macam tabel; kirim masing-masing sendiri.");
        }
        handOver(batches);
        return new Table(heading, readers.of(heading));
    }

    private void handOver(Batches taking) {
        waiting.forEach(row -> taking.take(row, null));
        waiting = new ArrayList<>();
    }

    /** What stands on a sheet without a heading is told, for it may be a table whose heading is misspelt. */
    private void leave() {
        readAhead();
        if (table == null) {
            waiting.stream().filter(row -> !row.isFaulty()).forEach(row -> row.fault("", NO_HEADING));
        }
        table = null;
    }

    private void end() {
        leave();
        if (batches == null) {
            throw waiting.isEmpty() ? new Unreadable("Berkas ini kosong.") : new UnknownColumns();
        }
        handOver(batches);
        batches.handOver();
    }

    /** No heading in it is known: an officer may say what its columns mean. */
    public static final class UnknownColumns extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownColumns() {
            super("Judul kolom tidak dikenal.", null, false, false);
        }
    }
}
