package id.tanggap.intake.past.reading;

import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.file.Unreadable;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through a file from its beginning, and hands over what stands in its tables. */
public final class PastReading {
    private final Readers readers;
    private final Consumer<Batch> taker;

    private @Nullable String sheet;
    private @Nullable Table table;
    private @Nullable Batches batches;

    /** @param columns the place of each */
    private record Table(Map<String, Integer> columns, TableReader reader, Batches batches) {
        void take(SheetRow row) {
            var cells = new PastRow(reader.asItWas(row), columns);
            batches.take(cells, reader.read(cells));
        }
    }

    private PastReading(Readers readers, Consumer<Batch> taker) {
        this.readers = readers;
        this.taker = taker;
    }

    /**
     * @param file hands over its rows
     * @throws Unreadable when it is no table that is known, or breaks off; what was handed over before stands
     */
    public static void read(Consumer<Consumer<SheetRow>> file, Readers readers, Consumer<Batch> taker) {
        var reading = new PastReading(readers, taker);
        file.accept(reading::take);
        reading.end();
    }

    private void take(SheetRow row) {
        if (row.sheet() != null && !row.sheet().equals(sheet)) {
            sheet = row.sheet();
            table = null;
        }
        var heading = Heading.of(row);
        if (heading != null) {
            table = begin(heading);
        } else if (table != null) {
            table.take(row);
        }
    }

    private Table begin(Heading heading) {
        if (batches == null) {
            batches = new Batches(heading.source(), taker);
        }
        if (batches.source() != heading.source()) {
            throw new Unreadable("Berkas memuat dua macam tabel; kirim masing-masing sendiri.");
        }
        return new Table(heading.columns(), readers.of(heading.source()), batches);
    }

    private void end() {
        if (batches == null) {
            throw new Unreadable(
                    "Judul kolom tidak ditemukan. Ekspor SP4N-LAPOR! memuat antara lain Tracking ID, Tanggal"
                            + " Laporan Masuk, Isi Laporan Awal, Tipe Laporan, dan Status Laporan; lembar rekap memuat TANGGAL dan"
                            + " ADUAN.");
        }
        batches.handOver();
    }
}
