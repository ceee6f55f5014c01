package id.tanggap.governments.place;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One label for each region: its name, and of a village that is called like another region its district's behind it. */
public final class RegionLabels {
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Region> regions = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();

    public RegionLabels(List<District> districts) {
        var bearers = new HashMap<String, Integer>();
        for (var district : districts) {
            bearers.merge(letters(district.name()), 1, Integer::sum);
            district.villages().forEach(village -> bearers.merge(letters(village.name()), 1, Integer::sum));
        }
        for (var district : districts) {
            var title = "Kecamatan " + district.name();
            add(district, district.name());
            titles.put(district.code(), title);
            district.villages().forEach(village -> {
                titles.put(village.code(), kind(village) + " " + village.name() + ", " + title);
                var alone = bearers.getOrDefault(letters(village.name()), 0) == 1;
                add(village, alone ? village.name() : village.name() + ", " + district.name());
            });
        }
    }

    private void add(Region region, String label) {
        labels.put(region.code(), label);
        regions.put(letters(label), region);
    }

    private static String kind(Village village) {
        return switch (village.kind()) {
            case KELURAHAN -> "Kelurahan";
            case DESA -> "Desa";
        };
    }

    /** What it is and in which district: {@code Kelurahan Pajang, Kecamatan Laweyan}; the code where there is none. */
    public String title(String code) {
        return titles.getOrDefault(code, code);
    }

    /** The code where there is no such region. */
    public String label(String code) {
        return labels.getOrDefault(code, code);
    }

    /** Null where none is called so; the case does not matter. */
    public @Nullable Region region(String label) {
        return regions.get(letters(label));
    }

    private static String letters(String label) {
        return label.toLowerCase(Locale.ROOT).strip();
    }
}
