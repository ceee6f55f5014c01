package id.tanggap.routing.destination;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.governments.Government;
import id.tanggap.governments.routing.Route;
import id.tanggap.routing.destination.Proposal.Option;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proposes agencies for new complaints (Surakarta row 3): by the government's rules, and by what its confirmed cases have
 * taught once there are enough. ADR 11 says why they decide together as they do.
 */
@ApplicationScoped
public class Destinations {
    private static final double SURE = 1;
    private static final double NOT_MEASURED = 0;

    private final Learning learning;
    private final AutomaticDispatch automatic;
    private final Vertx vertx;

    Destinations(Learning learning, AutomaticDispatch automatic, Vertx vertx) {
        this.learning = learning;
        this.automatic = automatic;
        this.vertx = vertx;
    }

    /** A complaint that needs an agency. */
    public record Asked(UUID id, Government government, ComplaintReceived complaint) {}

    /** A proposal for each, by its id. */
    public Uni<Map<UUID, Proposal>> propose(SqlClient client, List<Asked> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return automatic.switchedOff(client).chain(off -> {
            // A rule takes microseconds, a learned proposal a millisecond or two: not on the event loop.
            var takesLong =
                    asked.stream().anyMatch(one -> learning.of(one.government().id()) != null);
            return takesLong
                    ? vertx.executeBlocking(() -> propose(asked, off), false)
                    : Uni.createFrom().item(propose(asked, off));
        });
    }

    private Map<UUID, Proposal> propose(List<Asked> asked, Set<String> switchedOff) {
        var proposals = new HashMap<UUID, Proposal>();
        for (var one : asked) {
            var government = one.government();
            proposals.put(
                    one.id(),
                    propose(
                            one.complaint(),
                            government,
                            learning.of(government.id()),
                            !switchedOff.contains(government.id())));
        }
        return proposals;
    }

    /** @param enabled whether the system may dispatch by itself */
    static Proposal propose(
            ComplaintReceived complaint, Government government, @Nullable Learned learned, boolean enabled) {
        var location = complaint.location();
        var region = location == null ? null : location.regionCode();
        var text = Wording.of(complaint.title(), complaint.text());
        var route = government.route(complaint.type().name(), complaint.category(), text, region);
        var rule = route.rule();
        if (rule.sure() && !rule.when().types().isEmpty()) {
            // The legal class decides, not what it is about.
            return new Proposal(List.of(ruled(route, SURE)), true, true);
        }
        List<Option> options = learned == null || text.isEmpty() ? List.of() : learned.propose(text, region);
        if (learned == null || options.isEmpty()) {
            return new Proposal(
                    List.of(ruled(route, rule.sure() ? SURE : NOT_MEASURED)), rule.sure(), rule.sure() && enabled);
        }
        var best = options.getFirst();
        var ruled = route.agency().id();
        var agree = best.agency().equals(ruled);
        var confident =
                best.confidence() >= learned.sureFrom(government.sop().policy().automaticFrom());
        // What was hardly ever seen cannot be proposed: the rule may know better.
        var hardlySeen = rule.sure() && !agree && !learned.knows(ruled);
        var learnedIsSure = confident && !hardlySeen;
        var ruleIsSure = !confident && rule.sure() && (agree || hardlySeen);
        var sure = learnedIsSure || ruleIsSure;
        return new Proposal(merged(options, route, ruleIsSure), sure, sure && enabled);
    }

    private static List<Option> merged(List<Option> learned, Route route, boolean ruleFirst) {
        var merged = new ArrayList<>(learned);
        if (ruleFirst) {
            merged.removeIf(option -> option.agency().equals(route.agency().id()));
            merged.addFirst(ruled(route, SURE));
        } else if (learned.stream()
                .noneMatch(option -> option.agency().equals(route.agency().id()))) {
            merged.add(ruled(route, NOT_MEASURED));
        }
        return merged;
    }

    private static Option ruled(Route route, double confidence) {
        return new Option(
                route.agency().id(), confidence, route.rule().id(), route.rule().reason());
    }
}
