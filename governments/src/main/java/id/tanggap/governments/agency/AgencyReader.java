package id.tanggap.governments.agency;

import id.tanggap.governments.file.Section;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code agencies.yaml}. */
public final class AgencyReader {

    /** Stands in where the agency that is referred to cannot be read. */
    public static final Agency NONE = new Agency("", "", "", AgencyKind.OPD, null, List.of());

    private final Set<String> districts;
    private final Set<String> served = new HashSet<>();

    /** @param districts codes of the districts; empty when they could not be read */
    public AgencyReader(Set<String> districts) {
        this.districts = districts;
    }

    /** By id, in the order of the file. */
    public Map<String, Agency> read(Section file) {
        Map<String, Agency> agencies = new LinkedHashMap<>();
        for (Section section : file.sections("agencies")) {
            Agency agency = agency(section);
            section.once("id", agency.id(), agency, agencies);
        }
        return agencies;
    }

    private Agency agency(Section section) {
        String id = section.id();
        AgencyKind kind = section.choice("kind", AgencyKind.class);
        String district = section.has("district") || kind == AgencyKind.DISTRICT ? district(section, kind) : null;
        return new Agency(id, section.text("name"), section.text("shortName"), kind, district, divisions(section));
    }

    private String district(Section section, AgencyKind kind) {
        String district = section.value(
                "district",
                "",
                "the code of a district in regions.yaml",
                code -> districts.isEmpty() || districts.contains(code) ? code : null);
        if (kind != AgencyKind.DISTRICT) {
            section.fault("district", "is given for kind " + kind, "it for kind DISTRICT only");
        } else if (!district.isEmpty() && !served.add(district)) {
            section.fault("district", "\"" + district + "\" has an office already", "one office per district");
        }
        return district;
    }

    /** Two floors at most: a division, and sections within it. */
    private static List<Division> divisions(Section agency) {
        Map<String, Division> divisions = new LinkedHashMap<>();
        Set<String> upper = new HashSet<>();
        for (Section section : agency.sectionsIfAny("divisions")) {
            String id = section.id();
            String parent = parent(section, upper);
            if (parent == null) {
                upper.add(id);
            }
            section.once("id", id, new Division(id, section.text("name"), parent), divisions);
        }
        return List.copyOf(divisions.values());
    }

    private static @Nullable String parent(Section section, Set<String> upper) {
        return section.<@Nullable String>optional(
                "parent",
                null,
                field -> section.value(
                        field,
                        "",
                        "the id of a division above it that has no parent itself",
                        text -> upper.contains(text) ? text : null));
    }
}
