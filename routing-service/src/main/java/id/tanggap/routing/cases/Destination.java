package id.tanggap.routing.cases;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.Candidate;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.sop.Sop;
import id.tanggap.routing.sop.Jurisdiction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a case goes next: what is known of it says which event comes of that. Nothing is changed here; the event, when the
 * case takes it, does.
 */
final class Destination {
    private final Jurisdiction home;
    private final Sop sop;
    private final CaseMemory memory;

    Destination(Jurisdiction home, Sop sop, CaseMemory memory) {
        this.home = home;
        this.sop = sop;
        this.memory = memory;
    }

    /** What must not be known to all agencies does not go before all agencies. */
    Event group(Instant now) {
        return memory.visibility.isSecret() || memory.type == ComplaintType.OVERSIGHT
                ? proposed(now)
                : new ForwardedToGroup(
                        Objects.requireNonNull(sop.policy().group()), ForwardedToGroup.claimPathOf(memory.id), now);
    }

    /** To the proposed agency when the system may decide that alone; else a coordinator does. */
    Event proposed(Instant now) {
        var proposal = memory.proposal.proposal();
        var best = proposal.best();
        var agency = best == null ? null : home.government().agency(best.agency());
        return best != null && agency != null && proposal.automatic()
                ? dispatched(agency, best.reason(), best.by(), now)
                : candidates(now);
    }

    /** To the agency that was named by the one that gave it back, as often as the SOP lets agencies decide that. */
    Event named(Instant now) {
        return memory.target != null && memory.hop < sop.policy().maxHops()
                ? redelegated(memory.target, Objects.requireNonNull(memory.returnReason), now)
                : candidates(now);
    }

    /** To the agency that it was taken from another for. */
    Dispatched target(Instant now) {
        var agency = Objects.requireNonNull(home.government().agency(Objects.requireNonNull(memory.target)));
        return new Dispatched(
                agency.id(), agency.name(), "Dialihkan dari instansi lain", "redelegation", memory.hop + 1, now);
    }

    /** As a coordinator decided. */
    Event decided(Agency agency, Instant now) {
        return memory.agency == null
                ? dispatched(agency, "Ditetapkan koordinator", "coordinator", now)
                : redelegated(
                        agency.id(),
                        Objects.requireNonNullElse(memory.returnReason, MisroutingReason.WRONG_CATEGORY),
                        now);
    }

    /** To the first that took it from the group. */
    Dispatched claimant(Agency agency, Instant now) {
        return dispatched(agency, "Diambil dari grup oleh " + agency.shortName(), "group-claim", now);
    }

    /** Back to the agency that it was taken from. */
    MoveCalledOff calledOff(Instant now) {
        var former = Objects.requireNonNull(memory.state() == CaseState.REDELEGATED ? memory.agency : memory.takenFrom);
        var agency = home.government().agency(former);
        return new MoveCalledOff(former, agency == null ? former : agency.name(), memory.hop, now);
    }

    private Dispatched dispatched(Agency agency, String reason, String rule, Instant now) {
        return new Dispatched(agency.id(), agency.name(), reason, rule, memory.hop, now);
    }

    private Redelegated redelegated(String to, MisroutingReason reason, Instant now) {
        return new Redelegated(Objects.requireNonNull(memory.agency), to, reason, memory.hop + 1, now);
    }

    private DestinationProposed candidates(Instant now) {
        var candidates = new ArrayList<Candidate>();
        if (memory.target != null) {
            add(candidates, memory.target, 0, "Disebut oleh instansi yang mengembalikan");
        }
        for (var option : memory.proposal.proposal().options()) {
            if (!option.agency().equals(memory.agency) && !option.agency().equals(memory.target)) {
                add(candidates, option.agency(), option.confidence(), option.reason());
            }
        }
        return new DestinationProposed(candidates, now);
    }

    private void add(List<Candidate> candidates, String id, double confidence, String reason) {
        var agency = home.government().agency(id);
        if (agency != null) {
            candidates.add(new Candidate(id, agency.name(), confidence, reason));
        }
    }
}
