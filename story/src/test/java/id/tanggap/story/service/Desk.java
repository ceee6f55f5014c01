package id.tanggap.story.service;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.governments.Government;
import id.tanggap.messaging.inbox.Once;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.outbox.Proposals;
import id.tanggap.response.desk.HeldCase;
import id.tanggap.response.desk.Outcome;
import id.tanggap.response.projection.DeskProjection;
import id.tanggap.story.log.Fault;
import id.tanggap.story.log.Log;
import id.tanggap.story.log.Node;
import id.tanggap.story.log.Told;
import id.tanggap.story.service.Planted.Reader;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Response: the agencies' desks. */
public final class Desk {
    private final HeldCase held;
    private final Post post;
    private final Supplier<Instant> time;
    private final Planted planted;
    private final Node node;
    private Proposals proposals = new Proposals(true);

    public Desk(Government government, Post post, Supplier<Instant> time, Log log, Planted planted) {
        this.held = new HeldCase(post.complaint(), government);
        this.post = post;
        this.time = time;
        this.planted = planted;
        this.node = new Node(
                log,
                planted.fault(),
                Once.BY_ID,
                List.of(Topics.INTAKE, Topics.ROUTING),
                planted.heard(DeskProjection.INTEREST::heardIn, Reader.DESK),
                this::hear);
    }

    private List<Told> hear(List<ReceivedEvent> events) {
        for (var event : events) {
            held.hear(event.envelope().id(), event.event(), event.envelope().time());
        }
        return List.of();
    }

    /** An officer works on the case. Null when the officer's desk has none. */
    public @Nullable Outcome act(BiFunction<HeldCase, Instant, @Nullable Outcome> deed) {
        var now = time.get();
        var outcome = deed.apply(held, now);
        if (outcome instanceof Outcome.Done done && done.event() != null) {
            var told = post.write(done.event(), proposals, "/tanggap/response", now);
            if (told.event() instanceof Act act) {
                held.tell(told.id(), planted.fault() == Fault.DESK_AWAITS_NOTHING ? act.takenAt(act.at()) : act);
            }
            node.commit(List.of(told));
        }
        return outcome;
    }

    /** From now on a replica works that leaves the decision to routing, or one that does not. */
    public void serve(boolean routingDecides) {
        proposals = new Proposals(routingDecides);
    }

    public HeldCase held() {
        return held;
    }

    public Node node() {
        return node;
    }
}
