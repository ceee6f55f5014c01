package id.tanggap.routing.destination;

import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.governments.Government;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Proposes agencies for a new complaint (Surakarta row 3): by the government's rules. */
@ApplicationScoped
public class Destinations {
    private static final double SURE = 1;
    private static final double UNSURE = 0;

    public Proposal propose(ComplaintReceived complaint, Government government) {
        var location = complaint.location();
        var route = government.route(
                complaint.type().name(),
                complaint.category(),
                Objects.requireNonNullElse(complaint.title(), "") + "\n"
                        + Objects.requireNonNullElse(complaint.text(), ""),
                location == null ? null : location.regionCode());
        var rule = route.rule();
        var confidence = rule.sure() ? SURE : UNSURE;
        return new Proposal(
                List.of(new Proposal.Option(route.agency().id(), confidence, rule.id(), rule.reason())),
                confidence >= government.sop().policy().automaticFrom());
    }
}
