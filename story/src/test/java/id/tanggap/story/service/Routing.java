package id.tanggap.story.service;

import id.tanggap.clock.Clock;
import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.dispatch.Proposal;
import id.tanggap.messaging.inbox.Once;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.routing.cases.Case;
import id.tanggap.routing.cases.CaseMemory;
import id.tanggap.routing.cases.Refusal;
import id.tanggap.routing.sop.Jurisdiction;
import id.tanggap.routing.work.CaseWork;
import id.tanggap.story.log.Log;
import id.tanggap.story.log.Node;
import id.tanggap.story.log.Told;
import id.tanggap.story.service.Planted.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Routing: it has the case, takes or refuses what is proposed, and lets the clocks ring. */
public final class Routing {
    private final Jurisdiction home;
    private final Proposal proposal;
    private final Post post;
    private final Supplier<Instant> time;
    private final Planted planted;
    private final Node node;
    private boolean clocksTogether = true;
    private @Nullable Case it;

    public Routing(Jurisdiction home, Proposal proposal, Post post, Supplier<Instant> time, Log log, Planted planted) {
        this.home = home;
        this.proposal = proposal;
        this.post = post;
        this.time = time;
        this.planted = planted;
        this.node = new Node(
                log,
                planted.fault(),
                Once.BY_ID,
                List.of(Topics.INTAKE, Topics.RESPONSE),
                planted.heard(CaseWork.INTEREST::heardIn, Reader.ROUTING),
                this::hear);
    }

    private List<Told> hear(List<ReceivedEvent> events) {
        var now = time.get();
        for (var event : events) {
            if (event.event() instanceof ComplaintReceived complaint) {
                it = Case.open(event.envelope().subject(), home, complaint, proposal, now);
            } else {
                hear(event, now);
            }
        }
        return keep();
    }

    private void hear(ReceivedEvent event, Instant now) {
        // What has its effect at once and does not fit leaves the case as it is.
        known().hear(event.envelope().id(), (Act) event.event(), now);
    }

    /** Somebody decides where the case goes. Null when it was possible. */
    public @Nullable Refusal decide(BiFunction<Case, Instant, @Nullable Refusal> decision) {
        if (it == null) {
            return Refusal.NOT_YET_RECEIVED;
        }
        var refusal = decision.apply(it, time.get());
        if (refusal == null) {
            node.commit(keep());
        } else {
            it = it.kept();
        }
        return refusal;
    }

    /** Rings what is due; says whether anything was. */
    public boolean ring() {
        var next = nextAlarmAt();
        var isDue = next != null && !next.isAfter(time.get());
        if (isDue) {
            known().timeUp(time.get());
            node.commit(keep());
        }
        return isDue;
    }

    public @Nullable Instant nextAlarmAt() {
        return it == null ? null : it.memory().nextAlarmAt;
    }

    private List<Told> keep() {
        var known = known();
        var told = known.finish(clocksTogether).stream()
                .flatMap(event -> planted.told(event, post))
                .map(event -> post.write(event, "/tanggap/routing", time.get()))
                .toList();
        planted.kept(known);
        it = known.kept();
        return told;
    }

    /** From now on a replica works of this version, or of one before ADR 27. */
    public void serve(boolean ofThisVersion) {
        clocksTogether = ofThisVersion;
    }

    /** Null before the complaint was heard of. */
    public @Nullable CaseMemory memory() {
        return it == null ? null : it.memory();
    }

    public List<Clock> clocks() {
        return it == null ? List.of() : it.clocks();
    }

    public Node node() {
        return node;
    }

    private Case known() {
        return Objects.requireNonNull(it, "No such case");
    }
}
