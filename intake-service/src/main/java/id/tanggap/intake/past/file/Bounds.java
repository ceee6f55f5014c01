package id.tanggap.intake.past.file;

import java.util.function.Consumer;

/** Hands over what an office's table may hold, empty rows left out; what is more was made to exhaust who reads it. */
final class Bounds implements Consumer<SheetRow> {
    /** With something in them. A city of three million has a tenth of that in a year. */
    static final int MOST_ROWS = 200_000;

    /** As many as a spreadsheet can have. */
    private static final int MOST_CELLS = 16_384;

    /** Several times what is taken over of a row. */
    static final int LONGEST_ROW = 200_000;

    private final Consumer<SheetRow> rows;
    private int handed;
    private long left = FileKind.LONGEST_UNPACKED;

    Bounds(Consumer<SheetRow> rows) {
        this.rows = rows;
    }

    /** @throws Unreadable when it is a row too long, or too many */
    @Override
    public void accept(SheetRow row) {
        if (!row.isEmpty()) {
            left -= length(row);
            if (++handed > MOST_ROWS || left < 0) {
                throw new Unreadable(
                        "Berkas memuat lebih dari 200.000 baris, atau isinya lebih dari 64 MB. Bagi menjadi beberapa"
                                + " berkas, misalnya per tahun.");
            }
            rows.accept(row);
        }
    }

    private static long length(SheetRow row) {
        var cells = row.cells();
        var length = cells.size() + cells.stream().mapToLong(String::length).sum();
        if (cells.size() > MOST_CELLS || length > LONGEST_ROW) {
            throw tooLong(row.number());
        }
        return length;
    }

    static Unreadable tooLong(long row) {
        return new Unreadable("Baris " + row + " memuat lebih dari 200.000 karakter. Periksa tanda kutip yang tidak"
                + " ditutup, lalu simpan ulang.");
    }
}
