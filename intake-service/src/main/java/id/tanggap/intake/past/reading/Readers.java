package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.governments.Government;
import id.tanggap.intake.vault.Seal;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Who reads a government's tables. */
public final class Readers {
    private final Labels labels;
    private final PastCalendar calendar;
    private final Government government;
    private final boolean oversightSecret;
    private final Seal seal;
    private final Predicate<String> known;

    /**
     * @param today by the government's own clock
     * @param oversightSecret whether alleged misconduct is taken over as secret, whatever the source says
     * @param known whether the house has a complaint of this number; asked row by row, and may block
     */
    public Readers(
            Government government, LocalDate today, boolean oversightSecret, Seal seal, Predicate<String> known) {
        this.labels = new Labels(government);
        this.calendar = new PastCalendar(government.calendar().zone(), today);
        this.government = government;
        this.oversightSecret = oversightSecret;
        this.seal = seal;
        this.known = known;
    }

    /** A new one for each table: it may remember the rows above. */
    TableReader of(ImportSource source) {
        return switch (source) {
            case SP4N -> new Sp4nReader(labels, calendar, oversightSecret);
            case RECAP_SHEET -> new RecapSheetReader(labels, calendar, government.numberPrefix(), seal, known);
            case RECORD_BOOK -> new RecordBookReader(government, labels, calendar, oversightSecret, known);
        };
    }
}
