package id.tanggap.routing.cases;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.life.Life;
import id.tanggap.contracts.life.Seen;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.dispatch.Proposal;
import id.tanggap.dispatch.Proposal.Option;
import id.tanggap.routing.cases.Lifecycle.Move;
import id.tanggap.routing.destination.KeptProposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of a case. Only {@link Case} changes it. */
public final class CaseMemory {
    final UUID id;
    public final String government;
    final String number;
    final ComplaintType type;
    final Visibility visibility;
    final String sop;
    final Instant receivedAt;
    final KeptProposal proposal;
    /** The agency that the system held to be right when it was received. */
    final @Nullable String sureOf;
    /** By whose word it would go if that had the right to send it. Kept when it is received; null in what was read. */
    private @Nullable Option claim;

    private @Nullable CaseState state;
    private @Nullable CaseState prior;

    @Nullable
    public String agency;

    @Nullable
    String rule;

    @Nullable
    String reason;

    int hop;

    @Nullable
    Instant dispatchedAt;

    /** When all agency admins were shown it; null when they never were. */
    @Nullable
    Instant forwardedAt;

    @Nullable
    Instant answeredAt;

    /** When it became certain that the agency is the right one; null while it is not. */
    @Nullable
    Instant confirmedAt;

    @Nullable
    Instant repliedAt;

    @Nullable
    Instant objectedAt;

    /** How it is known that the last answer is with its citizen; null as long as it is not. */
    @Nullable
    Reached reachedBy;

    @Nullable
    ContactWay reachedWay;

    @Nullable
    Instant endedAt;

    /** When the next of its clocks rings; null when none will. */
    @Nullable
    public Instant nextAlarmAt;

    /** The last moment of its story; null in what was kept by an earlier version and not told of since. */
    @Nullable
    Instant toldAt;

    /** The agency that it was taken from last; null when it was never taken from one. */
    @Nullable
    String takenFrom;

    @Nullable
    Instant takenAt;

    /** Where the agency that gave it back, or a coordinator, wants it to go; null once it is there. */
    @Nullable
    String target;

    @Nullable
    MisroutingReason returnReason;

    /** Moves that are not yet kept. */
    final List<Redelegation> redelegations = new ArrayList<>();

    /** That came about since it was read. */
    final List<Given> given = new ArrayList<>();

    /** To which of its divisions an agency gave it. */
    record Given(String agency, String division) {}

    CaseMemory(
            UUID id,
            String government,
            String number,
            ComplaintType type,
            Visibility visibility,
            String sop,
            Instant receivedAt,
            KeptProposal proposal,
            @Nullable String sureOf) {
        this.id = id;
        this.government = government;
        this.number = number;
        this.type = type;
        this.visibility = visibility;
        this.sop = sop;
        this.receivedAt = receivedAt;
        this.proposal = proposal;
        this.sureOf = sureOf;
    }

    static CaseMemory of(UUID id, String government, String sop, ComplaintReceived complaint, Proposal proposal) {
        var memory = new CaseMemory(
                id,
                government,
                complaint.number(),
                complaint.type(),
                complaint.visibility(),
                sop,
                complaint.receivedAt(),
                KeptProposal.of(proposal),
                proposal.sureOf());
        memory.claim = proposal.claim();
        return memory;
    }

    @Nullable
    String claimedBy() {
        return claim == null ? null : claim.by();
    }

    @Nullable
    String claimedFor() {
        return claim == null ? null : claim.agency();
    }

    CaseMemory in(@Nullable CaseState kept, @Nullable CaseState keptPrior) {
        state = kept;
        prior = keptPrior;
        return this;
    }

    /** Null before it was received. */
    @Nullable
    CaseState stateOrNull() {
        return state;
    }

    public CaseState state() {
        return Objects.requireNonNull(state, "Not received yet");
    }

    /**
     * What the outside sees of it. A complaint that lay before the group is not seen to go back from there while its
     * destination is sought.
     */
    public PublicState shown() {
        return state() == CaseState.VERIFIED && forwardedAt != null ? PublicState.FORWARDED : state().shown();
    }

