package id.tanggap.intake.past.reading;

import id.tanggap.governments.Government;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.mapping.Remembered;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Masking;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who reads a government's tables. */
public final class Readers {
    private final Labels labels;
    private final PastCalendar calendar;
    private final String numberPrefix;
    private final boolean oversightSecret;
    private final Seal seal;
    private final Remembered remembered;
    private final Masking masking;

    /**
     * @param today by the government's own clock
     * @param oversightSecret whether alleged misconduct is taken over as secret, whatever the source says
     * @param remembered what officers said of labels and columns before
     * @param masking of what is written there
     */
    public Readers(
            Government government,
            LocalDate today,
            boolean oversightSecret,
            Seal seal,
            Remembered remembered,
            Masking masking) {
        this.labels = new Labels(government, remembered);
        this.calendar = new PastCalendar(government.calendar().zone(), today);
        this.numberPrefix = government.numberPrefix();
        this.oversightSecret = oversightSecret;
        this.seal = seal;
        this.remembered = remembered;
        this.masking = masking;
    }

    /** Null when the row names no columns that are known. */
    @Nullable
    Heading heading(SheetRow row) {
        var known = Heading.of(row);
        var told = known == null ? remembered.under(row, seal) : null;
        return told == null ? known : Heading.of(told);
    }

    PastRow row(SheetRow row, Heading heading) {
        return new PastRow(row, heading.columns(), masking);
    }

    /** A new one for each table: it may remember the rows above. */
    TableReader of(Heading heading) {
        return switch (heading.source()) {
            case SP4N -> new Sp4nReader(labels, calendar, oversightSecret);
            case RECAP_SHEET -> new RecapSheetReader(labels, calendar, numberPrefix, seal, heading.unmarked());
        };
    }
}
