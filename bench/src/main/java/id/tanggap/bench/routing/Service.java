package id.tanggap.bench.routing;

import id.tanggap.bench.routing.Answered.Arm;
import id.tanggap.dispatch.Dispatcher;
import id.tanggap.dispatch.Learned;
import id.tanggap.dispatch.Proposal;
import id.tanggap.dispatch.Rights;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The decision that the service takes, by its own code, asked about the complaints of a file. */
final class Service {
    private final Town town;
    private final Dispatcher dispatcher;

    private Service(Town town, @Nullable Learned learned) {
        this.town = town;
        this.dispatcher = new Dispatcher(town.government(), learned, Rights.INITIAL);
    }

    /** Before any case is confirmed: the rules alone. */
    static Service onTheFirstDay(Town town) {
        return new Service(town, null);
    }

    /** After these were confirmed. What no agency has the duty of is never confirmed. */
    static Service havingLearned(Town town, List<Decision> decisions) {
        var cases =
                decisions.stream().map(town::confirmed).filter(Objects::nonNull).toList();
        return new Service(town, Learned.from(cases, town::government));
    }

    List<Answered> answer(List<Decision> asked, boolean withCategory) {
        return asked.stream().map(decision -> answer(decision, withCategory)).toList();
    }

    private Answered answer(Decision decision, boolean withCategory) {
        var proposal = dispatcher.propose(town.complaint(decision, withCategory));
        return new Answered(decision, proposal, arm(proposal), town.agency(decision));
    }

    private @Nullable Arm arm(Proposal proposal) {
        var claim = proposal.claim();
        if (claim == null) {
            return null;
        }
        var rule = town.government().rule(claim.by());
        if (rule == null) {
            return Arm.LEARNED;
        }
        return rule.measured() == null ? Arm.valueOf(rule.kind().name()) : Arm.MEASURED;
    }
}
