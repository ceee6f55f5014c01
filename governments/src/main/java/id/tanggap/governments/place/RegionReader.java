package id.tanggap.governments.place;

import id.tanggap.governments.file.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code regions.yaml}. */
public final class RegionReader {

    private static final Pattern CODE = Pattern.compile("\\d{2}\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?");

    private final Map<String, District> districts = new LinkedHashMap<>();
    private final Map<String, Region> all = new HashMap<>();

    /** The code of a government's whole region, which its head file names. */
    public static String government(Section head) {
        return head.text("regionCode", CODE, "a region code such as 33.72");
    }

    /** @param government the code in which all others lie */
    public Regions read(Section file, String government) {
        file.sections("districts").forEach(section -> district(section, government));
        return new Regions(
                districts, all, Set.copyOf(file.values("everydayWords", "a name in this file", this::known)));
    }

    private @Nullable String known(String name) {
        return all.values().stream().anyMatch(region -> region.name().equals(name)) ? name : null;
    }

    private void district(Section section, String government) {
        String code = code(section, government);
        String name = section.text("name");
        List<Village> villages = new ArrayList<>();
        section.sections("villages").forEach(inner -> villages.add(village(inner, code)));
        District district = new District(code, name, List.copyOf(villages));
        section.once("code", code, district, districts);
        all.putIfAbsent(code, district);
    }

    private Village village(Section section, String district) {
        String code = code(section, district);
        Village village = new Village(code, section.text("name"), section.choice("kind", Village.Kind.class));
        section.once("code", code, village, all);
        return village;
    }

    private static String code(Section section, String parent) {
        return section.value(
                "code",
                "",
                "a region code inside " + parent,
                text -> CODE.matcher(text).matches() && text.startsWith(parent + ".") ? text : null);
    }
}
