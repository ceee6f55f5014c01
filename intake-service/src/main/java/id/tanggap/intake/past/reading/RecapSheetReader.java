package id.tanggap.intake.past.reading;

import id.tanggap.contracts.book.BookWords;
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
import java.util.function.Predicate;
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
    private final Predicate<String> known;
    /** Of the rows above, for a cell that was merged with them. */
    private @Nullable LocalDate dayAbove;

    RecapSheetReader(Labels labels, PastCalendar calendar, String numberPrefix, Seal seal, Predicate<String> known) {
        this.labels = labels;
        this.calendar = calendar;
        this.numberPrefix = numberPrefix;
        this.seal = seal;
        this.known = known;
    }

    @Override
    public @Nullable PastComplaint read(PastRow row) {
        var text = row.words(WORDS);
        var answer = row.words(ANSWER);
        if (text == null && answer == null && row.cell(AGENCY) == null && !row.isFaulty()) {
            return null; // a title, a sum, a signature
        }
        if (isOurOwn(row, text)) {
            return null;
        }
        var day = day(row);
        row.need(WORDS, text);
        return text == null || day == null || row.isFaulty() ? null : read(row, day, text, answer);
    }

    /** As we wrote it before it told numbers and secrecy: what is known is seen by its link, what else there is might be secret. */
    private boolean isOurOwn(PastRow row, @Nullable String text) {
        var link = Objects.requireNonNullElse(row.cell(LINK), "");
        var place = link.lastIndexOf(BookWords.FOLLOWED + numberPrefix + "-");
        if (place < 0 && !BookWords.WITHHELD.equals(text)) {
            return false;
        }
        if (place >= 0 && known.test(link.substring(place + BookWords.FOLLOWED.length()))) {
            row.known();
        } else {
            row.fault(WORDS, "Dari ekspor lama tanpa kolom SIFAT; unduh buku aduan itu lagi, lalu kirim yang baru.");
        }
        return true;
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
