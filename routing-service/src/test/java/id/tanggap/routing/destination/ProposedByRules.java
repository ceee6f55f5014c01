package id.tanggap.routing.destination;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.governments.Government;

/** What is proposed before anything is learned, for stories of cases. */
public final class ProposedByRules {
    public static Proposal to(ComplaintReceived complaint, Government government) {
        return Destinations.propose(complaint, government, null, true);
    }

    private ProposedByRules() {}
}
