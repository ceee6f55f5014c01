package id.tanggap.reporting.record;

import static id.tanggap.reporting.record.Audience.AGENCY;
import static id.tanggap.reporting.record.Audience.INTERNAL;
import static id.tanggap.reporting.record.Audience.PUBLIC;
import static id.tanggap.reporting.record.Audience.RECAP;

import id.tanggap.reporting.Names;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of the record book as a file, and who sees it.
 *
 * @param width in a spreadsheet, in characters
 */
record RecordColumn(String header, int width, Value value, Set<Audience> audiences) {

    /** In the order of every file; an audience has those that are for it. */
    private static final List<RecordColumn> ALL = List.of(
            column("NO", 6, (row, _) -> row.head().no(), INTERNAL, AGENCY, PUBLIC, RECAP),
            column("NOMOR ADUAN", 18, (row, _) -> row.head().number(), INTERNAL, AGENCY),
            column("TANGGAL", 17, (row, _) -> row.head().receivedAt(), INTERNAL, AGENCY, PUBLIC, RECAP),
            column("KANAL", 12, (row, _) -> channel(row), INTERNAL, PUBLIC),
            column("KLASIFIKASI", 24, (row, _) -> type(row), INTERNAL, PUBLIC),
            column("KATEGORI", 24, RecordColumn::category, INTERNAL, AGENCY, PUBLIC),
            column("WILAYAH", 20, RecordColumn::area, INTERNAL, AGENCY, PUBLIC),
            column("LOKASI", 30, (row, _) -> row.matter().place().address(), INTERNAL, AGENCY),
            column("ADUAN", 60, (row, _) -> row.matter().text(), INTERNAL, AGENCY, RECAP),
            column("DINAS", 34, RecordColumn::agency, INTERNAL, AGENCY, PUBLIC, RECAP),
            column("TANGGAL DITERUSKAN", 17, (row, _) -> row.dispatch().dispatchedAt(), INTERNAL, AGENCY),
            column("PINDAH", 8, (row, _) -> row.dispatch().moves(), INTERNAL),
            column("TENGGAT", 17, (row, _) -> row.outcome().dueAt(), INTERNAL, AGENCY),
            column("TANGGAL JAWABAN", 17, (row, _) -> row.outcome().answeredAt(), INTERNAL, AGENCY, PUBLIC, RECAP),
            column("JAWABAN", 60, (row, _) -> row.outcome().answer(), INTERNAL, AGENCY, RECAP),
            column("KEADAAN", 14, (row, _) -> state(row.outcome().state()), INTERNAL, AGENCY, PUBLIC),
            column("KETEPATAN", 14, (row, _) -> lateness(row.outcome().lateness()), INTERNAL, AGENCY, PUBLIC),
            column("TERLAMBAT (JAM)", 12, (row, _) -> hours(row.outcome().lateBySeconds()), INTERNAL, AGENCY, PUBLIC),
            column("KEBERATAN", 17, (row, _) -> row.verdict().objectedAt(), INTERNAL),
            column("KEPUASAN", 11, (row, _) -> row.verdict().satisfaction(), INTERNAL),
            column("SARAN", 40, (row, _) -> row.verdict().remark(), INTERNAL),
            column("ASAL DATA", 16, (row, _) -> Names.source(row.origin().source()), INTERNAL),
            column("SOSIAL MEDIA", 14, (row, _) -> channel(row), RECAP),
            column("LINK ADUAN", 40, (row, _) -> row.origin().link(), INTERNAL, RECAP));

    /** What it tells of a complaint. */
    @FunctionalInterface
    interface Value {
        /** A {@link Number}, an {@link Instant} or a {@link String}; null when there is nothing to tell. */
        @Nullable
        Object of(RecordRow row, Names names);
    }

    static List<RecordColumn> of(Audience audience) {
        return ALL.stream()
                .filter(column -> column.audiences.contains(audience))
                .toList();
    }

    @Nullable
    Object of(RecordRow row, Names names) {
        return value.of(row, names);
    }

    private static RecordColumn column(String header, int width, Value value, Audience... audiences) {
        return new RecordColumn(header, width, value, Set.of(audiences));
    }

    private static String channel(RecordRow row) {
        return Names.channel(row.matter().kind().channel().name());
    }

    private static String type(RecordRow row) {
        return Names.type(row.matter().kind().type().name());
    }

    private static @Nullable String category(RecordRow row, Names names) {
        var category = row.matter().kind().category();
        return category == null ? null : names.category(category);
    }

    private static @Nullable String area(RecordRow row, Names names) {
        var area = row.matter().place().area();
        return area == null ? null : names.area(area);
    }

    private static @Nullable String agency(RecordRow row, Names names) {
        var agency = row.dispatch().agency();
        return agency == null ? null : names.agency(agency, row.dispatch().agencyName());
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

    /** By how many the promise was missed; negative what was left of it. */
    private static @Nullable Double hours(@Nullable Long seconds) {
        return seconds == null ? null : Math.round(seconds / 360.0) / 10.0;
    }
}
