package id.tanggap.intake.past.reading;

import org.jspecify.annotations.Nullable;

/** Reads the rows of one table from top to bottom. */
interface TableReader {
    /** Null when the row is at fault, which it says then, or holds no complaint. */
    @Nullable
    PastComplaint read(PastRow row);
}
