package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.past.told.PastComplaint.Handling;
import id.tanggap.intake.past.told.PastComplaint.Kind;
import id.tanggap.intake.past.told.PastComplaint.Origin;
import id.tanggap.intake.past.told.PastComplaint.Subject;
import id.tanggap.intake.past.told.PastComplaint.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The export of SP4N-LAPOR!, which prints secret reports in clear text. */
final class Sp4nReader implements TableReader {
    private static final String ID = "Tracking ID";
    private static final String DAY = "Tanggal Laporan Masuk";
    private static final String TIME = "Waktu Laporan Masuk";
    private static final String CLASS = "Klasifikasi Laporan";
    private static final String SECRECY = "Tipe Laporan";
    private static final String WORDS = "Isi Laporan Awal";
    private static final String LAST_WORDS = "Isi Laporan Akhir";
    private static final String CATEGORY = "Kategori";
    private static final String WAY = "Sumber Laporan";
    private static final String AGENCY = "Instansi Terdisposisi";
    private static final String STATE = "Status Laporan";
    private static final String DISTRICT = "Kecamatan";
    /** What numbers of its complaints begin with here. */
    static final String NUMBERED = "SP4N-";

    private static final Map<String, ComplaintType> TYPES = Map.of(
            "pengaduan berkadar pengawasan", ComplaintType.OVERSIGHT,
            "pengaduan tidak berkadar pengawasan", ComplaintType.ORDINARY,
            "aspirasi", ComplaintType.ASPIRATION,
            "permintaan informasi", ComplaintType.INFORMATION_REQUEST);

    private static final Map<String, Visibility> VISIBILITIES = Map.of(
            "anonim", Visibility.ANONYMOUS,
            "rahasia", Visibility.SECRET,
            "anonim|rahasia", Visibility.SECRET,
            "rahasia|anonim", Visibility.SECRET);

    private final Labels labels;
    private final PastCalendar calendar;
    private final boolean oversightSecret;

    Sp4nReader(Labels labels, PastCalendar calendar, boolean oversightSecret) {
        this.labels = labels;
        this.calendar = calendar;
        this.oversightSecret = oversightSecret;
    }

    @Override
    public void look(List<PastRow> ahead) {
        calendar.look(ahead, DAY);
    }

    /** What may leave the row out comes first: only of a row that is taken over is anything else said. */
    @Override
    public @Nullable PastComplaint read(PastRow row) {
        if (row.isBesideTheTable() && Stream.of(ID, DAY, WORDS).allMatch(column -> row.cell(column) == null)) {
            return null;
        }
        var id = id(row);
        var receivedAt = receivedAt(row);
        var kind = kind(row);
        var words = new Words(row.person(), row.cell("Judul Laporan"), text(row));
        return id == null || receivedAt == null || kind == null || row.isFaulty()
                ? null
                : new PastComplaint(
                        new Origin(ImportSource.SP4N, id, NUMBERED + id, Labels.channel(row, WAY, "website")),
                        kind,
                        words,
                        new Subject(
                                labels.category(row, CATEGORY),
                                labels.region(row, DISTRICT, "Kelurahan"),
                                labels.agency(row, AGENCY)),
                        receivedAt,
                        new Handling(Labels.state(row, STATE), null, null));
    }

    private static @Nullable String id(PastRow row) {
        var id = row.number(ID);
        if (row.isFaulty()) {
            return null;
        }
        if (id == null || !id.matches("[A-Za-z0-9-]{1,40}")) {
            row.unreadable(ID, "Bukan nomor laporan: hanya huruf, angka, dan tanda hubung.");
            return null;
        }
        return id;
    }

    private @Nullable Instant receivedAt(PastRow row) {
        var day = calendar.needed(row, DAY);
        return day == null ? null : calendar.instant(day, time(row));
    }

    /** What the day's own cell tells, when no other does. */
    private static LocalTime time(PastRow row) {
        var cell = row.cell(TIME);
        var day = row.cell(DAY);
        var time = cell == null ? PastDate.readTimeBehind(day == null ? "" : day) : PastDate.readTime(cell);
        if (cell != null && time == null) {
            row.remark(TIME, "Bukan waktu; dicatat pukul 00.00.");
        }
        return time == null ? LocalTime.MIDNIGHT : time;
    }

    private @Nullable Kind kind(PastRow row) {
        var type = TYPES.get(lowerCase(row, CLASS));
        if (type == null) {
            row.unknown(CLASS, "tidak berkadar pengawasan");
        }
        var secrecy = lowerCase(row, SECRECY).replace(" ", "");
        var visibility = VISIBILITIES.get(secrecy);
        if (visibility == null && !secrecy.isEmpty()) {
            // What cannot be read is not guessed: it might have been secret.
            row.strangeFault(SECRECY, "Tidak dikenal; isi dengan Anonim, Rahasia, atau Anonim|Rahasia.");
            return null;
        }
        return new Kind(type, type == ComplaintType.OVERSIGHT ? ofOversight(visibility) : visibility);
    }

    /** As the officer said of those without a mark. */
    private @Nullable Visibility ofOversight(@Nullable Visibility told) {
        if (oversightSecret) {
            return Visibility.SECRET;
        }
        return told == null ? Visibility.PUBLIC : told;
    }

    /** As the administrators left it, which may differ from how it came in. */
    private static @Nullable String text(PastRow row) {
        var last = row.words(LAST_WORDS);
        var text = last == null ? row.words(WORDS) : last;
        row.need(WORDS, text);
        return text;
    }

    private static String lowerCase(PastRow row, String column) {
        var cell = row.cell(column);
        return cell == null ? "" : cell.toLowerCase(Locale.ROOT);
    }
}
