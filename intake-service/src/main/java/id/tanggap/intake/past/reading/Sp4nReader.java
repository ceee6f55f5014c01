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
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
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

    private static final int LONGEST_CATEGORY = 100;

    private static final Map<String, ComplaintType> TYPES = Map.of(
            "pengaduan berkadar pengawasan", ComplaintType.OVERSIGHT,
            "pengaduan tidak berkadar pengawasan", ComplaintType.ORDINARY,
            "aspirasi", ComplaintType.ASPIRATION,
            "permintaan informasi", ComplaintType.INFORMATION_REQUEST);

    private static final Map<String, Visibility> VISIBILITIES = Map.of(
            "", Visibility.PUBLIC,
            "anonim", Visibility.ANONYMOUS,
            "rahasia", Visibility.SECRET,
            "anonim|rahasia", Visibility.SECRET,
            "rahasia|anonim", Visibility.SECRET);

    /** By what it begins with; none begins as another does. */
    private static final Map<String, ImportedState> STATES = Map.of(
            "ditutup", ImportedState.ANSWERED,
            "selesai", ImportedState.ANSWERED,
            "diarsipkan", ImportedState.ENDED,
            "ditolak", ImportedState.ENDED,
            "menunggu", ImportedState.OPEN,
            "belum", ImportedState.OPEN,
            "proses", ImportedState.OPEN,
            "diproses", ImportedState.OPEN);

    private final Labels labels;
    private final PastCalendar calendar;
    private final boolean oversightSecret;

    Sp4nReader(Labels labels, PastCalendar calendar, boolean oversightSecret) {
        this.labels = labels;
        this.calendar = calendar;
        this.oversightSecret = oversightSecret;
    }

    /** What may leave the row out comes first: only of a row that is taken over is anything else said. */
    @Override
    public @Nullable PastComplaint read(PastRow row) {
        var id = id(row);
        var receivedAt = receivedAt(row);
        var kind = kind(row);
        var words = new Words(row.cell("Nama Pelapor"), row.cell("Judul Laporan"), text(row));
        return id == null || receivedAt == null || kind == null || row.isFaulty()
                ? null
                : new PastComplaint(
                        new Origin(
                                ImportSource.SP4N, id, NUMBERED + id, Labels.channel(row, WAY, Channel.WEB, "website")),
                        kind,
                        words,
                        new Subject(category(row), region(row), labels.agency(row, AGENCY)),
                        receivedAt,
                        new Handling(state(row), null, null));
    }

    private static @Nullable String id(PastRow row) {
        var id = row.cell(ID);
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

    private static LocalTime time(PastRow row) {
        var cell = row.cell(TIME);
        var time = cell == null ? null : PastDate.readTime(cell);
        if (cell != null && time == null) {
            row.remark(TIME, "Bukan waktu; dicatat pukul 00.00.");
        }
        return time == null ? LocalTime.MIDNIGHT : time;
    }

    private @Nullable Kind kind(PastRow row) {
        var type = type(row);
        var visibility = visibility(row, type);
        return visibility == null ? null : new Kind(type, visibility);
    }

    private static ComplaintType type(PastRow row) {
        var type = TYPES.get(lowerCase(row, CLASS));
        if (type == null) {
            row.unknown(CLASS, "tidak berkadar pengawasan");
            return ComplaintType.ORDINARY;
        }
        return type;
    }

    /** What cannot be read is not guessed: it might have been secret. */
    private @Nullable Visibility visibility(PastRow row, ComplaintType type) {
        var told = VISIBILITIES.get(lowerCase(row, SECRECY).replace(" ", ""));
        if (told == null) {
            row.fault(SECRECY, "Tidak dikenal; isi dengan Anonim, Rahasia, atau Anonim|Rahasia.");
            return null;
        }
        return type == ComplaintType.OVERSIGHT && oversightSecret ? Visibility.SECRET : told;
    }

    /** As the administrators left it, which may differ from how it came in. */
    private static @Nullable String text(PastRow row) {
        var last = row.words(LAST_WORDS);
        var text = last == null ? row.words(WORDS) : last;
        row.need(WORDS, text);
        return text;
    }

    private @Nullable String category(PastRow row) {
        var cell = row.cell(CATEGORY);
        if (cell == null) {
            return null;
        }
        var category = labels.category(cell);
        if (category == null) {
            row.remark(CATEGORY, "Tidak ada di sini; dicatat dengan nama asalnya.");
        }
        return category == null ? cell.substring(0, Math.min(cell.length(), LONGEST_CATEGORY)) : category;
    }

    private @Nullable String region(PastRow row) {
        var district = row.cell(DISTRICT);
        var region = labels.region(district, row.cell("Kelurahan"));
        if (district != null && region == null) {
            row.remark(DISTRICT, "Bukan kecamatan di sini; dicatat tanpa wilayah.");
        }
        return region;
    }

    private static ImportedState state(PastRow row) {
        var cell = lowerCase(row, STATE);
        var state = STATES.entrySet().stream()
                .filter(beginning -> cell.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (state.isEmpty()) {
            row.unknown(STATE, "belum dijawab");
        }
        return state.orElse(ImportedState.OPEN);
    }

    private static String lowerCase(PastRow row, String column) {
        var cell = row.cell(column);
        return cell == null ? "" : cell.toLowerCase(Locale.ROOT);
    }
}
