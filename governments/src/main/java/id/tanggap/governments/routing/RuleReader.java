package id.tanggap.governments.routing;

import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.agency.AgencyReader;
import id.tanggap.governments.file.Section;
import id.tanggap.governments.routing.RoutingRule.Destination;
import id.tanggap.governments.routing.RoutingRule.Kind;
import id.tanggap.governments.routing.RoutingRule.Measured;
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
        RoutingRule rule = new RoutingRule(
                section.id(),
                section.optional("when", When.ALWAYS, _ -> when(section)),
                destination(section),
                section.text("reason"),
                section.optional("sure", true, section::flag),
                section.<@Nullable Measured>optional("measured", null, _ -> measured(section)),
                section.<@Nullable String>optional("suggests", null, field -> category(section, field)));
        if (rule.measured() != null && (rule.kind() != Kind.WORDS || !rule.sure())) {
            section.fault("measured", "is given to a rule that goes by more than words or is never sure", "none");
        }
        if (rule.suggests() != null && rule.kind() != Kind.WORDS) {
            section.fault("suggests", "is given to a rule that goes by more than words", "none");
        }
        return rule;
    }

    private String category(Section section, String field) {
        return section.value(field, "", "an id from categories.yaml", id -> known(id, categories));
    }

    private static Measured measured(Section rule) {
        Section section = rule.section("measured");
        return new Measured(
                section.value(
                        "precision",
                        0.0,
                        "a share from 0 to 1",
                        it -> Section.within(Double.parseDouble(it), 0.0, 1.0)),
                section.positive("of", "how many complaints, a whole number above 0"),
                section.text("on"));
    }

    private When when(Section rule) {
        Section section = rule.section("when");
        List<String> words = phrases(section, "words");
        List<String> scene = phrases(section, "scene");
        When when = new When(
                LegalClasses.in(section, "types"),
                Set.copyOf(section.values("categories", "an id from categories.yaml", id -> known(id, categories))),
                words,
                scene,
                section.<@Nullable String>optional(
                        "region",
                        null,
                        field -> section.value(field, "", "a code from regions.yaml", code -> known(code, regions))));
        if (!section.isMissing() && when.isAlways()) {
            rule.fault("when", "is empty", "types, categories, words, scene or region");
        }
        scene.stream()
                .filter(words::contains)
                .forEach(it -> section.fault("scene", "\"" + it + "\" is among the words, too", "each in one list"));
        if (!scene.isEmpty() && !(when.types().isEmpty() && when.categories().isEmpty())) {
            section.fault("scene", "is given to a rule that goes by more than words", "words");
        }
        return when;
    }

    private static List<String> phrases(Section when, String field) {
        return List.copyOf(when.values(field, "a word or phrase", RuleReader::phrase));
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
