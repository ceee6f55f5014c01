package id.tanggap.intake.past.reading;

import static id.tanggap.contracts.book.BookHeading.AGENCY;
import static id.tanggap.contracts.book.BookHeading.ANSWER;
import static id.tanggap.contracts.book.BookHeading.ANSWERED;
import static id.tanggap.contracts.book.BookHeading.AREA;
import static id.tanggap.contracts.book.BookHeading.CATEGORY;
import static id.tanggap.contracts.book.BookHeading.CHANNEL;
import static id.tanggap.contracts.book.BookHeading.NUMBER;
import static id.tanggap.contracts.book.BookHeading.RECAP_CHANNEL;
import static id.tanggap.contracts.book.BookHeading.RECEIVED;
import static id.tanggap.contracts.book.BookHeading.SECRECY;
import static id.tanggap.contracts.book.BookHeading.STATE;
import static id.tanggap.contracts.book.BookHeading.TYPE;
import static id.tanggap.contracts.book.BookHeading.WORDS;

import id.tanggap.contracts.book.BookHeading;
import id.tanggap.contracts.book.BookWords;
import id.tanggap.contracts.book.Guard;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Government;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.past.told.PastComplaint.Handling;
import id.tanggap.intake.past.told.PastComplaint.Kind;
import id.tanggap.intake.past.told.PastComplaint.Origin;
import id.tanggap.intake.past.told.PastComplaint.Subject;
import id.tanggap.intake.past.told.PastComplaint.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our own record book as it was taken along: of what the house has nothing changes, for it knows more than any file. What it does
 * not have comes from another installation, or from its own before it lost it.
 */
final class RecordBookReader implements TableReader {
    private static final Pattern DAY_AND_PART = Pattern.compile("\\d{5}\\.\\d+");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(24 * 60);

    private final Government government;
    private final Labels labels;
    private final PastCalendar calendar;
    private final boolean oversightSecret;
    private final UnaryOperator<Set<String>> house;
    private final Pattern numbers;
    private Set<String> known = Set.of();

    RecordBookReader(
            Government government,
            Labels labels,
            PastCalendar calendar,
            boolean oversightSecret,
            UnaryOperator<Set<String>> house) {
        this.government = government;
        this.labels = labels;
        this.calendar = calendar;
        this.oversightSecret = oversightSecret;
        this.house = house;
        this.numbers = Pattern.compile(
                "(%s|%s)[A-Za-z0-9-]{1,40}".formatted(government.numberPrefix() + "-", Sp4nReader.NUMBERED));
    }

    /** A workbook has its words as they are. */
    @Override
    public SheetRow asItWas(SheetRow row) {
        return row.isOfText()
                ? new SheetRow(
                        row.sheet(),
                        row.number(),
                        row.cells().stream().map(Guard::taken).toList())
                : row;
    }

    @Override
    public void look(List<PastRow> ahead) {
        calendar.look(ahead, RECEIVED.text());
        known = house.apply(ahead.stream()
                .flatMap(row -> Stream.ofNullable(row.cell(NUMBER.text())))
                .collect(Collectors.toSet()));
    }

    @Override
    public @Nullable PastComplaint read(PastRow row) {
        var number = row.cell(NUMBER.text());
        if (number == null || !numbers.matcher(number).matches()) {
            row.unreadable(NUMBER.text(), "Bukan nomor aduan pemerintah ini.");
            return null;
        }
        if (known.contains(number)) {
            row.known();
            return null;
        }
        return read(row, number);
    }

    private @Nullable PastComplaint read(PastRow row, String number) {
        calendar.needed(row, RECEIVED.text());
        var receivedAt = moment(row, RECEIVED);
        var kind = kind(row);
        var words = kind == null ? null : words(row, kind);
        return words == null || kind == null || receivedAt == null || row.isFaulty()
                ? null
                : new PastComplaint(
                        origin(row, number), kind, words, subject(row), receivedAt, handling(row, kind, receivedAt));
    }

    /** By what its source called it, should a file of that source tell of it again. */
    private static Origin origin(PastRow row, String number) {
        var isNational = number.startsWith(Sp4nReader.NUMBERED);
        return new Origin(
                isNational ? ImportSource.SP4N : ImportSource.RECORD_BOOK,
                isNational ? number.substring(Sp4nReader.NUMBERED.length()) : number,
                number,
                channel(row));
    }

