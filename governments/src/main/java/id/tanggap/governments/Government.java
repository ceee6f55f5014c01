package id.tanggap.governments;

import id.tanggap.governments.RoutingRule.Destination.ToAgency;
import id.tanggap.governments.RoutingRule.Destination.ToDistrictOffice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that is local to one government. Immutable, and consistent in itself: every reference in it resolves. */
public final class Government {

    private final Profile profile;
    private final Map<String, Agency> agencies;
    private final Map<String, Agency> districtOffices;
    private final List<District> districts;
    private final Places places;
    private final @Nullable Boundaries boundaries;
    private final CalendarData calendar;
    private final Map<String, Category> categories;
    private final Map<String, Category> categoriesByLabel;
    private final List<RoutingRule> rules;
    private final Sop sop;
    private final List<SatisfactionGrade> grades;
    private final String calendarVersion;

    /**
     * What {@code government.yaml} says.
     *
     * @param numberPrefix what the numbers of its complaints begin with
     * @param regionCode official code under which all its regions lie
     */
    record Profile(
            String id,
            String name,
            String numberPrefix,
            String regionCode,
            Agency defaultAgency,
            Letterhead letterhead) {}

    Government(
            Profile profile,
            List<Agency> agencies,
            List<District> districts,
            @Nullable Boundaries boundaries,
            CalendarData calendar,
            List<Category> categories,
            List<RoutingRule> rules,
            Sop sop,
            List<SatisfactionGrade> grades,
            String calendarVersion) {
        this.profile = profile;
        this.agencies = by(Agency::id, agencies);
        this.districtOffices = agencies.stream()
                .filter(agency -> agency.district() != null)
                .collect(Collectors.toUnmodifiableMap(Agency::district, Function.identity()));
        this.districts = List.copyOf(districts);
        this.places = new Places(districts);
        this.boundaries = boundaries;
        this.calendar = calendar;
        this.categories = by(Category::id, categories);
        this.categoriesByLabel = byLabel(categories);
        this.rules = List.copyOf(rules);
        this.sop = sop;
        this.grades = grades.stream()
                .sorted(Comparator.comparingDouble(SatisfactionGrade::least).reversed())
                .toList();
        this.calendarVersion = calendarVersion;
    }

    public String id() {
        return profile.id();
    }

    public String name() {
        return profile.name();
    }

    /** What the numbers of its complaints begin with, such as {@code SKA}. */
    public String numberPrefix() {
        return profile.numberPrefix();
    }

    /** The official code under which all its regions lie. */
    public String regionCode() {
        return profile.regionCode();
    }

    /** The procedure that new complaints begin with. */
    public Sop sop() {
        return sop;
    }

    /**
     * What a satisfaction index of 25 to 100 means for a month; null when no grade was known then.
     *
     * @param month its first day
     */
    public @Nullable SatisfactionGrade satisfactionGrade(double index, LocalDate month) {
        return grades.stream()
                .filter(grade -> grade.holds(index, month))
                .findFirst()
                .orElse(null);
    }

    /** The agency that takes what no other does. */
    public Agency defaultAgency() {
        return profile.defaultAgency();
    }

    public Letterhead letterhead() {
        return profile.letterhead();
    }

    /** In the order of the file, as all lists here. */
    public List<Agency> agencies() {
        return List.copyOf(agencies.values());
    }

    public @Nullable Agency agency(String id) {
        return agencies.get(id);
    }

    public List<District> districts() {
        return districts;
    }

    /** Where its districts lie; null when the government brought no geometry. */
    public @Nullable Boundaries boundaries() {
        return boundaries;
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
        District district = places.district(regionCode);
        return district == null ? null : districtOffices.get(district.code());
    }

    public CalendarData calendar() {
        return calendar;
    }

    /** Changes with every letter of the calendar's files. */
    public String calendarVersion() {
        return calendarVersion;
    }

    public List<Category> categories() {
        return List.copyOf(categories.values());
    }

    public @Nullable Category category(String id) {
        return categories.get(id);
    }

    /** The category that another system's label means: its id, its name or an alias, whatever the case. */
    public @Nullable Category categoryLabelled(String label) {
        return categoriesByLabel.get(Words.normalise(label));
    }

    public List<RoutingRule> rules() {
        return rules;
    }

    /**
     * The agency for a complaint, by the first rule that matches. There is always one, since the last rule always
     * matches.
     *
     * @param type the legal class, of {@link RoutingRule#TYPES}
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
        throw new IllegalStateException("The last rule of " + id() + " does not match everything");
    }

    private @Nullable Agency destination(RoutingRule rule, Words text, @Nullable String regionCode) {
        return switch (rule.to()) {
            case ToAgency to -> to.agency();
            case ToDistrictOffice _ -> {
                District district = regionCode == null ? null : places.district(regionCode);
                District place = district == null ? places.districtNamedIn(text) : district;
                yield place == null ? null : districtOffices.get(place.code());
            }
        };
    }

    @Override
    public String toString() {
        return id();
    }

    private static <T> Map<String, T> by(Function<T, String> key, List<T> values) {
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }

    private static Map<String, Category> byLabel(List<Category> categories) {
        Map<String, Category> map = new HashMap<>();
        for (Category category : categories) {
            List<String> labels = new ArrayList<>(category.aliases());
            labels.add(category.id());
            labels.add(category.name());
            labels.forEach(label -> map.put(Words.normalise(label), category));
        }
        return map;
    }
}
