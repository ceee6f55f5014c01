package id.tanggap.governments;

import id.tanggap.governments.CalendarData.Hours;
import id.tanggap.governments.CalendarData.Period;
import id.tanggap.governments.CalendarData.Season;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code calendar.yaml} and the holidays it refers to, which governments of a nation share. */
final class CalendarReader {

    private static final Pattern SHARED_FILE = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+\\.yaml");

    private final Reading reading;
    private final String folder;
    private final Map<String, String> texts = new HashMap<>();

    CalendarReader(Reading reading, String folder) {
        this.reading = reading;
        this.folder = folder;
    }

    /** What was read, by file. */
    Map<String, String> texts() {
        return texts;
    }

    private Section open(String file) {
        String text = reading.text(file);
        if (text != null) {
            texts.put(file, text);
        }
        return reading.open(file);
    }

    static ZoneId zone(Section head) {
        return head.value("timeZone", ZoneOffset.UTC, "a time zone such as Asia/Jakarta", ZoneId::of);
    }

    CalendarData read(ZoneId zone, Map<String, Agency> agencies) {
        Section file = open(folder + "/calendar.yaml");
        Map<DayOfWeek, List<Hours>> week = week(file.section("week"));
        List<Season> seasons = new ArrayList<>();
        if (file.has("seasons")) {
            file.sections("seasons").forEach(section -> seasons.add(season(section)));
        }
        List<Holiday> holidays = new ArrayList<>();
        Set<Integer> decreedYears = Set.of();
        List<String> legalBasis = new ArrayList<>(legalBasis(file));
        String shared = file.text("holidays", SHARED_FILE, "a file such as national/holidays.yaml");
        if (!shared.isEmpty()) {
            Section national = open(shared);
            decreedYears = Set.copyOf(new HashSet<>(national.values(
                    "decreedYears", "a year", text -> Year.parse(text).getValue())));
            legalBasis.addAll(legalBasis(national));
            national.sections("holidays").forEach(section -> holidays.add(holiday(section)));
        }
        if (file.has("localHolidays")) {
            file.sections("localHolidays").forEach(section -> holidays.add(holiday(section)));
        }
        holidays.sort(Comparator.comparing(Holiday::date));
        CalendarData common = new CalendarData(
                zone,
                week,
                List.copyOf(seasons),
                List.copyOf(holidays),
                decreedYears,
                List.copyOf(legalBasis),
                Map.of());
        return file.has("agencies") ? withAgencies(common, file.sections("agencies"), agencies) : common;
    }

    /** An agency with its own hours keeps them in all seasons; on holidays it is closed unless it says otherwise. */
    private static CalendarData withAgencies(
            CalendarData common, List<Section> sections, Map<String, Agency> agencies) {
        Map<String, CalendarData> own = new HashMap<>();
        for (Section section : sections) {
            boolean openOnHolidays = section.has("openOnHolidays")
                    && section.value("openOnHolidays", false, "true or false", SopReader::flag);
            CalendarData calendar = new CalendarData(
                    common.zone(),
                    week(section.section("week")),
                    List.of(),
                    openOnHolidays ? List.of() : common.holidays(),
                    common.decreedYears(),
                    common.legalBasis(),
                    Map.of());
            for (String id : section.values(
                    "ids",
                    "an id from agencies.yaml",
                    id -> agencies.isEmpty() || agencies.containsKey(id) ? id : null)) {
                if (own.putIfAbsent(id, calendar) != null) {
                    section.fault("ids", "\"" + id + "\" has a calendar already", "each agency once");
                }
            }
        }
        return new CalendarData(
                common.zone(),
                common.week(),
                common.seasons(),
                common.holidays(),
                common.decreedYears(),
                common.legalBasis(),
                Map.copyOf(own));
    }

    private static List<String> legalBasis(Section file) {
        return file.has("legalBasis") ? file.values("legalBasis", "the name of a law", String::strip) : List.of();
    }

    private static Holiday holiday(Section section) {
        return new Holiday(
                date(section, "date"),
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
                    new Period(date(inner, "from"), date(inner, "to"), inner.choice("status", Holiday.Status.class));
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

    private static LocalDate date(Section section, String field) {
        return section.value(field, LocalDate.EPOCH, "a date such as 2026-08-17", LocalDate::parse);
    }
}
