package id.tanggap.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tanggap.clock.WorkingCalendar.NoWorkingTime;
import id.tanggap.governments.Governments;
import id.tanggap.governments.calendar.CalendarData;
import id.tanggap.governments.calendar.CalendarData.Hours;
import id.tanggap.governments.calendar.Holiday;
import id.tanggap.governments.sop.TimeStandard;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final CalendarData SURAKARTA =
            Objects.requireNonNull(Governments.load(null).find("surakarta")).calendar();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WorkingCalendar calendar = new WorkingCalendar(SURAKARTA);

    /** Local times of Surakarta. 2 November 2026 is a Monday in an ordinary week. */
    @ParameterizedTest
    @CsvSource({
        // Within a morning, over the midday break, and over night.
        "2026-11-02T08:00, PT1H, 2026-11-02T09:00",
        "2026-11-02T11:30, PT1H, 2026-11-02T13:30",
        "2026-11-02T15:30, PT1H, 2026-11-03T08:00",
        // Exactly to closing time, and a nanosecond more.
        "2026-11-02T15:00, PT1H, 2026-11-02T16:00",
        "2026-11-02T15:00, PT1H0.000000001S, 2026-11-03T07:30:00.000000001",
        // From before opening, in the break, and after closing.
        "2026-11-02T05:00, PT1H, 2026-11-02T08:30",
        "2026-11-02T12:20, PT1H, 2026-11-02T14:00",
        "2026-11-02T21:00, PT1H, 2026-11-03T08:30",
        // The break of Friday is longer, and so is its afternoon; then the weekend.
        "2026-11-06T11:00, PT1H, 2026-11-06T13:30",
        "2026-11-06T15:30, PT1H, 2026-11-06T16:30",
        "2026-11-06T16:00, PT1H, 2026-11-09T08:00",
        // Over a holiday (17 August 2026, a Monday).
        "2026-08-14T16:00, PT1H, 2026-08-18T08:00",
        // Over joint leave and Christmas.
        "2026-12-23T15:30, PT1H, 2026-12-28T08:00",
        // Hours of Ramadan (Monday, 23 February 2026).
        "2026-02-23T07:30, PT5H, 2026-02-23T13:30",
        "2026-02-23T14:30, PT1H, 2026-02-24T08:30",
        // The feast: closed from 18 to 24 March 2026.
        "2026-03-17T14:30, PT1H, 2026-03-25T08:00",
        "2026-11-02T23:00, PT0S, 2026-11-02T23:00",
    })
    void addsWorkingTime(LocalDateTime from, Duration time, LocalDateTime due) {
        assertThat(calendar.plus(wib(from), time)).isEqualTo(wib(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T08:00, 1, 2026-11-03T16:00",
        "2026-11-02T00:00, 3, 2026-11-05T16:00",
        "2026-11-02T23:59:59, 3, 2026-11-05T16:00",
        "2026-11-03T09:00, 3, 2026-11-06T16:30",
        "2026-11-06T09:00, 1, 2026-11-09T16:00",
        "2026-11-07T09:00, 1, 2026-11-09T16:00",
        "2026-08-14T09:00, 1, 2026-08-18T16:00",
        "2026-03-16T09:00, 2, 2026-03-25T16:00",
        "2026-02-23T09:00, 1, 2026-02-24T15:00",
    })
    void countsWholeWorkingDaysAfterTheDayOfReceipt(LocalDateTime from, int days, LocalDateTime due) {
        assertThat(calendar.plusWorkingDays(wib(from), days)).isEqualTo(wib(due));
    }

    @Test
    void keepsAPromiseInItsUnit() {
        Instant friday = wib(LocalDateTime.parse("2026-11-06T15:00"));

        assertThat(calendar.due(friday, new TimeStandard(3, TimeStandard.Unit.WORKING_DAYS)))
                .isEqualTo(wib(LocalDateTime.parse("2026-11-11T16:00")));
        assertThat(calendar.due(friday, new TimeStandard(2, TimeStandard.Unit.WORKING_HOURS)))
                .isEqualTo(wib(LocalDateTime.parse("2026-11-09T08:00")));
        assertThat(calendar.due(friday, new TimeStandard(48, TimeStandard.Unit.HOURS)))
                .isEqualTo(wib(LocalDateTime.parse("2026-11-08T15:00")));
    }

    @Test
    void measuresAWeekAndAWeekOfRamadan() {
        assertThat(between("2026-11-02T00:00", "2026-11-09T00:00")).isEqualTo(Duration.parse("PT37H30M"));
        assertThat(between("2026-02-23T00:00", "2026-03-02T00:00")).isEqualTo(Duration.parse("PT32H30M"));
        assertThat(between("2026-11-03T08:00", "2026-11-02T15:00")).isEqualTo(Duration.parse("PT-1H-30M"));
    }

    @Test
    void readsTheClockOfItsOwnZone() {
        Instant from = Instant.parse("2026-11-02T00:00:00Z");
        WorkingCalendar west = new WorkingCalendar(in("Asia/Jakarta"));
        WorkingCalendar middle = new WorkingCalendar(in("Asia/Makassar"));
        WorkingCalendar east = new WorkingCalendar(in("Asia/Jayapura"));

        assertThat(west.plus(from, MINUTE)).isEqualTo("2026-11-02T00:31:00Z");
        assertThat(middle.plus(from, MINUTE)).isEqualTo("2026-11-02T00:01:00Z");
        assertThat(east.plus(from, MINUTE)).isEqualTo("2026-11-02T00:01:00Z");
        // Late on Monday in the west it is Tuesday in the east already.
        Instant night = Instant.parse("2026-11-02T16:30:00Z");
        assertThat(west.plusWorkingDays(night, 1)).isEqualTo("2026-11-03T09:00:00Z");
        assertThat(east.plusWorkingDays(night, 1)).isEqualTo("2026-11-04T07:00:00Z");
    }

    @Test
    void warnsOfYearsWithoutDecree() {
        assertThat(crosses("2026-11-02T08:00", "2026-12-31T23:59")).isFalse();
        assertThat(crosses("2026-12-30T08:00", "2027-01-04T16:00")).isTrue();
        assertThat(crosses("2028-01-03T08:00", "2028-01-04T16:00")).isTrue();
        assertThat(crosses("2024-01-01T00:00", "2026-12-31T23:59")).isFalse();
    }

    @Test
    void givesUpOnACalendarWithoutWorkingTime() {
        WorkingCalendar never = new WorkingCalendar(
                new CalendarData(SURAKARTA.zone(), Map.of(), List.of(), List.of(), Set.of(), List.of(), Map.of()));
        Instant from = Instant.parse("2026-11-02T00:00:00Z");

        assertThatExceptionOfType(NoWorkingTime.class)
                .isThrownBy(() -> never.plus(from, MINUTE))
                .withMessage("Cannot count PT1M of working time from 2026-11-02T00:00:00Z within 10 years");
        assertThatExceptionOfType(NoWorkingTime.class).isThrownBy(() -> never.plusWorkingDays(from, 1));
        assertThatExceptionOfType(NoWorkingTime.class)
                .isThrownBy(() -> calendar.plus(from, Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatExceptionOfType(NoWorkingTime.class)
                .isThrownBy(() -> calendar.plusWorkingDays(from, Integer.MAX_VALUE));
        assertThatExceptionOfType(NoWorkingTime.class)
                .isThrownBy(() -> calendar.between(Instant.EPOCH, Instant.parse("+100000-01-01T00:00:00Z")));
    }

    @Test
    void refusesToCountBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plus(Instant.EPOCH, MINUTE.negated()));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plusWorkingDays(Instant.EPOCH, 0));
    }

    @Property(tries = 500)
    void neverRunsBackwards(
            @ForAll("instants") Instant a,
            @ForAll("instants") Instant b,
            @ForAll("times") Duration c,
            @ForAll("times") Duration d) {
        Instant earlier = a.isBefore(b) ? a : b;
        Instant later = a.isBefore(b) ? b : a;
        Duration shorter = c.compareTo(d) < 0 ? c : d;
        Duration longer = c.compareTo(d) < 0 ? d : c;

        assertThat(calendar.plus(earlier, shorter)).isBetween(earlier, calendar.plus(later, shorter));
        assertThat(calendar.plus(earlier, shorter)).isBeforeOrEqualTo(calendar.plus(earlier, longer));
    }

    @Property(tries = 500)
    void addsInPartsAsInOne(
            @ForAll("instants") Instant from, @ForAll("times") Duration c, @ForAll("times") Duration d) {
        assertThat(calendar.plus(calendar.plus(from, c), d)).isEqualTo(calendar.plus(from, c.plus(d)));
    }

    @Property(tries = 500)
    void measuresWhatItAdded(@ForAll("instants") Instant from, @ForAll("times") Duration time) {
        assertThat(calendar.between(from, calendar.plus(from, time))).isEqualTo(time);
    }

    @Property(tries = 500)
    void measuresInPartsAsInOne(
            @ForAll("instants") Instant a, @ForAll("instants") Instant b, @ForAll("instants") Instant c) {
        assertThat(calendar.between(a, b).plus(calendar.between(b, c))).isEqualTo(calendar.between(a, c));
    }

    @Property(tries = 300)
    void endsWorkingDaysAtTheCloseOfADifferentDay(@ForAll("instants") Instant from) {
        Instant first = calendar.plusWorkingDays(from, 1);
        Instant second = calendar.plusWorkingDays(from, 2);

        assertThat(day(first)).isAfter(day(from));
        assertThat(calendar.plusWorkingDays(first, 1)).isEqualTo(second);
        assertThat(open(first.minusSeconds(60))).isTrue();
        assertThat(calendar.between(first, second)).isPositive();
    }

    @Property(tries = 100)
    void agreesWithCountingEveryMinute(@ForAll("minutes") Instant from, @ForAll("shortTimes") Duration time) {
        Instant end = from;
        long counted = 0;
        while (counted < time.toMinutes()) {
            counted += open(end) ? 1 : 0;
            end = end.plus(MINUTE);
        }

        assertThat(calendar.plus(from, time)).isEqualTo(end);
        assertThat(calendar.between(from, end)).isEqualTo(time);
    }

    @Provide
    Arbitrary<Instant> instants() {
        long first = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2027-12-31T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Instant> minutes() {
        return instants().map(instant -> instant.minusSeconds(Math.floorMod(instant.getEpochSecond(), 60)));
    }

    @Provide
    Arbitrary<Duration> times() {
        return Arbitraries.longs().between(0, 500L * 3600).map(Duration::ofSeconds);
    }

    @Provide
    Arbitrary<Duration> shortTimes() {
        return Arbitraries.longs().between(0, 50L * 60).map(Duration::ofMinutes);
    }

    /** Said once more in the plainest way: whether the offices are open in the minute that begins now. */
    private static boolean open(Instant now) {
        ZonedDateTime local = now.atZone(SURAKARTA.zone());
        LocalDate date = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        DayOfWeek weekday = local.getDayOfWeek();
        for (Holiday holiday : SURAKARTA.holidays()) {
            if (holiday.date().equals(date)) {
                return false;
            }
        }
        if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
            return false;
        }
        boolean friday = weekday == DayOfWeek.FRIDAY;
        boolean ramadan = SURAKARTA.seasons().getFirst().periods().stream()
                .anyMatch(period -> !date.isBefore(period.from()) && !date.isAfter(period.to()));
        if (ramadan) {
            return within(time, "08:00", friday ? "11:30" : "12:00")
                    || within(time, "12:30", friday ? "15:30" : "15:00");
        }
        return within(time, "07:30", friday ? "11:30" : "12:00") || within(time, "13:00", friday ? "16:30" : "16:00");
    }

    private static boolean within(LocalTime time, String from, String to) {
        return !time.isBefore(LocalTime.parse(from)) && time.isBefore(LocalTime.parse(to));
    }

    private static CalendarData in(String zone) {
        Hours day = new Hours(LocalTime.of(7, 30), LocalTime.of(16, 0));
        Map<DayOfWeek, List<Hours>> week = Map.of(
                DayOfWeek.MONDAY, List.of(day), DayOfWeek.TUESDAY, List.of(day), DayOfWeek.WEDNESDAY, List.of(day));
        return new CalendarData(ZoneId.of(zone), week, List.of(), List.of(), Set.of(2026), List.of(), Map.of());
    }

    private Duration between(String a, String b) {
        return calendar.between(wib(LocalDateTime.parse(a)), wib(LocalDateTime.parse(b)));
    }

    private boolean crosses(String from, String to) {
        return calendar.crossesUndecidedYear(wib(LocalDateTime.parse(from)), wib(LocalDateTime.parse(to)));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, SURAKARTA.zone());
    }

    private static Instant wib(LocalDateTime local) {
        return local.atZone(SURAKARTA.zone()).toInstant();
    }
}
