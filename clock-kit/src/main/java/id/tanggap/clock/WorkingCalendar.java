package id.tanggap.clock;

import id.tanggap.governments.calendar.CalendarData;
import id.tanggap.governments.calendar.CalendarData.Hours;
import id.tanggap.governments.calendar.CalendarData.Season;
import id.tanggap.governments.calendar.Holiday;
import id.tanggap.governments.sop.TimeStandard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts the time in which the offices of a government are open. Pure: the same question always has the same answer, so
 * a due date can be computed again when a decree changes the calendar.
 */
public final class WorkingCalendar implements Counting {

    /** Nothing is counted further than this. A span beyond it is a mistake in the data, not a deadline. */
    static final int HORIZON_YEARS = 10;

    private final CalendarData data;
    private final Set<LocalDate> closed;

    public WorkingCalendar(CalendarData data) {
        this.data = data;
        this.closed = data.holidays().stream().map(Holiday::date).collect(Collectors.toUnmodifiableSet());
    }

    /** The last instant at which what began at {@code from} keeps the standard. */
    public Instant due(Instant from, TimeStandard standard) {
        return switch (standard.unit()) {
            case WORKING_DAYS -> plusWorkingDays(from, standard.within());
            case WORKING_HOURS -> plus(from, Duration.ofHours(standard.within()));
            case WORKING_MINUTES -> plus(from, Duration.ofMinutes(standard.within()));
            case HOURS -> from.plus(standard.within(), ChronoUnit.HOURS);
            case MINUTES -> from.plus(standard.within(), ChronoUnit.MINUTES);
        };
    }

    /**
     * The first instant by which {@code workingTime} has passed since {@code from}. An amount that is used up exactly at
     * closing time ends there, not at the next opening.
     *
     * @throws NoWorkingTime when the calendar has too few open hours before the horizon
     */
    @Override
    public Instant plus(Instant from, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Working time is not counted backwards: " + workingTime);
        }
        if (workingTime.isZero()) {
            return from;
        }
        Duration left = workingTime;
        LocalDate first = dayOf(from);
        LocalDate horizon = first.plusYears(HORIZON_YEARS);
        for (LocalDate day = first; day.isBefore(horizon); day = day.plusDays(1)) {
            for (Span open : openOn(day, from, Instant.MAX)) {
                if (open.length().compareTo(left) >= 0) {
                    return open.from().plus(left);
                }
                left = left.minus(open.length());
            }
        }
        throw new NoWorkingTime(workingTime + " of working time", from);
    }

    /**
     * The close of the n-th working day after the day of {@code from}. The day of receipt is not counted, however early
     * it was and whether or not it is itself a working day; a day with any open hours counts as one.
     *
     * @throws NoWorkingTime when the calendar has too few working days before the horizon
     */
    public Instant plusWorkingDays(Instant from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("At least one working day is counted, not " + days);
        }
        int left = days;
        LocalDate first = dayOf(from);
        LocalDate horizon = first.plusYears(HORIZON_YEARS);
        for (LocalDate day = first.plusDays(1); day.isBefore(horizon); day = day.plusDays(1)) {
            List<Hours> hours = hoursOn(day);
            if (!hours.isEmpty() && --left == 0) {
                return at(day, hours.getLast().to());
            }
        }
        throw new NoWorkingTime(days + " working days", from);
    }

    /**
     * The working time from {@code a} to {@code b}; negative when {@code b} is the earlier.
     *
     * @throws NoWorkingTime when the two lie further apart than the horizon
     */
    @Override
    public Duration between(Instant a, Instant b) {
        if (b.isBefore(a)) {
            return between(b, a).negated();
        }
        if (dayOf(b).isAfter(dayOf(a).plusYears(HORIZON_YEARS))) {
            throw new NoWorkingTime("the working time until " + b, a);
        }
        return counted(a, b).stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The stretches of opening hours from {@code a} to {@code b}, in their order. */
    @Override
    public List<Span> counted(Instant a, Instant b) {
        List<Span> spans = new ArrayList<>();
        LocalDate last = dayOf(b);
        for (LocalDate day = dayOf(a); !day.isAfter(last); day = day.plusDays(1)) {
            spans.addAll(openOn(day, a, b));
        }
        return spans;
    }

    private List<Span> openOn(LocalDate day, Instant a, Instant b) {
        List<Span> open = new ArrayList<>();
        for (Hours hours : hoursOn(day)) {
            Instant from = later(a, at(day, hours.from()));
            Instant to = earlier(b, at(day, hours.to()));
            if (from.isBefore(to)) {
                open.add(new Span(from, to));
            }
        }
        return open;
    }

    /** The days from that of {@code a} to that of {@code b} on which the offices are closed, and why. */
    public List<ClosedDay> closedDays(Instant a, Instant b) {
        List<ClosedDay> days = new ArrayList<>();
        LocalDate last = dayOf(b);
        for (LocalDate day = dayOf(a); !day.isAfter(last); day = day.plusDays(1)) {
            if (hoursOn(day).isEmpty()) {
                days.add(new ClosedDay(day, whyClosed(day)));
            }
        }
        return days;
    }

    private String whyClosed(LocalDate day) {
        String holidays = data.holidays().stream()
                .filter(holiday -> holiday.date().equals(day))
                .map(Holiday::name)
                .collect(Collectors.joining(", "));
        return holidays.isEmpty() ? "Bukan hari kerja" : holidays;
    }

    /** The zone whose clocks and days count. */
    public ZoneId zone() {
        return data.zone();
    }

    /** A day without opening hours, and why. */
    public record ClosedDay(LocalDate day, String why) {}

    /**
     * Whether the span touches a year whose joint leave is not decreed yet: a due date found there may still move, and
     * who is told it must know.
     */
    public boolean crossesUndecidedYear(Instant from, Instant to) {
        for (int year = dayOf(from).getYear(); year <= dayOf(to).getYear(); year++) {
            if (!data.decreedYears().contains(year)) {
                return true;
            }
        }
        return false;
    }

    /** When the offices are open on that day; empty when they are closed. */
    public List<Hours> hoursOn(LocalDate day) {
        if (closed.contains(day)) {
            return List.of();
        }
        return seasonOn(day).map(Season::week).orElse(data.week()).getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** The season whose hours hold on that day. */
    public Optional<Season> seasonOn(LocalDate day) {
        return data.seasons().stream()
                .filter(season -> season.periods().stream().anyMatch(period -> period.contains(day)))
                .findFirst();
    }

    /** What it counts by. */
    public CalendarData data() {
        return data;
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, data.zone());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(data.zone()).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** The calendar holds too little working time to answer; its data are wrong, or the question is. */
    public static final class NoWorkingTime extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NoWorkingTime(String wanted, Instant from) {
            super("Cannot count %s from %s within %d years".formatted(wanted, from, HORIZON_YEARS));
        }
    }
}
