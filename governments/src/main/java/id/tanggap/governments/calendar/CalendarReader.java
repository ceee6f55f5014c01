package id.tanggap.governments.calendar;

import id.tanggap.governments.calendar.CalendarData.Hours;
import id.tanggap.governments.calendar.CalendarData.Period;
import id.tanggap.governments.calendar.CalendarData.Season;
import id.tanggap.governments.file.Reading;
import id.tanggap.governments.file.Section;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code calendar.yaml} and the holidays it refers to, which governments of a nation share. */
public final class CalendarReader {

    private final Reading reading;
    private final String folder;
    private final Map<String, String> texts = new HashMap<>();

    public CalendarReader(Reading reading, String folder) {
        this.reading = reading;
        this.folder = folder;
    }

    /** What was read, by file. */
    public Map<String, String> texts() {
        return texts;
    }

    private Section open(String file) {
        String text = reading.text(file);
        if (text != null) {
            texts.put(file, text);
        }
        return reading.open(file);
    }

    public static ZoneId zone(Section head) {
        return head.value("timeZone", ZoneOffset.UTC, "a time zone such as Asia/Jakarta", ZoneId::of);
    }

    public CalendarData read(ZoneId zone, Set<String> agencies) {
        Section file = open(folder + "/calendar.yaml");
        Days days = days(file);
        CalendarData common = new CalendarData(
                zone,
                week(file.section("week")),
                file.sectionsIfAny("seasons").stream()
                        .map(CalendarReader::season)
                        .toList(),
                days.holidays(),
                days.decreedYears(),
                days.legalBasis(),
                Map.of());
        return file.has("agencies") ? withAgencies(common, file.sections("agencies"), agencies) : common;
    }

    /** The free days of the nation and of the place, and what they rest on. */
    private record Days(List<Holiday> holidays, Set<Integer> decreedYears, List<String> legalBasis) {}

    private Days days(Section file) {
        List<Section> sources = new ArrayList<>(List.of(file));
        List<Holiday> holidays = new ArrayList<>();
        Set<Integer> decreedYears = Set.of();
        String shared = file.sharedFile("holidays", "national/holidays.yaml");
        if (!shared.isEmpty()) {
            Section national = open(shared);
            sources.add(national);
            decreedYears = Set.copyOf(national.values(
                    "decreedYears", "a year", text -> Year.parse(text).getValue()));
            national.sections("holidays").forEach(section -> holidays.add(holiday(section)));
        }
        file.sectionsIfAny("localHolidays").forEach(section -> holidays.add(holiday(section)));
        holidays.sort(Comparator.comparing(Holiday::date));
        return new Days(List.copyOf(holidays), decreedYears, legalBasis(sources));
    }

    private static CalendarData withAgencies(CalendarData common, List<Section> sections, Set<String> agencies) {
        Map<String, CalendarData> own = new HashMap<>();
        for (Section section : sections) {
            CalendarData calendar = ownHours(common, section);
            for (String id : section.values(
                    "ids", "an id from agencies.yaml", id -> agencies.isEmpty() || agencies.contains(id) ? id : null)) {
                if (own.putIfAbsent(id, calendar) != null) {
                    section.fault("ids", "\"" + id + "\" has a calendar already", "each agency once");
                }
            }
        }
        return common.with(Map.copyOf(own));
    }

    /** An agency with its own hours keeps them in all seasons; on holidays it is closed unless it says otherwise. */
    private static CalendarData ownHours(CalendarData common, Section section) {
        boolean openOnHolidays = section.optional("openOnHolidays", false, section::flag);
        return new CalendarData(
                common.zone(),
                week(section.section("week")),
                List.of(),
                openOnHolidays ? List.of() : common.holidays(),
                common.decreedYears(),
                common.legalBasis(),
                Map.of());
    }

    private static List<String> legalBasis(List<Section> sources) {
        return sources.stream()
                .flatMap(source -> source.values("legalBasis", "the name of a law", String::strip).stream())
                .toList();
    }

    private static Holiday holiday(Section section) {
        return new Holiday(
                section.date("date"),
                section.text("name"),
                section.choice("type", Holiday.Type.class),
                section.choice("status", Holiday.Status.class));
    }

    private static Season season(Section section) {
        String name = section.text("name");
        Map<DayOfWeek, List<Hours>> week = week(section.section("week"));
        List<Period> periods = new ArrayList<>();
        for (Section inner : section.sections("periods")) {
            Period period =
                    new Period(inner.date("from"), inner.date("to"), inner.choice("status", Holiday.Status.class));
            if (period.to().isBefore(period.from())) {
                inner.fault("to", period.to() + " is before " + period.from(), "the last day of the period");
            } else if (periods.stream()
                    .anyMatch(p -> !p.from().isAfter(period.to()) && !p.to().isBefore(period.from()))) {
                inner.fault("from", "overlaps another period", "periods apart from each other");
            }
            periods.add(period);
        }
        return new Season(name, week, List.copyOf(periods));
    }

    private static Map<DayOfWeek, List<Hours>> week(Section section) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Hours> hours = section.values(day.name(), "hours such as 07:30-12:00", CalendarReader::hours);
            for (int i = 0; i < hours.size(); i++) {
                Hours now = hours.get(i);
                if (!now.from().isBefore(now.to())) {
                    section.fault(day.name(), show(now) + " is reversed", "an end after the beginning");
                } else if (i > 0 && now.from().isBefore(hours.get(i - 1).to())) {
                    section.fault(
                            day.name(), show(now) + " overlaps " + show(hours.get(i - 1)), "hours one after the other");
                }
            }
            if (!hours.isEmpty()) {
                week.put(day, List.copyOf(hours));
            }
        }
        if (week.isEmpty()) {
            section.fault("MONDAY", "is missing like all other days", "at least one day with hours");
        }
        return Collections.unmodifiableMap(week);
    }

    private static @Nullable Hours hours(String text) {
        String[] ends = text.split("-", -1);
        return ends.length == 2 ? new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())) : null;
    }

    private static String show(Hours hours) {
        return hours.from() + "-" + hours.to();
    }
}
