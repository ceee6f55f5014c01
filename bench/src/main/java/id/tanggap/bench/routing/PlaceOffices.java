package id.tanggap.bench.routing;

import id.tanggap.learning.LabelCoder;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one label of all village offices ("Kelurahan …") and one of all district offices ("Kecamatan …"), and finds the
 * office again by a place such as "Gubeng, Gubeng, Kota Surabaya": village, district, city. Names that differ only in
 * case and spaces are one. It knows the offices' names, as a service knows them from its government's list.
 */
final class PlaceOffices implements LabelCoder {
    private static final String VILLAGE = "Kelurahan ";
    private static final String DISTRICT = "Kecamatan ";

    private final Map<String, String> offices = new HashMap<>();

    PlaceOffices(Collection<String> agencies) {
        agencies.forEach(agency -> offices.put(key(agency), agency));
    }

    @Override
    public String encode(String label, @Nullable String place) {
        if (label.startsWith(VILLAGE)) {
            return VILLAGE;
        }
        return label.startsWith(DISTRICT) ? DISTRICT : label;
    }

    @Override
    public @Nullable String decode(String code, @Nullable String place) {
        return switch (code) {
            case VILLAGE -> office(code, place, 0);
            case DISTRICT -> office(code, place, 1);
            default -> code;
        };
    }

    private @Nullable String office(String kind, @Nullable String place, int part) {
        if (place == null) {
            return null;
        }
        var parts = place.split(",", -1);
        return part < parts.length ? offices.get(key(kind + parts[part])) : null;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
