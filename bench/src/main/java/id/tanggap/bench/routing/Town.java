package id.tanggap.bench.routing;

import id.tanggap.dispatch.Complaint;
import id.tanggap.dispatch.ConfirmedCase;
import id.tanggap.governments.Government;
import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.agency.AgencyKind;
import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Village;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A government whose rules are tried, moved to the places that the file's rows name ("village, district, city" or "district, city"), each
 * district with an office, and the file's agencies translated into its own.
 */
final class Town {
    private static final String ORDINARY = "ORDINARY";

    private final Duties duties;
    private final Government government;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> offices = new HashMap<>();

    Town(Government home, Duties duties, Collection<Decision> decisions) {
        this.duties = duties;
        var districts = districts(home.regionCode(), villagesByDistrict(decisions));
        this.government =
                home.movedTo(districts, districts.stream().map(Town::office).toList());
    }

    Government government() {
        return government;
    }

    /** As the service is asked about it. */
    Complaint complaint(Decision decision, boolean withCategory) {
        var label = decision.category();
        var category = withCategory && label != null ? government.categoryLabelled(label) : null;
        return new Complaint(
                ORDINARY,
                category == null ? null : category.id(),
                decision.example().text(),
                region(decision));
    }

    /** Null when no agency of this government has the duty. */
    @Nullable
    ConfirmedCase confirmed(Decision decision) {
        var agency = agency(decision);
        var example = decision.example();
        return agency == null
                ? null
                : new ConfirmedCase(
                        example.id(),
                        agency,
                        example.text(),
                        region(decision),
                        decision.received().toInstant(ZoneOffset.UTC));
    }

    @Nullable
    String agency(Decision decision) {
        var label = decision.example().label();
        var office = offices.get(PlaceOffices.key(label));
        return office == null ? duties.of(label, decision.category()) : office;
    }

    private @Nullable String region(Decision decision) {
        var place = decision.example().place();
        return place == null
                ? null
                : codes.get(PlaceOffices.key(place.substring(0, Math.max(0, place.lastIndexOf(',')))));
    }

    private static Map<String, SortedSet<String>> villagesByDistrict(Collection<Decision> decisions) {
        var villages = new TreeMap<String, SortedSet<String>>();
        decisions.stream()
                .map(decision -> decision.example().place())
                .filter(Objects::nonNull)
                .map(place -> place.split(",", -1))
                .filter(parts -> parts.length == 3)
                .forEach(parts -> villages.computeIfAbsent(parts[1].strip(), _ -> new TreeSet<>())
                        .add(parts[0].strip()));
        return villages;
    }

    private List<District> districts(String prefix, Map<String, SortedSet<String>> villagesByDistrict) {
        var districts = new ArrayList<District>();
        villagesByDistrict.forEach((district, villages) -> {
            var code = "%s.%02d".formatted(prefix, districts.size() + 1);
            districts.add(new District(code, district, villages(code, district, villages)));
            codes.put(PlaceOffices.key(district), code);
            offices.put(PlaceOffices.key("Kecamatan " + district), officeId(code));
        });
        return districts;
    }

    private List<Village> villages(String districtCode, String district, SortedSet<String> names) {
        var villages = new ArrayList<Village>();
        for (var name : names) {
            var code = "%s.%d".formatted(districtCode, 1001 + villages.size());
            villages.add(new Village(code, name, Village.Kind.KELURAHAN));
            codes.put(PlaceOffices.key(name + district), code);
            offices.put(PlaceOffices.key("Kelurahan " + name), officeId(districtCode));
        }
        return villages;
    }

    private static Agency office(District district) {
        var name = "Kecamatan " + district.name();
        return new Agency(officeId(district.code()), name, name, AgencyKind.DISTRICT, district.code(), List.of());
    }

    private static String officeId(String code) {
        return "kec-" + code;
    }
}
