package id.tanggap.intake.page.frame;

import id.tanggap.citizen.Language;
import id.tanggap.governments.calendar.CalendarData.Hours;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The hours of an ordinary week in few words: "Senin–Kamis 07.30–12.00, 13.00–16.00". */
final class OpeningHours {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private OpeningHours() {}

    static List<String> of(Map<DayOfWeek, List<Hours>> week, Language language) {
        var lines = new ArrayList<String>();
        var first = DayOfWeek.MONDAY;
        for (var day : DayOfWeek.values()) {
            var next = day.plus(1);
            if (day == DayOfWeek.SUNDAY || !hours(week, next).equals(hours(week, day))) {
                if (!hours(week, day).isEmpty()) {
                    lines.add(days(first, day, language) + " " + hours(week, day));
                }
                first = next;
            }
        }
        return lines;
    }

    private static String days(DayOfWeek first, DayOfWeek last, Language language) {
        return first == last ? name(first, language) : name(first, language) + "–" + name(last, language);
    }

    private static String name(DayOfWeek day, Language language) {
        return day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language.tag()));
    }

    private static String hours(Map<DayOfWeek, List<Hours>> week, DayOfWeek day) {
        return week.getOrDefault(day, List.of()).stream()
                .map(open -> TIME.format(open.from()) + "–" + TIME.format(open.to()))
                .collect(Collectors.joining(", "));
    }
}
