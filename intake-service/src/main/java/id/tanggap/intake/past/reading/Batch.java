package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.intake.past.told.PastComplaint;
import java.util.List;

/**
 * Rows that belong together in one transaction.
 *
 * @param before how many rows of the file came before them
 */
public record Batch(ImportSource source, int before, List<PastComplaint> complaints, List<Told> told, Count count) {

    /** @param row of the file, counted from 1 over all its sheets */
    public record Told(int row, Finding finding) {}

    /**
     * @param faulty left out, with their faults told
     * @param repeated told already further up in the file, or known to the house by their number
     * @param empty that hold no complaint: titles, headings, sums
     */
    public record Count(int rows, int faulty, int repeated, int empty) {}

    /** How many rows of the file are done with this batch. */
    public int after() {
        return before + count.rows();
    }
}
