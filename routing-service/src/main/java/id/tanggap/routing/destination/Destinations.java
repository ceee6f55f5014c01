package id.tanggap.routing.destination;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.dispatch.Complaint;
import id.tanggap.dispatch.Dispatcher;
import id.tanggap.dispatch.Proposal;
import id.tanggap.dispatch.Rights;
import id.tanggap.dispatch.Wording;
import id.tanggap.governments.Government;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Proposes agencies for new complaints (Surakarta row 3), each as {@link Dispatcher} decides by what this service knows
 * now.
 */
@ApplicationScoped
public class Destinations {
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
        return automatic.rights(client).chain(rights -> {
            // A rule takes microseconds, a learned proposal a millisecond or two: not on the event loop.
            var takesLong =
                    asked.stream().anyMatch(one -> learning.of(one.government().id()) != null);
            return takesLong
                    ? vertx.executeBlocking(() -> propose(asked, rights), false)
                    : Uni.createFrom().item(propose(asked, rights));
        });
    }

    private Map<UUID, Proposal> propose(List<Asked> asked, Map<String, Rights> rights) {
        var proposals = new HashMap<UUID, Proposal>();
        for (var one : asked) {
            var id = one.government().id();
            var dispatcher = new Dispatcher(one.government(), learning.of(id), rights.getOrDefault(id, Rights.INITIAL));
            proposals.put(one.id(), dispatcher.propose(complaint(one.complaint())));
        }
        return proposals;
    }

    static Complaint complaint(ComplaintReceived received) {
        var location = received.location();
        return new Complaint(
                received.type().name(),
                received.category(),
                Wording.of(received.title(), received.text()),
                location == null ? null : location.regionCode());
    }
}
