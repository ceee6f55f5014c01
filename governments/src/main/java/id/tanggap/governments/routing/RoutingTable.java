package id.tanggap.governments.routing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.routing.RoutingRule.Destination.ToAgency;
import id.tanggap.governments.routing.RoutingRule.Destination.ToDistrictOffice;
import id.tanggap.governments.routing.RoutingRule.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of a government with the places and offices that they look up. */
public final class RoutingTable {

    private static final int MOST_CATEGORIES = 2;

    private final List<RoutingRule> rules;
    private final Places places;
    private final Map<String, Agency> districtOffices;

    /**
     * @param rules of which the last always matches
     * @param everydayWords names of places that are also words of every day
     */
    public RoutingTable(
            List<RoutingRule> rules,
            Collection<District> districts,
            Set<String> everydayWords,
            Collection<Agency> agencies) {
        this.rules = List.copyOf(rules);
        this.places = new Places(districts, everydayWords);
        this.districtOffices = agencies.stream()
                .filter(agency -> agency.district() != null)
                .collect(toUnmodifiableMap(Agency::district, Function.identity()));
    }

    public List<RoutingRule> rules() {
        return rules;
    }

    /**
     * The agencies that come into question for a complaint by the rules, the best first. There is always one.
     *
     * <p>A rule on the legal class, the category or the place decides alone, the first of the file. Else the rules of words
     * are weighed: the one with the most words of the matter is the best, of equals the earlier. Words of the scene count
     * when no rule has found words of the matter. What no rule knows goes where the last one says.
     *
     * @param type the legal class
     * @param text title and text of the complaint
     */
    public List<Route> routes(String type, @Nullable String category, String text, @Nullable String regionCode) {
        Asked asked = new Asked(type, category, text, Words.of(text), regionCode);
        return first(EnumSet.of(Kind.LAW, Kind.CHOICE), asked)
                .map(List::of)
                .or(() -> Optional.of(weighed(asked, RoutingRule.When::words, true))
                        .filter(it -> !it.isEmpty()))
                .or(() -> Optional.of(weighed(asked, RoutingRule.When::scene, false))
                        .filter(it -> !it.isEmpty()))
                .or(() -> first(EnumSet.of(Kind.REST), asked).map(List::of))
                .orElseThrow(() -> new IllegalStateException("No rule matches everything"));
    }

    private record Asked(
            String type,
            @Nullable String category,
            String written,
            Words text,
            @Nullable String regionCode) {
        boolean isAllowedBy(RoutingRule rule) {
            return rule.when().allows(type, category, regionCode);
        }
    }

    private Optional<Route> first(Set<Kind> kinds, Asked asked) {
        return rules.stream()
                .filter(rule -> kinds.contains(rule.kind()))
                .flatMap(rule -> chosen(rule, asked).stream())
                .findFirst();
    }

    private Optional<Route> chosen(RoutingRule rule, Asked asked) {
        List<String> found = asked.text().found(rule.when().words());
        return found.isEmpty() && rule.when().hasWords() ? Optional.empty() : route(rule, asked, found, true);
    }

    private List<Route> weighed(Asked asked, Function<RoutingRule.When, List<String>> words, boolean certain) {
        Map<String, Route> best = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> rule.kind() == Kind.WORDS)
                .flatMap(rule -> spoken(rule, asked, asked.text().found(words.apply(rule.when())), certain).stream())
                .sorted(Comparator.comparingInt(Route::weight).reversed())
                .forEach(route -> best.putIfAbsent(route.agency().id(), route));
        return List.copyOf(best.values());
    }

    private Optional<Route> spoken(RoutingRule rule, Asked asked, List<String> found, boolean certain) {
        return found.isEmpty() ? Optional.empty() : route(rule, asked, found, certain);
    }

    private Optional<Route> route(RoutingRule rule, Asked asked, List<String> found, boolean certain) {
        return Optional.ofNullable(
                        asked.isAllowedBy(rule) ? destination(rule, asked.written(), asked.regionCode()) : null)
                .map(agency -> new Route(agency, rule, found, certain));
    }

    private @Nullable Agency destination(RoutingRule rule, String text, @Nullable String regionCode) {
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
        return places.districtNamedIn(text);
    }

    /** Ids of the categories that words of the text speak for, at most two, the best first; for a person to say which. */
    public List<String> categoriesNamedIn(String text) {
        Words words = Words.of(text);
        List<String> matter = categories(words, RoutingRule.When::words);
        return matter.isEmpty() ? categories(words, RoutingRule.When::scene) : matter;
    }

    private List<String> categories(Words text, Function<RoutingRule.When, List<String>> words) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> rule.suggests() != null)
                .forEach(rule -> weights.merge(
                        rule.suggests(), Words.weight(text.found(words.apply(rule.when()))), Integer::sum));
        return weights.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_CATEGORIES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Which places the text may mean, at most three, the likeliest by the words before their names; for a person to say
     * which, since a name alone proves nothing.
     */
    public List<Region> regionsNamedIn(String text) {
        return places.namedIn(text);
    }

    /** The office of the district in which the region lies; null when there is none. */
    public @Nullable Agency districtOffice(String regionCode) {
        return office(places.district(regionCode));
    }
}
