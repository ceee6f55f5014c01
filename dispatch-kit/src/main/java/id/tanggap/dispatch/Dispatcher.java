package id.tanggap.dispatch;

import id.tanggap.dispatch.Proposal.Option;
import id.tanggap.governments.Government;
import id.tanggap.governments.routing.Route;
import id.tanggap.governments.routing.RoutingRule;
import id.tanggap.governments.routing.RoutingRule.Kind;
import id.tanggap.governments.sop.Sop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weighs the rules of a government and what its confirmed cases have taught. ADR 36 says why they decide as they do. */
public final class Dispatcher {
    private static final double NOT_MEASURED = 0;
    private static final int MOST_BY_RULES = 3;

    private final Government government;
    private final Sop.Policy policy;
    private final @Nullable Learned learned;
    private final Rights rights;

    /** @param learned null while there is too little to learn from */
    public Dispatcher(Government government, @Nullable Learned learned, Rights rights) {
        this.government = government;
        this.policy = government.sop().policy();
        this.learned = learned;
        this.rights = rights;
    }

    public Proposal propose(Complaint complaint) {
        var routes = government.routes(complaint.type(), complaint.category(), complaint.text(), complaint.region());
        var ruled = routes.getFirst();
        if (ruled.rule().kind() == Kind.LAW && ruled.rule().sure()) {
            // The legal class decides, not what it is about; no switch keeps it from where the law wants it.
            return new Proposal(List.of(option(ruled)), option(ruled), true, true);
        }
        return learned == null || complaint.text().isEmpty()
                ? byRules(routes)
                : byBoth(learned, learned.propose(complaint.text(), complaint.region()), routes);
    }

    private Proposal byRules(List<Route> routes) {
        var ruled = routes.getFirst();
        return proposal(List.of(), routes, claim(ruled), mayDecide(ruled));
    }

    private Proposal byBoth(Learned teacher, List<Option> options, List<Route> routes) {
        if (options.isEmpty()) {
            return byRules(routes);
        }
        var best = options.getFirst();
        var ruled = routes.getFirst();
        var confident = best.confidence() >= teacher.sureFrom(policy.automaticFrom());
        // What was hardly ever seen cannot be proposed: the rule may know better.
        var ruleKnowsMore = !teacher.knows(ruled.agency().id());
        if (confident && rights.hasWhatWasLearned()) {
            var contradicted = ruleKnowsMore
                    && mayDecide(ruled)
                    && !best.agency().equals(ruled.agency().id());
            return proposal(options, routes, contradicted ? null : best, !contradicted);
        }
        // Where what was learned is not confident, a rule of words is mostly wrong as well.
        var ruleDecides = ruleKnowsMore || ruled.rule().kind() == Kind.CHOICE || !rights.hasWhatWasLearned();
        if (ruleDecides && mayDecide(ruled)) {
            return proposal(options, routes, claim(ruled), true);
        }
        return proposal(options, routes, confident ? best : ruleDecides ? claim(ruled) : null, false);
    }

    /** @param sure whether the claim is held to be right */
    private Proposal proposal(List<Option> learnedOptions, List<Route> routes, @Nullable Option claim, boolean sure) {
        var byAgency = new LinkedHashMap<String, Option>();
        Stream.of(
                        sure ? Stream.ofNullable(claim) : Stream.<Option>empty(),
                        learnedOptions.stream(),
                        routes.stream().limit(MOST_BY_RULES).map(this::option))
                .flatMap(it -> it)
                .forEach(option -> byAgency.putIfAbsent(option.agency(), option));
        return new Proposal(
                List.copyOf(byAgency.values()), claim, sure, sure && claim != null && rights.reaches(claim.agency()));
    }

    private boolean mayDecide(Route ruled) {
        return ruled.certain() && rights.has(ruled.rule(), policy.precision());
    }

    /** What has no right yet earns it by what it claims; what only names the scene claims nothing. */
    private @Nullable Option claim(Route ruled) {
        return ruled.certain() && Rights.canEarn(ruled.rule()) ? option(ruled) : null;
    }

    private Option option(Route ruled) {
        return new Option(ruled.agency().id(), confidence(ruled), ruled.rule().id(), ruled.reason());
    }

    private static double confidence(Route ruled) {
        var rule = ruled.rule();
        if (!rule.sure() || !ruled.certain()) {
            return NOT_MEASURED;
        }
        return switch (rule.kind()) {
            case LAW, CHOICE -> 1;
            case WORDS -> measured(rule);
            case REST -> NOT_MEASURED;
        };
    }

    private static double measured(RoutingRule rule) {
        return rule.measured() == null ? NOT_MEASURED : rule.measured().precision();
    }
}
