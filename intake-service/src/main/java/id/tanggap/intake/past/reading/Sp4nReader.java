package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
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
    private static final int LONGEST_CATEGORY = 100;

    private final Labels labels;
    private final PastCalendar calendar;
    private final boolean oversightSecret;

    Sp4nReader(Labels labels, PastCalendar calendar, boolean oversightSecret) {
        this.labels = labels;
        this.calendar = calendar;
        this.oversightSecret = oversightSecret;
    }

    @Override
    public @Nullable PastComplaint read(PastRow row) {
        var id = id(row);
        var receivedAt = receivedAt(row);
        var type = type(row);
        var visibility = visibility(row, type);
        var text = text(row);
        if (id == null || receivedAt == null || visibility == null || row.isFaulty()) {
            return null;
        }
        return new PastComplaint(
                ImportSource.SP4N,
                id,
                "SP4N-" + id,
                row.cell("Nama Pelapor"),
                Labels.channel(row, WAY, Channel.WEB, "website"),
                type,
                visibility,
                row.cell("Judul Laporan"),
                text,
                category(row),
                region(row),
                labels.agency(row, AGENCY),
                receivedAt,
                state(row),
                null,
                null);
    }

    private static @Nullable String id(PastRow row) {
        var id = row.cell(ID);
        if (id == null || !id.matches("[A-Za-z0-9-]{1,40}")) {
            row.fault(ID, id == null ? "Kosong." : "Bukan nomor laporan: hanya huruf, angka, dan tanda hubung.");
            return null;
        }
        return id;
    }

    private @Nullable Instant receivedAt(PastRow row) {
        var cell = row.cell(DAY);
        var day = cell == null ? null : calendar.day(cell);
        if (day == null) {
            row.fault(DAY, cell == null ? "Kosong." : PastCalendar.WANTED);
            return null;
        }
        var clock = row.cell(TIME);
        var time = clock == null ? null : PastDate.readTime(clock);
        if (clock != null && time == null) {
            row.remark(TIME, "Bukan waktu; dicatat pukul 00.00.");
        }
        return calendar.instant(day, time == null ? LocalTime.MIDNIGHT : time);
    }

    private static ComplaintType type(PastRow row) {
        var cell = row.cell(CLASS);
        return switch (cell == null ? "" : cell.toLowerCase(Locale.ROOT)) {
            case "pengaduan berkadar pengawasan" -> ComplaintType.OVERSIGHT;
            case "pengaduan tidak berkadar pengawasan" -> ComplaintType.ORDINARY;
            case "aspirasi" -> ComplaintType.ASPIRATION;
            case "permintaan informasi" -> ComplaintType.INFORMATION_REQUEST;
            default -> {
                row.remark(
                        CLASS,
                        (cell == null ? "Kosong" : "Tidak dikenal") + "; dicatat sebagai tidak berkadar pengawasan.");
                yield ComplaintType.ORDINARY;
            }
        };
    }

    /** What cannot be read is not guessed: it might have been secret. */
    private @Nullable Visibility visibility(PastRow row, ComplaintType type) {
        var cell = row.cell(SECRECY);
        var told =
                switch (cell == null ? "" : cell.toLowerCase(Locale.ROOT).replace(" ", "")) {
                    case "" -> Visibility.PUBLIC;
                    case "anonim" -> Visibility.ANONYMOUS;
                    case "rahasia", "anonim|rahasia", "rahasia|anonim" -> Visibility.SECRET;
                    default -> null;
                };
        if (told == null) {
            row.fault(SECRECY, "Tidak dikenal; isi dengan Anonim, Rahasia, atau Anonim|Rahasia.");
        }
        return told != null && type == ComplaintType.OVERSIGHT && oversightSecret ? Visibility.SECRET : told;
    }

    /** As the administrators left it, which may differ from how it came in. */
    private static @Nullable String text(PastRow row) {
        var last = row.words(LAST_WORDS);
        var text = last == null ? row.words(WORDS) : last;
        if (text == null && !row.isFaulty()) {
            row.fault(WORDS, "Kosong.");
        }
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
            return cell.substring(0, Math.min(cell.length(), LONGEST_CATEGORY));
        }
        return category;
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
        var cell = row.cell(STATE);
        var state = cell == null ? "" : cell.toLowerCase(Locale.ROOT);
        if (state.startsWith("ditutup") || state.startsWith("selesai")) {
            return ImportedState.ANSWERED;
        }
        if (state.startsWith("diarsipkan") || state.startsWith("ditolak")) {
            return ImportedState.ENDED;
        }
        if (!state.startsWith("menunggu")
                && !state.startsWith("belum")
                && !state.startsWith("proses")
                && !state.startsWith("diproses")) {
            row.remark(STATE, (cell == null ? "Kosong" : "Tidak dikenal") + "; dicatat sebagai belum dijawab.");
        }
        return ImportedState.OPEN;
    }
}
