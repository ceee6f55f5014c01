package id.tanggap.clock;

import id.tanggap.clock.WorkingCalendar.ClosedDay;
import id.tanggap.governments.sop.TimeStandard.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a deadline is due when it is: every stretch that counts, every pause, every day left out.
 *
 * @param standard as told to people, such as {@code 3 hari kerja}
 * @param counted what adds up to the standard, from the beginning to the due date
 * @param pauses stretches left out because the citizen was asked for more, as far as they may last
 * @param closedDays days without opening hours in between; empty by the wall clock
 * @param provisional whether a year without decreed joint leave is touched, so that the date may still move
 * @param because the same in one Indonesian sentence
 */
public record Explanation(
        String standard,
        Instant startedAt,
        Instant dueAt,
        ZoneId zone,
        List<Counted> counted,
        List<Span> pauses,
        List<ClosedDay> closedDays,
        boolean provisional,
        String because) {

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH.mm zzz", INDONESIAN);

    /**
     * A stretch that counts.
     *
     * @param workingDay which of the working days it belongs to, the day it began being 0, which only its pauses make
     *     count; null where hours or minutes are counted
     */
    public record Counted(
            Instant from,
            Instant to,
            long seconds,
            @Nullable Integer workingDay) {}

    /** @param dueAt the due date that is in force; it may be kept from before a decree */
    static Explanation of(Deadline deadline, Instant dueAt) {
        var calendar = deadline.calendar();
        var workingTime = deadline.standard().unit().isWorkingTime();
        return new Explanation(
                deadline.standard().text(),
                deadline.startedAt(),
                dueAt,
                calendar.zone(),
                counted(deadline, dueAt),
                deadline.standing(),
                workingTime ? calendar.closedDays(deadline.startedAt(), dueAt) : List.of(),
                workingTime && calendar.crossesUndecidedYear(deadline.startedAt(), dueAt),
                because(deadline, dueAt));
    }

    private static List<Counted> counted(Deadline deadline, Instant dueAt) {
        var zone = deadline.calendar().zone();
        var counted = new ArrayList<Counted>();
        var days = new ArrayList<LocalDate>(List.of(dayOf(deadline.startedAt(), zone)));
        for (var running : deadline.running(dueAt)) {
            for (var span : deadline.counting().counted(running.from(), running.to())) {
                var day = dayOf(span.from(), zone);
                if (!days.contains(day)) {
                    days.add(day);
                }
                counted.add(new Counted(
                        span.from(),
                        span.to(),
                        span.length().toSeconds(),
                        deadline.standard().unit() == Unit.WORKING_DAYS ? days.indexOf(day) : null));
            }
        }
        return List.copyOf(counted);
    }

    private static LocalDate dayOf(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static String because(Deadline deadline, Instant dueAt) {
        var zone = deadline.calendar().zone();
        var text = new StringBuilder(deadline.standard().text())
                .append(" sejak ")
                .append(MOMENT.format(deadline.startedAt().atZone(zone)));
        if (deadline.standard().unit() == Unit.WORKING_DAYS) {
            text.append(", hari mulai tidak dihitung");
        } else if (!deadline.standard().unit().isWorkingTime()) {
            text.append(", menurut jam dinding");
        } else {
            text.append(", hanya jam kerja yang dihitung");
        }
        if (!deadline.standing().isEmpty()) {
            text.append(", dikurangi ").append(deadline.standing().size()).append(" jeda menunggu warga");
        }
        return text.append(": sampai ")
                .append(MOMENT.format(dueAt.atZone(zone)))
                .append('.')
                .toString();
    }
}
