package id.tanggap.routing.sop;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.clock.WorkingCalendar;
import id.tanggap.governments.calendar.CalendarData.Hours;
import id.tanggap.governments.calendar.CalendarData.Season;
import id.tanggap.governments.calendar.Holiday;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A year of opening hours, day by day, as the clocks count them.
 *
 * @param decreed whether the joint leave of that year is decreed; until then more closed days may come
 * @param ownHours agencies that keep hours of their own
 */
record CalendarView(
        int year,
        String timeZone,
        boolean decreed,
        List<String> legalBasis,
        List<String> ownHours,
        List<DayView> days) {

    static CalendarView of(Jurisdiction home, @Nullable String agency, int year) {
        var calendar = home.calendar(agency);
        var data = calendar.data();
        return new CalendarView(
                year,
                data.zone().getId(),
                data.decreedYears().contains(year),
                data.legalBasis(),
                home.government().calendar().agencies().keySet().stream()
                        .sorted()
                        .toList(),
                IntStream.rangeClosed(1, Year.of(year).length())
                        .mapToObj(day -> DayView.of(calendar, LocalDate.ofYearDay(year, day)))
                        .toList());
    }

    /**
     * @param hours empty when the offices are closed
     * @param season whose hours hold instead of the ordinary ones
     * @param holidays why they are closed, unless it is a day of the week without hours
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record DayView(
            LocalDate date, List<Hours> hours, @Nullable String season, List<Holiday> holidays) {
        static DayView of(WorkingCalendar calendar, LocalDate date) {
            return new DayView(
                    date,
                    calendar.hoursOn(date),
                    calendar.seasonOn(date).map(Season::name).orElse(null),
                    calendar.data().holidays().stream()
                            .filter(holiday -> holiday.date().equals(date))
                            .toList());
        }
    }
}
