package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.vault.Seal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The recap that an office keeps by itself, a sheet per month (Karanganyar row 5). It gives complaints no number; one is
 * known again by its day, its words and its way.
 */
final class RecapSheetReader implements TableReader {
    private static final String DAY = "TANGGAL";
    private static final String WORDS = "ADUAN";
    private static final String AGENCY = "DINAS";
    private static final String ANSWER_DAY = "TANGGAL JAWABAN";
    private static final String ANSWER = "JAWABAN";
    private static final String WAY = "SOSIAL MEDIA";
    private static final String LINK = "LINK ADUAN";
    private static final int NUMBER_BYTES = 5;

    private final Labels labels;
    private final PastCalendar calendar;
    private final String numberPrefix;
    private final Seal seal;
    /** Of the rows above, for a cell that was merged with them. */
    private @Nullable LocalDate dayAbove;

    RecapSheetReader(Labels labels, PastCalendar calendar, String numberPrefix, Seal seal) {
        this.labels = labels;
        this.calendar = calendar;
        this.numberPrefix = numberPrefix;
        this.seal = seal;
    }

    @Override
    public @Nullable PastComplaint read(PastRow row) {
        var text = row.words(WORDS);
        var answer = row.words(ANSWER);
        if (text == null && answer == null && row.cell(AGENCY) == null && !row.isFaulty()) {
            return null; // a title, a sum, a signature
        }
        var day = day(row);
        if (text == null && !row.isFaulty()) {
            row.fault(WORDS, "Kosong.");
        }
        if (text == null || day == null || row.isFaulty()) {
            return null;
        }
        var channel = Labels.channel(row, WAY, Channel.WHATSAPP, "WhatsApp");
        var id = id(day, text, row.cell(WAY), row.cell(LINK));
        var answerDay = answerDay(row, day);
        var answered = answer != null || answerDay != null;
        return new PastComplaint(
                ImportSource.RECAP_SHEET,
                id,
                numberPrefix + "-R-" + id.substring(0, 2 * NUMBER_BYTES).toUpperCase(Locale.ROOT),
                null,
                channel,
                ComplaintType.ORDINARY,
                Visibility.PUBLIC,
                null,
                text,
                null,
                null,
                labels.agency(row, AGENCY),
                midnight(day),
                answered ? ImportedState.ANSWERED : ImportedState.OPEN,
                answerDay == null ? null : midnight(answerDay),
                answer);
    }

    private Instant midnight(LocalDate day) {
        return calendar.instant(day, LocalTime.MIDNIGHT);
    }

    private @Nullable LocalDate day(PastRow row) {
        var cell = row.cell(DAY);
        if (cell == null && dayAbove != null) {
            row.remark(DAY, "Kosong; dicatat dengan tanggal baris di atasnya.");
            return dayAbove;
        }
        var day = cell == null ? null : calendar.day(cell);
        if (day == null) {
            row.fault(DAY, cell == null ? "Kosong." : PastCalendar.WANTED);
            return null;
        }
        dayAbove = day;
        return day;
    }

    private @Nullable LocalDate answerDay(PastRow row, LocalDate received) {
        var cell = row.cell(ANSWER_DAY);
        if (cell == null || cell.equals("-")) {
            return null;
        }
        var day = calendar.day(cell);
        if (day == null || day.isBefore(received)) {
            row.remark(
                    ANSWER_DAY,
                    day == null
                            ? "Bukan tanggal; dicatat tanpa tanggal jawaban."
                            : "Sebelum tanggal aduan; dicatat tanpa tanggal jawaban.");
            return null;
        }
        return day;
    }

    private String id(LocalDate day, String text, @Nullable String way, @Nullable String link) {
        var told = String.join(
                "\0", day.toString(), text, Objects.requireNonNullElse(way, ""), Objects.requireNonNullElse(link, ""));
        return HexFormat.of().formatHex(seal.fingerprint(told.getBytes(StandardCharsets.UTF_8)));
    }
}
