package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.file.Spreadsheet;
import id.tanggap.intake.past.file.Unreadable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through a file from its beginning, and hands over what stands in it some rows at a time. */
public final class PastReading {
    static final int ROWS_AT_A_TIME = 200;

    private final Readers readers;
    private final Consumer<Batch> taker;
    private final Set<String> seen = new HashSet<>();

    private @Nullable String sheet;
    private @Nullable Map<String, Integer> columns;
    private @Nullable ImportSource source;
    private @Nullable TableReader reader;
    private int rows;
    private Batch batch = new Batch(ImportSource.SP4N, 0);

    private PastReading(Readers readers, Consumer<Batch> taker) {
        this.readers = readers;
        this.taker = taker;
    }

    /**
     * Rows that belong together in one transaction.
     *
     * @param before how many rows of the file came before them
     */
    public record Batch(ImportSource source, int before, List<PastComplaint> complaints, List<Told> told, Count count) {
        Batch(ImportSource source, int before) {
            this(source, before, new ArrayList<>(), new ArrayList<>(), new Count());
        }

        /** How many rows of the file are done with this batch. */
        public int after() {
            return before + count.rows;
        }
    }

    /** @param row of the file, counted from 1 over all its sheets */
    public record Told(int row, Finding finding) {}

    public static final class Count {
        public int rows;
        /** Left out, with their faults told. */
        public int faulty;
        /** Told already further up in the file. */
        public int repeated;
    }

    /** @throws Unreadable when it is no table that is known, or breaks off; what was handed over before stands */
    public static void read(byte[] file, Readers readers, Consumer<Batch> taker) {
        var reading = new PastReading(readers, taker);
        Spreadsheet.read(file, reading::take);
        reading.end();
    }

    private void take(SheetRow row) {
        if (row.sheet() != null && !row.sheet().equals(sheet)) {
            sheet = row.sheet();
            columns = null;
        }
        var heading = Heading.of(row);
        if (heading != null) {
            begin(heading);
        } else if (columns != null && reader != null) {
            take(new PastRow(row, columns), reader);
        }
    }

    private void begin(Heading heading) {
        if (source != null && source != heading.source()) {
            throw new Unreadable("Berkas memuat dua macam tabel; kirim masing-masing sendiri.");
        }
        if (source == null) {
            batch = new Batch(heading.source(), 0);
        }
        source = heading.source();
        columns = heading.columns();
        reader = readers.of(heading.source());
    }

    private void take(PastRow row, TableReader table) {
        var complaint = table.read(row);
        rows++;
        batch.count().rows++;
        if (complaint != null && !seen.add(complaint.sourceId())) {
            batch.count().repeated++;
            row.remark("", "Sama dengan baris di atasnya; dilewati.");
        } else if (complaint != null) {
            batch.complaints().add(complaint);
        } else if (row.isFaulty()) {
            batch.count().faulty++;
        }
        row.findings().forEach(finding -> batch.told().add(new Told(rows, finding)));
        if (batch.count().rows == ROWS_AT_A_TIME) {
            handOver();
        }
    }

    private void end() {
        if (source == null) {
            throw new Unreadable(
                    "Judul kolom tidak ditemukan. Ekspor SP4N-LAPOR! memuat antara lain Tracking ID, Tanggal"
                            + " Laporan Masuk, Isi Laporan Awal, Tipe Laporan, dan Status Laporan; lembar rekap memuat TANGGAL dan"
                            + " ADUAN.");
        }
        handOver();
    }

    private void handOver() {
        taker.accept(batch);
        batch = new Batch(batch.source(), batch.after());
    }
}
