package id.tanggap.intake.receipt;

import id.tanggap.clock.WorkingCalendar;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.sop.Ceiling;
import id.tanggap.governments.sop.ClockRule;
import id.tanggap.governments.sop.Position;
import id.tanggap.governments.sop.Rung;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What governments promise, by their SOP and their calendar. Routing, whose clocks run, counts by the same rules. */
@ApplicationScoped
class Promises {
    private static final String RECEIVED = EventCodec.wireName(ComplaintReceived.class);
    private static final String ANSWERED = EventCodec.wireName(AnswerPublished.class);

    /** Since a case is late. */
    private static final double DUE = 1;

    private final Map<String, WorkingCalendar> calendars;

    Promises(Governments governments) {
        calendars = governments.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Government::id, government -> new WorkingCalendar(government.calendar())));
    }

    /** @param government one of those that are served here */
    Promise of(Government government, ComplaintType type, Instant receivedAt) {
        var calendar = Objects.requireNonNull(calendars.get(government.id()));
        var promised = government.sop().promise();
        var answerBy = due(promised, receivedAt, calendar);
        var atMost = atMost(government, type, receivedAt, calendar);
        return new Promise(
                promised.standard().text(),
                answerBy,
                atMost,
                promised.pausable(),
                told(promised),
                mayMove(calendar, receivedAt, answerBy, atMost));
    }

    private static List<String> told(ClockRule promised) {
        return promised.ladder().stream()
                .filter(rung -> rung.at() >= DUE)
                .map(Rung::to)
                .map(Position::name)
                .distinct()
                .toList();
    }

    private static @Nullable Instant atMost(
            Government government, ComplaintType type, Instant receivedAt, WorkingCalendar calendar) {
        var day = LocalDate.ofInstant(receivedAt, calendar.zone());
        return government.sop().ceilings().stream()
                .filter(ceiling -> ceiling.holds(type.name(), day))
                .map(Ceiling::clock)
                .filter(clock -> clock.lasts(RECEIVED, ANSWERED))
                .map(clock -> calendar.due(receivedAt, clock.standard()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant due(ClockRule rule, Instant receivedAt, WorkingCalendar calendar) {
        return rule.starts().contains(RECEIVED) ? calendar.due(receivedAt, rule.standard()) : null;
    }

    private static boolean mayMove(WorkingCalendar calendar, Instant from, @Nullable Instant... to) {
        for (var end : to) {
            if (end != null && calendar.crossesUndecidedYear(from, end)) {
                return true;
            }
        }
        return false;
    }
}
