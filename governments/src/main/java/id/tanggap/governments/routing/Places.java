package id.tanggap.governments.routing;

import static java.util.stream.Collectors.toSet;

import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Region;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a place by its code, and those that a text names. */
final class Places {

    private final Map<String, Region> byCode = new HashMap<>();
    private final Map<String, District> districtByCode = new HashMap<>();
    private final NamedRegions named;

    /** @param everydayWords names of places that are also words of every day */
    Places(Collection<District> districts, Set<String> everydayWords) {
        for (District district : districts) {
            add(district, district);
            district.villages().forEach(village -> add(village, district));
        }
        this.named = new NamedRegions(districts, everydayWords);
    }

    private void add(Region region, District district) {
        byCode.put(region.code(), region);
        districtByCode.put(region.code(), district);
    }

    @Nullable
    Region region(String code) {
        return byCode.get(code);
    }

    @Nullable
    District district(String code) {
        return districtByCode.get(code);
    }

    List<Region> namedIn(String text) {
        return named.likely(text);
    }

    /**
     * The one district that the text names by "kecamatan" or by a village with its kind before it; a bare name is not
     * enough, since many are also names of streets, people and fruits. Null when none or several are meant.
     */
    @Nullable
    District districtNamedIn(String text) {
        Set<District> districts = named.certain(text).stream()
                .map(region -> districtByCode.get(region.code()))
                .collect(toSet());
        return districts.size() == 1 ? districts.iterator().next() : null;
    }
}
