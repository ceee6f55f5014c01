package id.tanggap.intake.past.reading;

import id.tanggap.contracts.book.BookWords;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.past.mapping.Meaning;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.past.told.PastComplaint.Handling;
import id.tanggap.intake.past.told.PastComplaint.Kind;
import id.tanggap.intake.past.told.PastComplaint.Origin;
import id.tanggap.intake.past.told.PastComplaint.Subject;
import id.tanggap.intake.past.told.PastComplaint.Words;
import id.tanggap.intake.vault.Seal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recap that an office keeps by itself, a sheet per month (Karanganyar row 5), and any sheet whose columns an officer
 * said the meaning of. Where it gives complaints no number, one is known again by its day, its words and its way.
 */
final class RecapSheetReader implements TableReader {
    private static final String DAY = Meaning.DAY.column();
    private static final String WORDS = Meaning.WORDS.column();
    private static final String AGENCY = Meaning.AGENCY.column();
    private static final String ANSWER_DAY = Meaning.ANSWER_DAY.column();
    private static final String ANSWER = Meaning.ANSWER.column();
    private static final String WAY = Meaning.CHANNEL.column();
    private static final String LINK = Meaning.LINK.column();
    private static final String NUMBER = Meaning.NUMBER.column();
    private static final String TITLE = Meaning.TITLE.column();
    private static final String CATEGORY = Meaning.CATEGORY.column();
    private static final String STATE = Meaning.STATE.column();
    private static final String SECRECY = Meaning.SECRECY.column();
    private static final String DISTRICT = Meaning.DISTRICT.column();
    private static final String VILLAGE = Meaning.VILLAGE.column();
    private static final int NUMBER_BYTES = 5;

    private static final Map<String, Visibility> VISIBILITIES = Map.of(
            "publik", Visibility.PUBLIC,
            "umum", Visibility.PUBLIC,
            "terbuka", Visibility.PUBLIC,
            "tidak rahasia", Visibility.PUBLIC,
            "anonim", Visibility.ANONYMOUS,
            "rahasia", Visibility.SECRET,
            "tertutup", Visibility.SECRET);

    private final Labels labels;
    private final PastCalendar calendar;
    private final String numberPrefix;
    private final Seal seal;
    private final Visibility unmarked;
    private final UnaryOperator<Set<String>> house;
    /** Of the rows above, for a cell that was merged with them. */
    private @Nullable LocalDate dayAbove;

    private Set<String> known = Set.of();

    RecapSheetReader(
            Labels labels,
            PastCalendar calendar,
            String numberPrefix,
            Seal seal,
            Visibility unmarked,
            UnaryOperator<Set<String>> house) {
        this.labels = labels;
        this.calendar = calendar;
        this.numberPrefix = numberPrefix;
        this.seal = seal;
        this.unmarked = unmarked;
        this.house = house;
    }

    @Override
    public void look(List<PastRow> ahead) {
        calendar.look(ahead, DAY);
        var followed = ahead.stream().flatMap(row -> followed(row).stream()).collect(Collectors.toSet());
        known = followed.isEmpty() ? Set.of() : house.apply(followed);
    }

    @Override
    public @Nullable PastComplaint read(PastRow row) {
        var text = row.words(WORDS);
        if (text == null && row.isBesideTheTable() && !isDay(row) && !row.isFaulty()) {
            return null; // a title, a sum, a signature
        }
        if (isOurOwn(row, text)) {
            return null;
        }
        var answer = row.words(ANSWER);
        var day = day(row);
        var visibility = visibility(row);
        row.number(NUMBER);
        row.need(WORDS, text);
        return text == null || day == null || row.isFaulty() ? null : read(row, day, visibility, text, answer);
    }

    private boolean isDay(PastRow row) {
        var cell = row.cell(DAY);
        return cell != null && calendar.day(cell) != null;
    }

