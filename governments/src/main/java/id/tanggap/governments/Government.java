package id.tanggap.governments;

import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.calendar.CalendarData;
import id.tanggap.governments.place.Boundaries;
import id.tanggap.governments.place.Boundary.Point;
import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.place.RegionLabels;
import id.tanggap.governments.place.Village;
import id.tanggap.governments.routing.Route;
import id.tanggap.governments.routing.RoutingRule;
import id.tanggap.governments.routing.RoutingTable;
import id.tanggap.governments.routing.Words;
import id.tanggap.governments.sop.LegalClasses;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.speech.ChannelAccount;
import id.tanggap.governments.speech.Speech;
import id.tanggap.governments.speech.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is local to one government. Immutable, and consistent in itself: every reference in it resolves. */
public final class Government {

    private final Profile profile;
    private final Map<String, Agency> agencies;
    private final List<District> districts;
    private final RegionLabels regionLabels;
    private final @Nullable Boundaries boundaries;
    private final Hours hours;
    private final Map<String, Category> categories;
    private final Map<String, Category> categoriesByLabel;
    private final RoutingTable routing;
    private final Sop sop;
    private final List<SatisfactionGrade> grades;
    private final Speech speech;

    /**
     * What {@code government.yaml} says.
     *
     * @param numberPrefix what the numbers of its complaints begin with
     * @param regionCode official code under which all its regions lie
     * @param accounts of its offices in social networks, without @
     * @param landmarks what quarters, crossings and sights are called that are no region
     */
    record Profile(
            String id,
            String name,
            String numberPrefix,
            String regionCode,
            Agency defaultAgency,
            Letterhead letterhead,
            List<String> accounts,
            List<String> landmarks) {}

    /** @param version changes with every letter of the calendar's files */
    record Hours(CalendarData calendar, String version) {}

    Government(
            Profile profile,
            Map<String, Agency> agencies,
            List<District> districts,
            @Nullable Boundaries boundaries,
            Hours hours,
            Map<String, Category> categories,
            RoutingTable routing,
            Sop sop,
            List<SatisfactionGrade> grades,
            Speech speech) {
        this.profile = profile;
        this.agencies = agencies;
        this.districts = List.copyOf(districts);
        this.regionLabels = new RegionLabels(this.districts);
        this.boundaries = boundaries;
        this.hours = hours;
        this.categories = categories;
        this.categoriesByLabel = byLabel(categories.values());
        this.routing = routing;
        this.sop = sop;
        this.speech = speech;
        this.grades = grades.stream()
                .sorted(Comparator.comparingDouble(SatisfactionGrade::least).reversed())
                .toList();
    }

    /**
     * The same agencies, categories, rules and procedure in other places, for who tries them there. There are no outlines of
     * these.
     *
     * @param offices of the districts, in the place of its own
     */
    public Government movedTo(List<District> elsewhere, List<Agency> offices) {
        Map<String, Agency> there = new LinkedHashMap<>();
        agencies.values().stream()
                .filter(agency -> agency.district() == null)
                .forEach(agency -> there.put(agency.id(), agency));
        offices.forEach(office -> there.put(office.id(), office));
        RoutingTable rules = new RoutingTable(routing.rules(), elsewhere, Set.of(), there.values());
        return new Government(profile, there, elsewhere, null, hours, categories, rules, sop, grades, speech);
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

    /** What it says to citizens. */
    public Wording wording() {
        return speech.wording();
    }

    /** By which citizens can write to it; often none. */
    public List<ChannelAccount> channelAccounts() {
        return speech.accounts();
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

    /** What its districts, villages and landmarks are called. */
    public List<String> placeNames() {
        return Stream.of(
                        districts.stream().map(District::name),
                        districts.stream()
                                .flatMap(district -> district.villages().stream())
                                .map(Village::name),
                        profile.landmarks().stream())
                .flatMap(names -> names)
                .toList();
    }

    /** Of its offices in social networks, without @: they are named in public, and identify no citizen. */
    public List<String> accounts() {
        return profile.accounts();
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

    /** In which the point lies, as far as the outlines are true; null when in none, or when there are no outlines. */
    public @Nullable District districtAt(Point point) {
        var code = boundaries == null ? null : boundaries.districtAt(point);
        return code == null ? null : district(code);
    }

    /** The district or village with this code. */
    public @Nullable Region region(String code) {
        return routing.region(code);
    }

    /** The district with this code, or in which the village with this code lies. */
    public @Nullable District district(String regionCode) {
        return routing.district(regionCode);
    }

    /** What the region with this code is called, so that it is known again; the code where there is none. */
    public String regionLabel(String code) {
        return regionLabels.label(code);
    }

    /** What the region is and in which district: {@code Kelurahan Pajang, Kecamatan Laweyan}; the code where there is none. */
    public String regionTitle(String code) {
        return regionLabels.title(code);
    }

    /** The region that {@link #regionLabel} calls so, whatever the case. */
    public @Nullable Region regionLabelled(String label) {
        return regionLabels.region(label);
    }

    /**
     * The one district that the text names by "kecamatan" or by a village with its kind before it. Null when none or
     * several are meant.
     */
    public @Nullable District districtNamedIn(String text) {
        return routing.districtNamedIn(text);
    }

    /** Which places the text may mean, at most three; for a person to say which, since a name alone proves nothing. */
    public List<Region> regionsNamedIn(String text) {
        return routing.regionsNamedIn(text);
    }

    /** The office of the district in which the region lies; null when there is none. */
    public @Nullable Agency districtOffice(String regionCode) {
        return routing.districtOffice(regionCode);
    }

    public CalendarData calendar() {
        return hours.calendar();
    }

    /** Changes with every letter of the calendar's files. */
    public String calendarVersion() {
        return hours.version();
    }

    public List<Category> categories() {
        return List.copyOf(categories.values());
    }

    /** Which ones words of the text speak for, at most two, the best first; for a person to say which. */
    public List<Category> categoriesNamedIn(String text) {
        return routing.categoriesNamedIn(text).stream()
                .map(categories::get)
                .filter(Objects::nonNull)
                .toList();
    }

    public @Nullable Category category(String id) {
        return categories.get(id);
    }

    /** The category that another system's label means: its id, its name or an alias, whatever the case. */
    public @Nullable Category categoryLabelled(String label) {
        return categoriesByLabel.get(Words.normalise(label));
    }

    public List<RoutingRule> rules() {
        return routing.rules();
    }

    /**
     * The agencies that come into question for a complaint by the rules, the best first. There is always one.
     *
     * @param type the legal class, of {@link LegalClasses#ALL}
     * @param text title and text of the complaint
     */
    public List<Route> routes(String type, @Nullable String category, String text, @Nullable String regionCode) {
        return routing.routes(type, category, text, regionCode);
    }

    public @Nullable RoutingRule rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElse(null);
    }

    @Override
    public String toString() {
        return id();
    }

    private static Map<String, Category> byLabel(Collection<Category> categories) {
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
