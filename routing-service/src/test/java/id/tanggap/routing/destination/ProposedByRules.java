package id.tanggap.routing.destination;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.dispatch.Dispatcher;
import id.tanggap.dispatch.Proposal;
import id.tanggap.dispatch.Rights;
import id.tanggap.governments.Government;

/** What is proposed before anything is learned, for stories of cases. */
public final class ProposedByRules {
    public static Proposal to(ComplaintReceived complaint, Government government) {
        return new Dispatcher(government, null, Rights.INITIAL).propose(Destinations.complaint(complaint));
    }

    private ProposedByRules() {}
}
