package id.tanggap.reporting.record;

import id.tanggap.reporting.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of the record book as a file: a number, a time or a text each. */
enum RecordColumn {
    NO("NO", 6),
    NUMBER("NOMOR ADUAN", 18),
    RECEIVED_AT("TANGGAL", 17),
    CHANNEL("KANAL", 12),
    SOCIAL_MEDIA("SOSIAL MEDIA", 14),
    TYPE("KLASIFIKASI", 24),
    CATEGORY("KATEGORI", 24),
    AREA("WILAYAH", 20),
    ADDRESS("LOKASI", 30),
    TEXT("ADUAN", 60),
    AGENCY("DINAS", 34),
    DISPATCHED_AT("TANGGAL DITERUSKAN", 17),
    MOVES("PINDAH", 8),
    DUE_AT("TENGGAT", 17),
    ANSWERED_AT("TANGGAL JAWABAN", 17),
    ANSWER("JAWABAN", 60),
    STATE("KEADAAN", 14),
    LATENESS("KETEPATAN", 14),
    /** By how many hours the promise was missed; negative what was left of it. */
    LATE_BY("TERLAMBAT (JAM)", 12),
    OBJECTED_AT("KEBERATAN", 17),
    SATISFACTION("KEPUASAN", 11),
    REMARK("SARAN", 40),
    SOURCE("ASAL DATA", 16),
    LINK("LINK ADUAN", 40);

    private final String header;
    private final int width;

    RecordColumn(String header, int width) {
        this.header = header;
        this.width = width;
    }

    String header() {
        return header;
    }

    /** Of the column in a spreadsheet, in characters. */
    int width() {
        return width;
    }

    /** A {@link Number}, an {@link Instant} or a {@link String}; null when there is nothing to tell. */
    @Nullable
    Object of(RecordRow row, Names names) {
        return switch (this) {
            case NO -> row.no();
            case NUMBER -> row.number();
            case RECEIVED_AT -> row.receivedAt();
            case CHANNEL -> Names.channel(row.channel().name());
            case SOCIAL_MEDIA -> Names.channel(row.channel().name());
            case TYPE -> Names.type(row.type().name());
            case CATEGORY -> row.category() == null ? null : names.category(row.category());
            case AREA -> row.area() == null ? null : names.area(row.area());
            case ADDRESS -> row.address();
            case TEXT -> row.text();
            case AGENCY -> row.agency() == null ? null : names.agency(row.agency(), row.agencyName());
            case DISPATCHED_AT -> row.dispatchedAt();
            case MOVES -> row.moves();
            case DUE_AT -> row.dueAt();
            case ANSWERED_AT -> row.answeredAt();
            case ANSWER -> row.answer();
            case STATE -> state(row.state());
            case LATENESS -> lateness(row.lateness());
            case LATE_BY -> row.lateBySeconds() == null ? null : hours(row.lateBySeconds());
            case OBJECTED_AT -> row.objectedAt();
            case SATISFACTION -> row.satisfaction();
            case REMARK -> row.remark();
            case SOURCE -> Names.source(row.source());
            case LINK -> row.link();
        };
    }

    private static String state(String state) {
        return switch (state) {
            case "ANSWERED" -> "Dijawab";
            case "ENDED" -> "Berakhir";
            default -> "Belum dijawab";
        };
    }

    private static @Nullable String lateness(@Nullable String lateness) {
        return switch (lateness) {
            case null -> null;
            case "ON_TIME" -> "Tepat waktu";
            case "LATE" -> "Terlambat";
            default -> "Lewat tenggat";
        };
    }

    private static double hours(long seconds) {
        return Math.round(seconds / 360.0) / 10.0;
    }
}
