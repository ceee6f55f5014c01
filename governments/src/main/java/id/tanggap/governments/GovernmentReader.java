package id.tanggap.governments;

import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.agency.AgencyReader;
import id.tanggap.governments.calendar.CalendarReader;
import id.tanggap.governments.file.Fingerprint;
import id.tanggap.governments.file.Reading;
import id.tanggap.governments.file.Section;
import id.tanggap.governments.place.BoundaryReader;
import id.tanggap.governments.place.RegionReader;
import id.tanggap.governments.routing.RoutingTable;
import id.tanggap.governments.routing.RuleReader;
import id.tanggap.governments.sop.SopReader;
import id.tanggap.governments.speech.ChannelReader;
import id.tanggap.governments.speech.Speech;
import id.tanggap.governments.speech.WordingReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the folder of one government. What is referred to is read before what refers to it. */
final class GovernmentReader {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_.]{2,40}");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2,4}");

    private final Reading reading;
    private final String folder;
    private final Map<String, String> folderByPrefix;
    private final Map<String, String> folderByAccount;

    /**
     * @param folderByPrefix the number prefixes that earlier folders have taken; this one's is added
     * @param folderByAccount likewise, of their accounts
     */
    GovernmentReader(
            Reading reading, String folder, Map<String, String> folderByPrefix, Map<String, String> folderByAccount) {
        this.reading = reading;
        this.folder = folder;
        this.folderByPrefix = folderByPrefix;
        this.folderByAccount = folderByAccount;
    }

    /** Null when anything was wrong. */
    @Nullable
    Government read() {
        var head = open("government.yaml");
        var regionCode = RegionReader.government(head);
        var regions = new RegionReader().read(open("regions.yaml"), regionCode);
        var boundaries = new BoundaryReader(reading, regions.districts()).read(folder + "/" + BoundaryReader.FILE);
        var agencies = new AgencyReader(regions.districts().keySet()).read(open("agencies.yaml"));
        var categories = new CategoryReader().read(open("categories.yaml"));
        var calendarReader = new CalendarReader(reading, folder);
        var calendar = calendarReader.read(CalendarReader.zone(head), agencies.keySet());
        var profile = profile(head, regionCode, agencies);
        var rules = new RuleReader(agencies, categories.keySet(), regions.all().keySet()).read(open("routing.yaml"));
        var sop = new SopReader(reading, new HashMap<>()).read(folder + "/" + SopReader.SOP);
        var grades = grades(head);
        var speech = new Speech(
                new WordingReader(reading).read(folder), new ChannelReader(reading, folderByAccount).read(folder));
        reading.close();
        return reading.hasFaults()
                ? null
                : new Government(
                        profile,
                        agencies,
                        List.copyOf(regions.districts().values()),
                        boundaries,
                        new Government.Hours(calendar, Fingerprint.of(calendarReader.texts())),
                        categories,
                        new RoutingTable(
                                rules, regions.districts().values(), regions.everydayWords(), agencies.values()),
                        sop,
                        grades,
                        speech);
    }

    private Section open(String file) {
        return reading.open(folder + "/" + file);
    }

    private Government.Profile profile(Section head, String regionCode, Map<String, Agency> agencies) {
        return new Government.Profile(
                head.value("id", "", "the name of its folder, " + folder, text -> text.equals(folder) ? text : null),
                head.text("name"),
                prefix(head),
                regionCode,
                head.reference("defaultAgency", agencies, AgencyReader.NONE, "an id from agencies.yaml"),
                letterhead(head.section("letterhead")),
                List.copyOf(head.values("accounts", "an account without @", GovernmentReader::account)),
                List.copyOf(head.values("landmarks", "a name", name -> name)));
    }

    private static @Nullable String account(String text) {
        return ACCOUNT.matcher(text).matches() ? text : null;
    }

    private String prefix(Section head) {
        String prefix = head.text("numberPrefix", PREFIX, "two to four capital letters");
        String owner = folderByPrefix.putIfAbsent(prefix, folder);
        if (owner != null && !prefix.isEmpty()) {
            head.fault("numberPrefix", "\"" + prefix + "\" is also that of " + owner, "a prefix of its own");
        }
        return prefix;
    }

    private static Letterhead letterhead(Section section) {
        return new Letterhead(
                section.text("office"),
                section.text("address"),
                List.copyOf(section.values("contact", "a line", line -> line)),
                section.text("place"),
                section.text("recipient"));
    }

    private List<SatisfactionGrade> grades(Section head) {
        String file = head.sharedFile("satisfaction", "national/satisfaction.yaml");
        List<SatisfactionGrade> grades = new ArrayList<>();
        if (!file.isEmpty()) {
            reading.open(file).sections("grades").forEach(section -> grades.add(grade(section)));
        }
        return grades;
    }

    private static SatisfactionGrade grade(Section section) {
        return new SatisfactionGrade(
                section.text("id"),
                section.text("name"),
                section.value("least", 25.0, "a number from 25 to 100", GovernmentReader::index),
                section.date("from"),
                section.optional("until", LocalDate.MAX, section::date));
    }

    private static @Nullable Double index(String text) {
        return Section.within(Double.parseDouble(text), 25.0, 100.0);
    }
}
