package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.governments.Government;
import id.tanggap.intake.vault.Seal;
import java.time.LocalDate;

/** Who reads a government's tables. */
public final class Readers {
    private final Labels labels;
    private final PastCalendar calendar;
    private final String numberPrefix;
    private final boolean oversightSecret;
    private final Seal seal;

    /**
     * @param today by the government's own clock
     * @param oversightSecret whether alleged misconduct is taken over as secret, whatever the source says
     */
    public Readers(Government government, LocalDate today, boolean oversightSecret, Seal seal) {
        this.labels = new Labels(government);
        this.calendar = new PastCalendar(government.calendar().zone(), today);
        this.numberPrefix = government.numberPrefix();
        this.oversightSecret = oversightSecret;
        this.seal = seal;
    }

    /** A new one for each table: it may remember the rows above. */
    TableReader of(ImportSource source) {
        return switch (source) {
            case SP4N -> new Sp4nReader(labels, calendar, oversightSecret);
            case RECAP_SHEET -> new RecapSheetReader(labels, calendar, numberPrefix, seal);
        };
    }
}
