package id.tanggap.governments.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the offices of a government are open. Data only; the counting is done by who owns a clock.
 *
 * @param week the ordinary opening hours; a day that is absent is free
 * @param seasons times of the year with their own hours, such as Ramadan
 * @param holidays in order of their dates; a date may carry two
 * @param agencies calendars of agencies that keep their own hours, such as hospitals
 * @param decreedYears years whose joint leave is decreed. In every other year more free days may come, so a due date
 *     there is provisional
 * @param legalBasis what hours and holidays rest on
 */
public record CalendarData(
        ZoneId zone,
        Map<DayOfWeek, List<Hours>> week,
        List<Season> seasons,
        List<Holiday> holidays,
        Set<Integer> decreedYears,
        List<String> legalBasis,
        Map<String, CalendarData> agencies) {

    /** The calendar that an agency keeps; null asks for that of the government. */
    public CalendarData of(@Nullable String agency) {
        return agency == null ? this : agencies.getOrDefault(agency, this);
    }

    CalendarData with(Map<String, CalendarData> ofAgencies) {
        return new CalendarData(zone, week, seasons, holidays, decreedYears, legalBasis, ofAgencies);
    }

    /** A stretch of opening hours in local time; {@code to} is no longer in it. */
    public record Hours(LocalTime from, LocalTime to) {}

    /** Opening hours that hold in its periods instead of the ordinary ones. */
    public record Season(String name, Map<DayOfWeek, List<Hours>> week, List<Period> periods) {}

    /** From the first day to the last, both included. */
    public record Period(LocalDate from, LocalDate to, Holiday.Status status) {

        public boolean contains(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }
}