    /** As we wrote it before it told numbers and secrecy: what is known is seen by its link, what else there is might be secret. */
    private boolean isOurOwn(PastRow row, @Nullable String text) {
        var followed = followed(row);
        if (followed.isEmpty() && !BookWords.WITHHELD.equals(text)) {
            return false;
        }
        if (followed.filter(known::contains).isPresent()) {
            row.known();
        } else {
            row.fault(WORDS, "Dari ekspor lama tanpa kolom SIFAT; unduh buku aduan itu lagi, lalu kirim yang baru.");
        }
        return true;
    }

    /** The number that its link follows here. */
    private Optional<String> followed(PastRow row) {
        var link = Objects.requireNonNullElse(row.cell(LINK), "");
        return Stream.of(BookWords.FOLLOWED, BookWords.FOLLOWED_BEFORE)
                .filter(way -> link.contains(way + numberPrefix + "-"))
                .map(way -> link.substring(link.lastIndexOf(way) + way.length()))
                .findFirst();
    }

    private PastComplaint read(
            PastRow row, LocalDate day, @Nullable Visibility visibility, String text, @Nullable String answer) {
        var subject = new Subject(
                labels.category(row, CATEGORY), labels.region(row, DISTRICT, VILLAGE), labels.agency(row, AGENCY));
        return new PastComplaint(
                origin(row, day, text),
                new Kind(null, visibility),
                new Words(row.person(), row.cell(TITLE), text),
                subject,
                calendar.midnight(day),
                handling(row, day, answer));
    }

    /** What cannot be read is not guessed, and what says nothing is what the officer said of such rows. */
    private @Nullable Visibility visibility(PastRow row) {
        var told = row.cell(SECRECY);
        var visibility = told == null ? unmarked : VISIBILITIES.get(told.toLowerCase(Locale.ROOT));
        if (visibility == null) {
            row.strangeFault(SECRECY, "Tidak dikenal; isi dengan Publik, Anonim, atau Rahasia.");
        }
        return told == null && visibility == Visibility.PUBLIC ? null : visibility;
    }

    private Origin origin(PastRow row, LocalDate day, String text) {
        var number = row.number(NUMBER);
        var id = number == null ? id(day.toString(), text, row.cell(WAY), row.cell(LINK)) : id("", number, null, null);
        return new Origin(
                ImportSource.RECAP_SHEET,
                id,
                numberPrefix + "-R-" + id.substring(0, 2 * NUMBER_BYTES).toUpperCase(Locale.ROOT),
                Labels.channel(row, WAY, "WhatsApp"));
    }

    private Handling handling(PastRow row, LocalDate received, @Nullable String answer) {
        var day = answerDay(row, received);
        return new Handling(
                state(row, answer != null || day != null), day == null ? null : calendar.midnight(day), answer);
    }

    /** Null when nothing is told of it. */
    private static @Nullable ImportedState state(PastRow row, boolean answered) {
        if (answered) {
            return ImportedState.ANSWERED;
        }
        return row.cell(STATE) == null ? null : Labels.state(row, STATE);
    }

    private @Nullable LocalDate day(PastRow row) {
        if (row.cell(DAY) == null && dayAbove != null && !row.hasFailed(DAY)) {
            return mergedWithTheDayAbove(row);
        }
        var day = calendar.needed(row, DAY);
        if (day != null) {
            dayAbove = day;
        }
        return day;
    }

    /** Null for words that stand alone below the table, as those do who sign it. */
    private @Nullable LocalDate mergedWithTheDayAbove(PastRow row) {
        if (row.tellsMoreThan(DAY, WORDS, ANSWER)) {
            row.remark(DAY, "Kosong; dicatat dengan tanggal baris di atasnya.");
            return dayAbove;
        }
        row.fault(DAY, "Kosong, juga nomor dan dinasnya: dianggap penutup lembar. Bila ini aduan, isi tanggalnya.");
        return null;
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

    private String id(String day, String text, @Nullable String way, @Nullable String link) {
        var told =
                String.join("\0", day, text, Objects.requireNonNullElse(way, ""), Objects.requireNonNullElse(link, ""));
        return HexFormat.of().formatHex(seal.fingerprint(told.getBytes(StandardCharsets.UTF_8)));
    }
}
