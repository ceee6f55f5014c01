package id.tanggap.governments.routing;

import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.place.Village;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a place by its code, and the district that a text names. */
final class Places {

    private final Map<String, Region> byCode = new HashMap<>();
    private final Map<String, District> districtByCode = new HashMap<>();
    private final Map<String, Set<District>> districtsByPhrase = new HashMap<>();

    Places(Collection<District> districts) {
        for (District district : districts) {
            add(district, district, "kecamatan", "kec");
            for (Village village : district.villages()) {
                switch (village.kind()) {
                    case KELURAHAN -> add(village, district, "kelurahan", "kel");
                    case DESA -> add(village, district, "desa", "ds");
                }
            }
        }
    }

    private void add(Region region, District district, String... kinds) {
        byCode.put(region.code(), region);
        districtByCode.put(region.code(), district);
        for (String kind : kinds) {
            districtsByPhrase
                    .computeIfAbsent(kind + " " + Words.normalise(region.name()), _ -> new HashSet<>())
                    .add(district);
        }
    }

    @Nullable
    Region region(String code) {
        return byCode.get(code);
    }

    @Nullable
    District district(String code) {
        return districtByCode.get(code);
    }

    /**
     * The one district that the text names by "kecamatan" or by a village with its kind before it; a bare name is not
     * enough, since many are also names of streets, people and fruits. Null when none or several are meant.
     */
    @Nullable
    District districtNamedIn(Words text) {
        Set<District> named = new HashSet<>();
        districtsByPhrase.forEach((phrase, districts) -> {
            if (text.contain(phrase)) {
                named.addAll(districts);
            }
        });
        return named.size() == 1 ? named.iterator().next() : null;
    }
}
