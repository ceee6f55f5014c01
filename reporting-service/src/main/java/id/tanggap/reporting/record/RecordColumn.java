package id.tanggap.reporting.record;

import static id.tanggap.reporting.record.Audience.AGENCY;
import static id.tanggap.reporting.record.Audience.INTERNAL;
import static id.tanggap.reporting.record.Audience.PUBLIC;
import static id.tanggap.reporting.record.Audience.RECAP;

import id.tanggap.contracts.book.BookHeading;
import id.tanggap.contracts.book.BookWords;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
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
record RecordColumn(BookHeading heading, int width, Value value, Set<Audience> audiences) {

    /** In the order of every file; an audience has those that are for it. */
    private static final List<RecordColumn> ALL = List.of(
            column(BookHeading.NO, 6, (row, _) -> row.head().no(), INTERNAL, AGENCY, PUBLIC, RECAP),
            column(BookHeading.NUMBER, 18, (row, _) -> row.head().number(), INTERNAL, AGENCY),
            column(BookHeading.RECEIVED, 17, (row, _) -> row.head().receivedAt(), INTERNAL, AGENCY, PUBLIC, RECAP),
            column(BookHeading.CHANNEL, 12, (row, _) -> channel(row), INTERNAL, PUBLIC),
            column(BookHeading.TYPE, 24, (row, _) -> type(row), INTERNAL, PUBLIC),
            column(BookHeading.CATEGORY, 24, RecordColumn::category, INTERNAL, AGENCY, PUBLIC),
            column(BookHeading.AREA, 20, RecordColumn::area, INTERNAL, AGENCY, PUBLIC),
            column(BookHeading.ADDRESS, 30, (row, _) -> row.matter().place().address(), INTERNAL, AGENCY),
            column(BookHeading.WORDS, 60, (row, _) -> row.matter().text(), INTERNAL, AGENCY, RECAP),
            column(BookHeading.AGENCY, 34, RecordColumn::agency, INTERNAL, AGENCY, PUBLIC, RECAP),
            column(BookHeading.DISPATCHED, 17, (row, _) -> row.dispatch().dispatchedAt(), INTERNAL, AGENCY),
            column(BookHeading.MOVES, 8, (row, _) -> row.dispatch().moves(), INTERNAL),
            column(BookHeading.DUE, 17, (row, _) -> row.outcome().dueAt(), INTERNAL, AGENCY),
            column(BookHeading.ANSWERED, 17, (row, _) -> row.outcome().answeredAt(), INTERNAL, AGENCY, PUBLIC, RECAP),
            column(BookHeading.ANSWER, 60, (row, _) -> row.outcome().answer(), INTERNAL, AGENCY, RECAP),
            column(BookHeading.STATE, 14, (row, _) -> state(row.outcome().state()), INTERNAL, AGENCY, PUBLIC),
            column(BookHeading.LATENESS, 14, (row, _) -> lateness(row.outcome().lateness()), INTERNAL, AGENCY, PUBLIC),
            column(BookHeading.LATE_BY, 12, (row, _) -> hours(row.outcome().lateBySeconds()), INTERNAL, AGENCY, PUBLIC),
            column(BookHeading.OBJECTED, 17, (row, _) -> row.verdict().objectedAt(), INTERNAL),
            column(BookHeading.SATISFACTION, 11, (row, _) -> row.verdict().satisfaction(), INTERNAL),
            column(BookHeading.REMARK, 40, (row, _) -> row.verdict().remark(), INTERNAL),
            column(BookHeading.SOURCE, 16, (row, _) -> Names.source(row.origin().source()), INTERNAL),
            column(BookHeading.RECAP_CHANNEL, 14, (row, _) -> channel(row), RECAP),
            column(BookHeading.LINK, 40, (row, _) -> row.origin().link(), INTERNAL, RECAP),
            // Behind all others: whoever knew the columns of before finds them where they were.
            column(BookHeading.NUMBER, 18, (row, _) -> row.head().number(), RECAP),
            column(BookHeading.SECRECY, 10, (row, _) -> secrecy(row), INTERNAL, AGENCY, RECAP),
            column(BookHeading.RESOLVED, 17, (row, _) -> row.verdict().resolvedAt(), INTERNAL, AGENCY),
            column(BookHeading.CLOSED, 17, (row, _) -> row.verdict().closedAt(), INTERNAL, AGENCY));

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

    String header() {
        return heading.text();
    }

    @Nullable
    Object of(RecordRow row, Names names) {
        return value.of(row, names);
    }

    private static RecordColumn column(BookHeading heading, int width, Value value, Audience... audiences) {
        return new RecordColumn(heading, width, value, Set.of(audiences));
    }

    private static String channel(RecordRow row) {
        return BookWords.of(row.matter().kind().channel());
    }

    private static String type(RecordRow row) {
        return BookWords.of(row.matter().kind().type());
    }

    private static String secrecy(RecordRow row) {
        return BookWords.of(row.matter().kind().visibility());
    }

    private static @Nullable String category(RecordRow row, Names names) {
        var category = row.matter().kind().category();
        return category == null ? null : names.category(category);
    }

    private static @Nullable String area(RecordRow row, Names names) {
        var area = row.matter().place().area();
        return area == null ? null : names.government().regionLabel(area);
    }

    private static @Nullable String agency(RecordRow row, Names names) {
        var agency = row.dispatch().agency();
        return agency == null ? null : names.agency(agency, row.dispatch().agencyName());
    }

    private static String state(String state) {
        return BookWords.of(
                switch (state) {
                    case "ANSWERED" -> ImportedState.ANSWERED;
                    case "ENDED" -> ImportedState.ENDED;
                    default -> ImportedState.OPEN;
                });
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
