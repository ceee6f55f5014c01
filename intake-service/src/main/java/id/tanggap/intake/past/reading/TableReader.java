package id.tanggap.intake.past.reading;

import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.told.PastComplaint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table from top to bottom. */
interface TableReader {
    /** The row as who wrote the file had it, before it was made fit for the file. */
    default SheetRow asItWas(SheetRow row) {
        return row;
    }

    /** Tells which rows are read next: what is to be asked of them is asked at once. */
    default void look(List<PastRow> ahead) {}

    /** Null when the row is at fault, which it says then, is known already, which it says too, or holds no complaint. */
    @Nullable
    PastComplaint read(PastRow row);
}
