package id.tanggap.intake.past.reading;

import id.tanggap.governments.Government;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.mapping.Remembered;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Masking;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who reads a government's tables. */
public final class Readers {
    private final Labels labels;
    private final PastCalendar calendar;
    private final Government government;
    private final boolean oversightSecret;
    private final Seal seal;
    private final Remembered remembered;
    private final Masking masking;
    private final UnaryOperator<Set<String>> known;

    /**
     * @param today by the government's own clock
     * @param oversightSecret whether alleged misconduct is taken over as secret, whatever the source says
     * @param remembered what officers said of labels and columns before
     * @param masking of what is written there
     * @param known those of the numbers that complaints of the house have; may block
     */
    public Readers(
            Government government,
            LocalDate today,
            boolean oversightSecret,
            Seal seal,
            Remembered remembered,
            Masking masking,
            UnaryOperator<Set<String>> known) {
        this.labels = new Labels(government, remembered);
        this.calendar = new PastCalendar(government.calendar().zone(), today);
        this.government = government;
        this.oversightSecret = oversightSecret;
        this.seal = seal;
        this.remembered = remembered;
        this.masking = masking;
        this.known = known;
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
            case RECAP_SHEET ->
                new RecapSheetReader(labels, calendar, government.numberPrefix(), seal, heading.unmarked(), known);
            case RECORD_BOOK -> new RecordBookReader(government, labels, calendar, oversightSecret, known);
        };
    }
}
