package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.intake.past.reading.Batch.Count;
import id.tanggap.intake.past.reading.Batch.Told;
import id.tanggap.intake.past.told.PastComplaint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers what the rows of a file tell, and hands it over some rows at a time. */
final class Batches {
    private static final int ROWS_AT_A_TIME = 200;

    private final ImportSource source;
    private final Consumer<Batch> taker;
    private final Set<String> seen = new HashSet<>();

    private int before;
    private int rows;
    private int faulty;
    private int repeated;
    private int empty;
    private List<PastComplaint> complaints = new ArrayList<>();
    private List<Told> told = new ArrayList<>();

    Batches(ImportSource source, Consumer<Batch> taker) {
        this.source = source;
        this.taker = taker;
    }

    ImportSource source() {
        return source;
    }

    /** @param complaint null when the row holds none, is known already, or is at fault */
    void take(PastRow row, @Nullable PastComplaint complaint) {
        rows++;
        if (complaint != null) {
            take(row, complaint.origin().id(), complaint);
        } else if (row.isKnown()) {
            repeated++;
        } else if (row.isFaulty()) {
            faulty++;
        } else {
            empty++;
        }
        row.findings().forEach(finding -> told.add(new Told(before + rows, finding)));
        if (rows == ROWS_AT_A_TIME) {
            handOver();
        }
    }

    private void take(PastRow row, String id, PastComplaint complaint) {
        if (seen.add(id)) {
            complaints.add(complaint);
        } else {
            repeated++;
            row.remark("", "Sama dengan baris di atasnya; dilewati.");
        }
    }

    void handOver() {
        taker.accept(new Batch(source, before, complaints, told, new Count(rows, faulty, repeated, empty)));
        before += rows;
        rows = 0;
        faulty = 0;
        repeated = 0;
        empty = 0;
        complaints = new ArrayList<>();
        told = new ArrayList<>();
    }
}
