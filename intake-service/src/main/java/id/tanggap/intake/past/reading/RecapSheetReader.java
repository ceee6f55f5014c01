package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.past.reading.PastComplaint.Handling;
import id.tanggap.intake.past.reading.PastComplaint.Kind;
import id.tanggap.intake.past.reading.PastComplaint.Origin;
import id.tanggap.intake.past.reading.PastComplaint.Subject;
import id.tanggap.intake.past.reading.PastComplaint.Words;
import id.tanggap.intake.vault.Seal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
        row.need(WORDS, text);
        return text == null || day == null || row.isFaulty() ? null : read(row, day, text, answer);
    }

    private PastComplaint read(PastRow row, LocalDate day, String text, @Nullable String answer) {
        var origin = origin(row, day, text);
        var handling = handling(row, day, answer);
        return new PastComplaint(
                origin,
                new Kind(ComplaintType.ORDINARY, Visibility.PUBLIC),
                new Words(null, null, text),
                new Subject(null, null, labels.agency(row, AGENCY)),
                calendar.midnight(day),
                handling);
    }

    private Origin origin(PastRow row, LocalDate day, String text) {
        var id = id(day, text, row.cell(WAY), row.cell(LINK));
        var number = id.substring(0, 2 * NUMBER_BYTES).toUpperCase(Locale.ROOT);
        return new Origin(
                ImportSource.RECAP_SHEET,
                id,
                numberPrefix + "-R-" + number,
                Labels.channel(row, WAY, Channel.WHATSAPP, "WhatsApp"));
    }

    private Handling handling(PastRow row, LocalDate received, @Nullable String answer) {
        var day = answerDay(row, received);
        return new Handling(
                answer == null && day == null ? ImportedState.OPEN : ImportedState.ANSWERED,
                day == null ? null : calendar.midnight(day),
                answer);
    }

    private @Nullable LocalDate day(PastRow row) {
        if (row.cell(DAY) == null && dayAbove != null) {
            row.remark(DAY, "Kosong; dicatat dengan tanggal baris di atasnya.");
            return dayAbove;
        }
        var day = calendar.needed(row, DAY);
        if (day != null) {
            dayAbove = day;
        }
        return day;
    }

    private @Nullable LocalDate answerDay(PastRow row, LocalDate received) {
        var cell = row.cell(ANSWER_DAY);
        if (cell == null || cell.equals("-")) {
            return null;
        }
        var day = calendar.day(cell);
        if (day != null && !day.isBefore(received)) {
            return day;
        }
        var wrong = day == null ? "Bukan tanggal" : "Sebelum tanggal aduan";
        row.remark(ANSWER_DAY, wrong + "; dicatat tanpa tanggal jawaban.");
        return null;
    }

    private String id(LocalDate day, String text, @Nullable String way, @Nullable String link) {
        var told = String.join(
                "\0", day.toString(), text, Objects.requireNonNullElse(way, ""), Objects.requireNonNullElse(link, ""));
        return HexFormat.of().formatHex(seal.fingerprint(told.getBytes(StandardCharsets.UTF_8)));
    }
}