    /** The last moment of its story; in what an earlier version kept, the last that is known. */
    Instant lastMoment() {
        return toldAt != null
                ? toldAt
                : Stream.of(receivedAt, dispatchedAt, forwardedAt, takenAt, answeredAt, endedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(receivedAt);
    }

    /** Null when the move is possible here, by our own table and by what the outside sees. */
    @Nullable
    Refusal refusal(Move move) {
        var refusal = Lifecycle.refusal(move, state, prior);
        return refusal != null || seen().allows(Life.turn(move.event())) ? refusal : Refusal.in(state());
    }

    private Seen seen() {
        return state == null ? Seen.NOTHING : new Seen(shown(), prior == null ? null : prior.shown());
    }

    /** The state in which a detour began; null when it is on none. */
    @Nullable
    CaseState prior() {
        return prior;
    }

    /** What an event tells that is needed later; where it stands says {@link #enter}. */
    void remember(Event event) {
        switch (event) {
            case Dispatched it -> remember(it);
            case ForwardedToGroup it -> forwardedAt = it.forwardedAt();
            case AnswerPublished it -> answeredAt = it.answeredAt();
            case ReturnedAsMisrouted it -> remember(it);
            case Redelegated it -> remember(it);
            case MoveCalledOff it -> remember(it);
            case ComplaintsUnlinked _ -> endedAt = null;
            default -> {
                // The state says it all.
            }
        }
    }

    private void remember(Dispatched it) {
        agency = it.agency();
        rule = it.rule();
        reason = it.reason();
        hop = it.hop();
        dispatchedAt = it.dispatchedAt();
        target = null;
    }

    private void remember(ReturnedAsMisrouted it) {
        takenFrom(it.agency(), it.returnedAt());
        returnReason = it.reason();
        target = it.target();
        confirmedAt = null;
    }

    private void remember(Redelegated it) {
        if (!wasTakenAlready()) {
            takenFrom(it.from(), it.redelegatedAt());
        }
        target = it.to();
        redelegations.add(new Redelegation(it.hop(), it.from(), it.to(), it.reason(), it.redelegatedAt()));
    }

    private void takenFrom(@Nullable String former, @Nullable Instant at) {
        takenFrom = former;
        takenAt = at;
    }

    /** Whether its agency gave it back, and it has not been with another since. */
    private boolean wasTakenAlready() {
        return takenAt != null && dispatchedAt != null && takenAt.isAfter(dispatchedAt);
    }

    private void remember(MoveCalledOff it) {
        agency = it.agency();
        rule = "move-called-off";
        reason = "Instansi ini menjawab sebelum aduan pindah";
        target = null;
        returnReason = null;
        takenFrom(null, null);
    }

    /** Whether the agency lost it, and the next has not begun to work on it. */
    boolean isOnItsWayFrom(String former) {
        return switch (state()) {
            case REDELEGATED -> former.equals(agency);
            case DISPATCHED -> former.equals(takenFrom);
            default -> false;
        };
    }

    /** Whether the agency has it to work on. One that lies with none is anybody's who may see it. */
    boolean isWith(String worker) {
        return agency == null || (worker.equals(agency) && state != CaseState.REDELEGATED);
    }

    /** Where it stands on its agency's desk. */
    public DeskStatus standing() {
        return state().onTheDesk();
    }

    /** Where a detour began; null on none. */
    @Nullable
    public DeskStatus standingBefore() {
        return prior == null ? null : prior.onTheDesk();
    }

    /** @param to null for the way back from a detour */
    void enter(@Nullable CaseState to) {
        if (to == null) {
            if (prior != null) {
                state = prior;
                prior = null;
            }
        } else if (to == CaseState.NEEDS_INFO || to == CaseState.MERGED) {
            // Asked for more and then merged: the way back is to where it was before it was asked.
            prior = prior == null ? state : prior;
            state = to;
        } else {
            state = to;
            prior = null;
        }
    }
}