    private static @Nullable Channel channel(PastRow row) {
        var column = row.cell(CHANNEL.text()) == null ? RECAP_CHANNEL : CHANNEL;
        var channel = value(row, column, Channel.class, BookWords::of);
        return channel == null ? Labels.channel(row, column.text(), "website") : channel;
    }

    private @Nullable Kind kind(PastRow row) {
        var type = value(row, TYPE, ComplaintType.class, BookWords::of);
        if (type == null) {
            row.unknown(TYPE.text(), "tidak berkadar pengawasan");
        }
        var visibility = visibility(row, type);
        return visibility == null ? null : new Kind(type, visibility);
    }

    /** What cannot be read is not guessed: it might have been secret. */
    private @Nullable Visibility visibility(PastRow row, @Nullable ComplaintType type) {
        var told = value(row, SECRECY, Visibility.class, BookWords::of);
        if (told == null) {
            row.fault(SECRECY.text(), "Tidak terbaca; isi dengan Terbuka, Anonim, atau Rahasia.");
            return null;
        }
        var isSecret =
                type == ComplaintType.OVERSIGHT && oversightSecret || BookWords.WITHHELD.equals(row.cell(WORDS.text()));
        return isSecret ? Visibility.SECRET : told;
    }

    /** Null when there should be some. */
    private static @Nullable Words words(PastRow row, Kind kind) {
        if (kind.isSecret()) {
            return new Words(null, null, null);
        }
        var text = row.asWritten(WORDS.text());
        row.need(WORDS.text(), text);
        return text == null ? null : new Words(null, null, text);
    }

    private Subject subject(PastRow row) {
        return new Subject(labels.category(row, CATEGORY.text()), region(row), labels.agency(row, AGENCY.text()));
    }

    private @Nullable String region(PastRow row) {
        var label = row.cell(AREA.text());
        var region = label == null ? null : government.regionLabelled(label);
        if (label != null && region == null) {
            row.remark(AREA.text(), "Bukan wilayah di sini; dicatat tanpa wilayah.");
        }
        return region == null ? null : region.code();
    }

    private Handling handling(PastRow row, Kind kind, Instant receivedAt) {
        var answer = kind.isSecret() ? null : row.asWritten(ANSWER.text());
        var answeredAt = answeredAt(row, receivedAt);
        var state = value(row, STATE, ImportedState.class, BookWords::of);
        var isAnswered = answeredAt != null || row.cell(ANSWER.text()) != null;
        return new Handling(
                state == null ? (isAnswered ? ImportedState.ANSWERED : ImportedState.OPEN) : state, answeredAt, answer);
    }

    private @Nullable Instant answeredAt(PastRow row, Instant receivedAt) {
        var answeredAt = moment(row, ANSWERED);
        if (answeredAt == null ? row.cell(ANSWERED.text()) != null : answeredAt.isBefore(receivedAt)) {
            row.remark(
                    ANSWERED.text(),
                    (answeredAt == null ? "Bukan tanggal" : "Sebelum tanggal aduan")
                            + "; dicatat tanpa tanggal jawaban.");
            return null;
        }
        return answeredAt;
    }

    /** Null for what is no date that a file of the past can tell of. */
    private @Nullable Instant moment(PastRow row, BookHeading column) {
        var cell = row.cell(column.text());
        var day = cell == null ? null : calendar.day(cell);
        return cell == null || day == null ? null : calendar.instant(day, time(cell));
    }

    /** Behind the day, or in a workbook a part of it; midnight without. */
    private static LocalTime time(String cell) {
        if (DAY_AND_PART.matcher(cell).matches()) {
            var minutes = new BigDecimal(cell).remainder(BigDecimal.ONE).multiply(MINUTES);
            return LocalTime.MIDNIGHT.plusMinutes(Math.round(minutes.doubleValue()));
        }
        var clock = PastDate.readTimeBehind(cell);
        return clock == null ? LocalTime.MIDNIGHT : clock;
    }

    private static <T extends Enum<T>> @Nullable T value(
            PastRow row, BookHeading column, Class<T> values, Function<T, String> words) {
        var word = row.cell(column.text());
        return word == null ? null : BookWords.called(word, values, words);
    }
}
