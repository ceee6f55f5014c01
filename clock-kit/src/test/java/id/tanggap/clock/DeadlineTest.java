package id.tanggap.clock;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Governments;
import id.tanggap.governments.calendar.CalendarData;
import id.tanggap.governments.sop.TimeStandard;
import id.tanggap.governments.sop.TimeStandard.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final CalendarData SURAKARTA =
            Objects.requireNonNull(Governments.load(null).find("surakarta")).calendar();
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(SURAKARTA);
    private static final TimeStandard TEN_DAYS = new TimeStandard(10, Unit.WORKING_DAYS);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void movesByTheWorkingTimeOfThePause() {
        // Given three working days from Monday morning, due on Thursday at 16.00
        var deadline = deadline(3, Unit.WORKING_DAYS, "2026-11-02T09:00");
        assertThat(deadline.due()).isEqualTo(wib("2026-11-05T16:00"));

        // When the citizen is waited for from Tuesday 15.00 to Wednesday 08.30: two hours in which offices are open
        var paused = pausing(deadline, new Pause(wib("2026-11-03T15:00"), wib("2026-11-04T08:30")));

        // Then it is due two open hours later
        assertThat(paused.due()).isEqualTo(wib("2026-11-06T09:30"));
        assertThat(paused.took(paused.due())).isEqualTo(deadline.took(deadline.due()));
    }

    @Test
    void movesByAllOfThePauseWhenTheWallClockCounts() {
        var deadline = deadline(48, Unit.HOURS, "2026-11-02T09:00");

        assertThat(pausing(deadline, new Pause(wib("2026-11-02T10:00"), wib("2026-11-03T10:00")))
                        .due())
                .isEqualTo(wib("2026-11-05T09:00"));
    }

    @Test
    void letsACitizenHoldItForTenWorkingDaysAtMost() {
        // The tenth working day after 3 November ends on the 17th at 16.00; what comes after counts.
        var deadline = deadline(3, Unit.WORKING_DAYS, "2026-11-02T09:00");
        var endless = pausing(deadline, new Pause(wib("2026-11-03T15:00"), null));
        var long20 = pausing(deadline, new Pause(wib("2026-11-03T15:00"), wib("2026-12-03T15:00")));

        assertThat(endless.standing()).containsExactly(new Span(wib("2026-11-03T15:00"), wib("2026-11-17T16:00")));
        assertThat(long20.due()).isEqualTo(endless.due());
    }

    @Test
    void sharesOneAllowanceAmongAllPauses() {
        var deadline = deadline(10, Unit.WORKING_DAYS, "2026-11-02T09:00");
        var first = new Pause(wib("2026-11-03T15:00"), wib("2026-11-13T15:00"));
        var second = new Pause(wib("2026-11-16T15:00"), null);
        var paused = pausing(deadline, first, second);

        var allowed = CALENDAR.between(first.from(), CALENDAR.due(first.from(), TEN_DAYS));
        assertThat(paused.standing().stream()
                        .map(span -> CALENDAR.between(span.from(), span.to()))
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(allowed);
    }

    @Test
    void explainsItselfOverAHoliday() {
        var explained = Explanation.of(deadline(3, Unit.WORKING_DAYS, "2026-08-14T15:00"), wib("2026-08-20T16:00"));

        assertThat(explained.closedDays())
                .extracting(day -> day.day() + " " + day.why())
                .contains("2026-08-15 Bukan hari kerja", "2026-08-16 Bukan hari kerja")
                .anySatisfy(day -> assertThat(day).startsWith("2026-08-17 Hari Kemerdekaan"));
        assertThat(explained.counted())
                .extracting(Explanation.Counted::workingDay)
                .containsExactly(0, 1, 1, 2, 2, 3, 3);
        assertThat(explained.counted().getFirst().from()).isEqualTo(wib("2026-08-14T15:00"));
        assertThat(explained.counted().getLast().to()).isEqualTo(wib("2026-08-20T16:00"));
        assertThat(explained.because())
                .isEqualTo("3 hari kerja sejak Jumat 14 Agustus 2026 15.00 WIB, hari mulai tidak dihitung: "
                        + "sampai Kamis 20 Agustus 2026 16.00 WIB.");
        assertThat(explained.provisional()).isFalse();
    }

    @Test
    void saysThatADateInAYearWithoutDecreeMayMove() {
        var deadline = deadline(3, Unit.WORKING_DAYS, "2026-12-30T15:00");

        assertThat(Explanation.of(deadline, deadline.due()).provisional()).isTrue();
    }

    /** Whatever the pauses, exactly the standard has been counted when it is due. */
    @Property(tries = 300)
    void countsTheStandardWhateverThePauses(
            @ForAll("standards") TimeStandard standard,
            @ForAll("instants") Instant start,
            @ForAll("pauseLengths") List<Duration> lengths) {
        var plain = new Deadline(start, standard, List.of(), TEN_DAYS, CALENDAR);
        var paused = new Deadline(start, standard, pauses(start, lengths), TEN_DAYS, CALENDAR);

        assertThat(paused.took(paused.due())).isEqualTo(plain.took(plain.due()));
        assertThat(paused.due()).isAfterOrEqualTo(plain.due());
    }

    @Property(tries = 300)
    void passesItsSharesInOrder(
            @ForAll("standards") TimeStandard standard,
            @ForAll("instants") Instant start,
            @ForAll("pauseLengths") List<Duration> lengths) {
        var deadline = new Deadline(start, standard, pauses(start, lengths), TEN_DAYS, CALENDAR);

        assertThat(deadline.at(0.5)).isBetween(start, deadline.at(0.8));
        assertThat(deadline.at(0.8)).isBeforeOrEqualTo(deadline.due());
        assertThat(deadline.due()).isBeforeOrEqualTo(deadline.at(1.5));
    }

    /** The plainest way to say it: every open minute counts unless a pause holds it, and pauses may last so long. */
    @Property(tries = 60)
    void agreesWithCountingEveryMinute(
            @ForAll("minutes") Instant start, @ForAll("pauseLengths") List<Duration> lengths) {
        var standard = new TimeStandard(300, Unit.WORKING_MINUTES);
        var pauses = pauses(start, lengths);
        var deadline = new Deadline(start, standard, pauses, TEN_DAYS, CALENDAR);

        var allowance = pauses.isEmpty()
                ? 0
                : CALENDAR.between(
                                pauses.getFirst().from(),
                                CALENDAR.due(pauses.getFirst().from(), TEN_DAYS))
                        .toMinutes();
        var counted = 0;
        var held = 0;
        var now = start;
        while (counted < 300) {
            var open = CALENDAR.between(now, now.plus(MINUTE)).isPositive();
            var minute = now;
            if (open && held < allowance && pauses.stream().anyMatch(pause -> holds(pause, minute))) {
                held++;
            } else if (open) {
                counted++;
            }
            now = now.plus(MINUTE);
        }

        assertThat(deadline.due()).isEqualTo(now);
    }

    @Provide
    Arbitrary<TimeStandard> standards() {
        return Combinators.combine(Arbitraries.integers().between(1, 40), Arbitraries.of(Unit.class))
                .as(TimeStandard::new);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2024-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2026-12-31T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Instant> minutes() {
        return instants().map(instant -> instant.minusSeconds(Math.floorMod(instant.getEpochSecond(), 60)));
    }

    /** Running and standing still by turns. */
    @Provide
    Arbitrary<List<Duration>> pauseLengths() {
        return Arbitraries.longs()
                .between(1, 3 * 24 * 60)
                .map(Duration::ofMinutes)
                .list()
                .ofMinSize(0)
                .ofMaxSize(6);
    }

    private static List<Pause> pauses(Instant start, List<Duration> lengths) {
        var pauses = new ArrayList<Pause>();
        var at = start;
        for (var i = 0; i + 1 < lengths.size(); i += 2) {
            var from = at.plus(lengths.get(i));
            at = from.plus(lengths.get(i + 1));
            pauses.add(new Pause(from, at));
        }
        return pauses;
    }

    private static boolean holds(Pause pause, Instant minute) {
        return !minute.isBefore(pause.from()) && minute.isBefore(Objects.requireNonNull(pause.to()));
    }

    private static Deadline deadline(int within, Unit unit, String start) {
        return new Deadline(wib(start), new TimeStandard(within, unit), List.of(), TEN_DAYS, CALENDAR);
    }

    private static Deadline pausing(Deadline deadline, Pause... pauses) {
        return new Deadline(deadline.startedAt(), deadline.standard(), List.of(pauses), TEN_DAYS, deadline.calendar());
    }

    private static Instant wib(String local) {
        return LocalDateTime.parse(local).atZone(SURAKARTA.zone()).toInstant();
    }
}
