package id.tanggap.governments;

import id.tanggap.governments.RoutingRule.Destination;
import id.tanggap.governments.RoutingRule.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the folder of one government. What is referred to is read before what refers to it. */
final class GovernmentReader {

    static final String ID_EXPECTED = "lower-case letters and digits joined by hyphens";

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2,4}");
    private static final Pattern CODE = Pattern.compile("\\d{2}\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?");
    private static final String TO_DISTRICT_OFFICE = "DISTRICT_OFFICE";
    private static final Agency NO_AGENCY = new Agency("", "", "", AgencyKind.OPD, null, List.of());

    private final Reading reading;
    private final String folder;
    private final Map<String, String> folderByPrefix;

    private final Map<String, District> districts = new LinkedHashMap<>();
    private final Map<String, Region> regions = new HashMap<>();
    private final Map<String, Agency> agencies = new LinkedHashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();

    /** @param folderByPrefix the number prefixes that earlier folders have taken; this one's is added */
    GovernmentReader(Reading reading, String folder, Map<String, String> folderByPrefix) {
        this.reading = reading;
        this.folder = folder;
        this.folderByPrefix = folderByPrefix;
    }

    static @Nullable String id(String text) {
        return ID.matcher(text).matches() ? text : null;
    }

    static @Nullable Integer positive(String text) {
        int number = Integer.parseInt(text);
        return number > 0 ? number : null;
    }

    /** Null when anything was wrong. */
    @Nullable
    Government read() {
        Section head = reading.open(folder + "/government.yaml");
        String regionCode = head.text("regionCode", CODE, "a region code such as 33.72");
        readRegions(regionCode);
        Boundaries boundaries = new BoundaryReader(reading, districts).read(folder + "/" + BoundaryReader.FILE);
        readAgencies();
        readCategories();
        CalendarReader calendarReader = new CalendarReader(reading, folder);
        CalendarData calendar = calendarReader.read(CalendarReader.zone(head), agencies);
        Government.Profile profile = profile(head, regionCode);
        List<RoutingRule> rules = rules();
        Sop sop = new SopReader(reading, new HashMap<>()).read(folder + "/" + SopReader.SOP);
        List<SatisfactionGrade> grades = grades(head);
        reading.close();
        return reading.hasFaults()
                ? null
                : new Government(
                        profile,
                        List.copyOf(agencies.values()),
                        List.copyOf(districts.values()),
                        boundaries,
                        calendar,
                        List.copyOf(categories.values()),
                        rules,
                        sop,
                        grades,
                        Fingerprint.of(calendarReader.texts()));
    }

    private Government.Profile profile(Section head, String regionCode) {
        String id =
                head.value("id", "", "the name of its folder, " + folder, text -> text.equals(folder) ? text : null);
        String name = head.text("name");
        String prefix = head.text("numberPrefix", PREFIX, "two to four capital letters");
        String owner = folderByPrefix.putIfAbsent(prefix, folder);
        if (owner != null && !prefix.isEmpty()) {
            head.fault("numberPrefix", "\"" + prefix + "\" is also that of " + owner, "a prefix of its own");
        }
        Agency defaultAgency = head.reference("defaultAgency", agencies, NO_AGENCY, "an id from agencies.yaml");
        return new Government.Profile(
                id, name, prefix, regionCode, defaultAgency, letterhead(head.section("letterhead")));
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
        String file = head.text("satisfaction", SopReader.SHARED_FILE, "a file such as national/satisfaction.yaml");
        List<SatisfactionGrade> grades = new ArrayList<>();
        for (Section section :
                file.isEmpty() ? List.<Section>of() : reading.open(file).sections("grades")) {
            LocalDate from = SopReader.date(section, "from");
            grades.add(new SatisfactionGrade(
                    section.text("id"),
                    section.text("name"),
                    section.value("least", 25.0, "a number from 25 to 100", GovernmentReader::index),
                    from,
                    section.has("until") ? SopReader.date(section, "until") : LocalDate.MAX));
        }
        return grades;
    }

    private static @Nullable Double index(String text) {
        double index = Double.parseDouble(text);
        return index >= 25 && index <= 100 ? index : null;
    }

    private void readRegions(String government) {
        for (Section section : reading.open(folder + "/regions.yaml").sections("districts")) {
            String code = code(section, government);
            List<Village> villages = new ArrayList<>();
            District district = new District(code, section.text("name"), villages);
            enter(section, "code", code, district, districts);
            regions.putIfAbsent(code, district);
            for (Section inner : section.sections("villages")) {
                String villageCode = code(inner, code);
                Village village =
                        new Village(villageCode, inner.text("name"), inner.choice("kind", Village.Kind.class));
                enter(inner, "code", villageCode, village, regions);
                villages.add(village);
            }
        }
        districts.replaceAll((code, d) -> new District(code, d.name(), List.copyOf(d.villages())));
    }

    private static String code(Section section, String parent) {
        return section.value(
                "code",
                "",
                "a region code inside " + parent,
                text -> CODE.matcher(text).matches() && text.startsWith(parent + ".") ? text : null);
    }

    private void readAgencies() {
        Set<String> served = new HashSet<>();
        for (Section section : reading.open(folder + "/agencies.yaml").sections("agencies")) {
            String id = section.value("id", "", ID_EXPECTED, GovernmentReader::id);
            AgencyKind kind = section.choice("kind", AgencyKind.class);
            String district = null;
            if (section.has("district") || kind == AgencyKind.DISTRICT) {
                district = section.value(
                        "district",
                        "",
                        "the code of a district in regions.yaml",
                        code -> districts.isEmpty() || districts.containsKey(code) ? code : null);
                if (kind != AgencyKind.DISTRICT) {
                    section.fault("district", "is given for kind " + kind, "it for kind DISTRICT only");
                } else if (!district.isEmpty() && !served.add(district)) {
                    section.fault("district", "\"" + district + "\" has an office already", "one office per district");
                }
            }
            Agency agency =
                    new Agency(id, section.text("name"), section.text("shortName"), kind, district, divisions(section));
            enter(section, "id", id, agency, agencies);
        }
    }

    /** Two floors at most: a division, and sections within it. */
    private static List<Division> divisions(Section agency) {
        Map<String, Division> divisions = new LinkedHashMap<>();
        Set<String> upper = new HashSet<>();
        if (agency.has("divisions")) {
            for (Section section : agency.sections("divisions")) {
                String id = section.value("id", "", ID_EXPECTED, GovernmentReader::id);
                String parent = null;
                if (section.has("parent")) {
                    parent = section.value(
                            "parent",
                            "",
                            "the id of a division above it that has no parent itself",
                            text -> upper.contains(text) ? text : null);
                } else {
                    upper.add(id);
                }
                if (divisions.putIfAbsent(id, new Division(id, section.text("name"), parent)) != null) {
                    section.fault("id", "\"" + id + "\" is used twice", "each once");
                }
            }
        }
        return List.copyOf(divisions.values());
    }

    private void readCategories() {
        Map<String, String> idByLabel = new HashMap<>();
        for (Section section : reading.open(folder + "/categories.yaml").sections("categories")) {
            String id = section.value("id", "", ID_EXPECTED, GovernmentReader::id);
            String name = section.text("name");
            List<String> aliases = section.values("aliases", "a label", label -> label);
            for (String alias : aliases) {
                String owner = idByLabel.putIfAbsent(Words.normalise(alias), id);
                if (owner != null) {
                    section.fault("aliases", "\"" + alias + "\" already means " + owner, "each label once");
                }
            }
            enter(section, "id", id, new Category(id, name, List.copyOf(aliases)), categories);
        }
    }

    private List<RoutingRule> rules() {
        Section file = reading.open(folder + "/routing.yaml");
        List<Section> sections = file.sections("rules");
        Map<String, RoutingRule> rules = new LinkedHashMap<>();
        boolean decided = false;
        for (Section section : sections) {
            if (decided) {
                section.fault("id", "comes after a rule that always matches", "the rule without \"when\" at the end");
            }
            String id = section.value("id", "", ID_EXPECTED, GovernmentReader::id);
            When when = section.has("when") ? when(section) : When.ALWAYS;
            Destination to = destination(section);
            decided = !section.has("when") && to instanceof Destination.ToAgency;
            boolean sure = !section.has("sure") || section.value("sure", true, "true or false", SopReader::flag);
            enter(section, "id", id, new RoutingRule(id, when, to, section.text("reason"), sure), rules);
        }
        if (!decided && file.has("rules")) {
            file.fault("rules", "has no default", "a last rule without \"when\" that goes to an agency");
        }
        return List.copyOf(rules.values());
    }

    private When when(Section rule) {
        Section section = rule.section("when");
        List<String> named = section.values(
                "categories",
                "an id from categories.yaml",
                id -> categories.isEmpty() || categories.containsKey(id) ? id : null);
        List<String> words = section.values("words", "a word or phrase", text -> {
            String normalised = Words.normalise(text);
            return normalised.isEmpty() ? null : normalised;
        });
        String region = section.has("region")
                ? section.value(
                        "region",
                        "",
                        "a code from regions.yaml",
                        code -> regions.isEmpty() || regions.containsKey(code) ? code : null)
                : null;
        List<String> types =
                section.values("types", "a class of complaint", type -> RoutingRule.TYPES.contains(type) ? type : null);
        When when = new When(Set.copyOf(types), Set.copyOf(named), List.copyOf(words), region);
        if (!section.isMissing() && when.isAlways()) {
            rule.fault("when", "is empty", "types, categories, words or region");
        }
        return when;
    }

    private Destination destination(Section section) {
        return section.value(
                "to",
                new Destination.ToAgency(NO_AGENCY),
                "an id from agencies.yaml or " + TO_DISTRICT_OFFICE,
                text -> {
                    if (text.equals(TO_DISTRICT_OFFICE)) {
                        return new Destination.ToDistrictOffice();
                    }
                    Agency agency = agencies.isEmpty() ? NO_AGENCY : agencies.get(text);
                    return agency == null ? null : new Destination.ToAgency(agency);
                });
    }

    private static <T> void enter(Section section, String field, String key, T value, Map<String, ? super T> known) {
        if (known.putIfAbsent(key, value) != null && !key.isEmpty()) {
            section.fault(field, "\"" + key + "\" is used twice", "each once");
        }
    }
}
