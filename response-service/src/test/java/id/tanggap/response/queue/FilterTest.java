package id.tanggap.response.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.response.queue.Wanted.Days;
import id.tanggap.response.queue.Wanted.Holder;
import id.tanggap.response.queue.Wanted.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final String REACH =
            " where c.government = $1 and c.agency = $2 and c.number is not null and c.agency is not null";
    private static final Officer ANDI =
            new Officer("andi", "Andi", "surakarta", "dishub", null, Set.of(Role.AGENCY_ADMIN));

    /** Half an hour before midnight in Surakarta. */
    private static final Today TODAY = new Today(Instant.parse("2026-11-02T16:30:00Z"), ZoneId.of("Asia/Jakarta"));

    private static final Wanted ALL = new Wanted(
            Set.of(),
            new Kind(null, null, null),
            new Holder(null, null, null, false),
            null,
            new Days(null, null, null),
            null);

    @Test
    void narrowsNothingDownThatDoesNotMatter() {
        assertThat(conditions(ALL)).hasToString(REACH);
    }

    @Test
    void numbersTheValuesOfAllThatIsAskedFor() {
        var where = conditions(new Wanted(
                Set.of(DeskStatus.OBJECTED),
                new Kind("WEB", null, null),
                new Holder(null, "parkir", null, true),
                null,
                ALL.days(),
                null));

        assertThat(where)
                .hasToString(REACH
                        + " and c.status = any($3) and c.division = $4 and c.channel = $5 and c.approval_requested");
        assertThat(where.values().getValue(2)).isEqualTo(new String[] {"OBJECTED"});
        assertThat(values(where, 3)).containsExactly("parkir", "WEB");
    }

    @Test
    void takesADayFromMidnightToMidnightInTheGovernmentsTimeZone() {
        var day = LocalDate.of(2026, 11, 2);

        var where = conditions(new Wanted(Set.of(), ALL.kind(), ALL.holder(), null, new Days(day, day, day), null));

        assertThat(values(where, 2))
                .containsExactly(
                        utc("2026-11-01T17:00:00Z"),
                        utc("2026-11-02T17:00:00Z"),
                        utc("2026-11-01T17:00:00Z"),
                        utc("2026-11-02T17:00:00Z"));
    }

    @Test
    void tellsWhatFallsDueBeforeTheDayIsOver() {
        var where = conditions(new Wanted(Set.of(), ALL.kind(), ALL.holder(), DeadlineState.TODAY, ALL.days(), null));

        assertThat(where).hasToString(REACH + " and c.next_due_at >= $3 and c.next_due_at < $4");
        assertThat(values(where, 2)).containsExactly(utc("2026-11-02T16:30:00Z"), utc("2026-11-02T17:00:00Z"));
    }

    private static Where conditions(Wanted wanted) {
        return Filter.conditions(ANDI, wanted, TODAY);
    }

    private static Iterable<Object> values(Where where, int from) {
        return IntStream.range(from, where.values().size())
                .mapToObj(where.values()::getValue)
                .toList();
    }

    private static OffsetDateTime utc(String time) {
        return OffsetDateTime.parse(time);
    }
}
