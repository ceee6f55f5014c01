package id.tanggap.governments.routing;

import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.agency.AgencyReader;
import id.tanggap.governments.file.Section;
import id.tanggap.governments.routing.RoutingRule.Destination;
import id.tanggap.governments.routing.RoutingRule.When;
import id.tanggap.governments.sop.LegalClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code routing.yaml}. What it may refer to is empty when it could not be read. */
public final class RuleReader {

    private static final String TO_DISTRICT_OFFICE = "DISTRICT_OFFICE";

    private final Map<String, Agency> agencies;
    private final Set<String> categories;
    private final Set<String> regions;

    public RuleReader(Map<String, Agency> agencies, Set<String> categories, Set<String> regions) {
        this.agencies = agencies;
        this.categories = categories;
        this.regions = regions;
    }

    /** In order; the last one always matches. */
    public List<RoutingRule> read(Section file) {
        Map<String, RoutingRule> rules = new LinkedHashMap<>();
        boolean decided = false;
        for (Section section : file.sections("rules")) {
            if (decided) {
                section.fault("id", "comes after a rule that always matches", "the rule without \"when\" at the end");
            }
            RoutingRule rule = rule(section);
            decided = !section.has("when") && rule.to() instanceof Destination.ToAgency;
            section.once("id", rule.id(), rule, rules);
        }
        if (!decided && file.has("rules")) {
            file.fault("rules", "has no default", "a last rule without \"when\" that goes to an agency");
        }
        return List.copyOf(rules.values());
    }

    private RoutingRule rule(Section section) {
        return new RoutingRule(
                section.id(),
                section.optional("when", When.ALWAYS, _ -> when(section)),
                destination(section),
                section.text("reason"),
                section.optional("sure", true, section::flag));
    }

    private When when(Section rule) {
        Section section = rule.section("when");
        When when = new When(
                LegalClasses.in(section, "types"),
                Set.copyOf(section.values("categories", "an id from categories.yaml", id -> known(id, categories))),
                List.copyOf(section.values("words", "a word or phrase", RuleReader::phrase)),
                section.<@Nullable String>optional(
                        "region",
                        null,
                        field -> section.value(field, "", "a code from regions.yaml", code -> known(code, regions))));
        if (!section.isMissing() && when.isAlways()) {
            rule.fault("when", "is empty", "types, categories, words or region");
        }
        return when;
    }

    private static @Nullable String known(String id, Set<String> ids) {
        return ids.isEmpty() || ids.contains(id) ? id : null;
    }

    private static @Nullable String phrase(String text) {
        String normalised = Words.normalise(text);
        return normalised.isEmpty() ? null : normalised;
    }

    private Destination destination(Section section) {
        return section.value(
                "to",
                new Destination.ToAgency(AgencyReader.NONE),
                "an id from agencies.yaml or " + TO_DISTRICT_OFFICE,
                this::destination);
    }

    private @Nullable Destination destination(String text) {
        if (text.equals(TO_DISTRICT_OFFICE)) {
            return new Destination.ToDistrictOffice();
        }
        Agency agency = agencies.isEmpty() ? AgencyReader.NONE : agencies.get(text);
        return agency == null ? null : new Destination.ToAgency(agency);
    }
}
