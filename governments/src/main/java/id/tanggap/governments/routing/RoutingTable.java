package id.tanggap.governments.routing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.routing.RoutingRule.Destination.ToAgency;
import id.tanggap.governments.routing.RoutingRule.Destination.ToDistrictOffice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of a government with the places and offices that they look up. */
public final class RoutingTable {

    private final List<RoutingRule> rules;
    private final Places places;
    private final Map<String, Agency> districtOffices;

    /** @param rules of which the last always matches */
    public RoutingTable(List<RoutingRule> rules, Collection<District> districts, Collection<Agency> agencies) {
        this.rules = List.copyOf(rules);
        this.places = new Places(districts);
        this.districtOffices = agencies.stream()
                .filter(agency -> agency.district() != null)
                .collect(toUnmodifiableMap(Agency::district, Function.identity()));
    }

    public List<RoutingRule> rules() {
        return rules;
    }

    /**
     * The agency for a complaint, by the first rule that matches. There is always one, since the last rule always
     * matches.
     *
     * @param type the legal class
     * @param text title and text of the complaint
     */
    public Route route(String type, @Nullable String category, String text, @Nullable String regionCode) {
        Words words = Words.of(text);
        for (RoutingRule rule : rules) {
            Agency agency =
                    rule.when().holds(type, category, words, regionCode) ? destination(rule, words, regionCode) : null;
            if (agency != null) {
                return new Route(agency, rule);
            }
        }
        throw new IllegalStateException("The last rule does not match everything");
    }

    private @Nullable Agency destination(RoutingRule rule, Words text, @Nullable String regionCode) {
        return switch (rule.to()) {
            case ToAgency to -> to.agency();
            case ToDistrictOffice _ -> {
                District district = regionCode == null ? null : places.district(regionCode);
                yield office(district == null ? places.districtNamedIn(text) : district);
            }
        };
    }

    private @Nullable Agency office(@Nullable District district) {
        return district == null ? null : districtOffices.get(district.code());
    }

    /** The district or village with this code. */
    public @Nullable Region region(String code) {
        return places.region(code);
    }

    /** The district with this code, or in which the village with this code lies. */
    public @Nullable District district(String regionCode) {
        return places.district(regionCode);
    }

    /**
     * The one district that the text names by "kecamatan" or by a village with its kind before it. Null when none or
     * several are meant.
     */
    public @Nullable District districtNamedIn(String text) {
        return places.districtNamedIn(Words.of(text));
    }

    /** The office of the district in which the region lies; null when there is none. */
    public @Nullable Agency districtOffice(String regionCode) {
        return office(places.district(regionCode));
    }
}
