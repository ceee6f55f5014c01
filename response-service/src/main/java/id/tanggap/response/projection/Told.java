package id.tanggap.response.projection;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.ResponseEvent;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.governments.Government;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.response.life.Standing;
import id.tanggap.response.life.Whereabouts;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a batch told of one case after its receipt; of each kind the last event counts. */
final class Told {
    /** The case, which may not have been heard of yet. */
    static final Rows<Told> CASES = Rows.of(Told.class)
            .uuid("id", told -> told.about.subject())
            .text("government", told -> told.about.government());

    static final Rows<Told> ROWS = Rows.of(Told.class)
            .uuid("id", told -> told.about.subject())
            .text("agency", told -> told.dispatched(Dispatched::agency))
            .text("agency_name", told -> told.dispatched(Dispatched::agencyName))
            .text("dispatch_reason", told -> told.dispatched(Dispatched::reason))
            .number("hop", told -> told.dispatched(Dispatched::hop))
            .time("dispatched_at", told -> told.dispatched(Dispatched::dispatchedAt))
            .time("due_at", told -> told.dueAt)
            .text("clocks", told -> new JsonObject(told.clocks).encode())
            .flag("taken", told -> told.taken)
            .text("history", Told::history);

    private final Envelope about;
    private final List<String> history = new ArrayList<>();
    private @Nullable Dispatched dispatched;
    private @Nullable Instant dueAt;
    /** Those that run, with the moment at which they are due; null for those that do no longer. */
    private final Map<String, @Nullable Object> clocks = new TreeMap<>();
    /** Whether an agency lost it. */
    private boolean taken;

    /** @param about of any of its events */
    Told(Envelope about) {
        this.about = about;
    }

    /** Whether the case remembers it: the desk's own acts stand among its deeds, and other words in place of earlier ones. */
    static boolean isNews(Event event) {
        return !(event instanceof ResponseEvent
                || event instanceof MaskedAnew
                || event instanceof ActRefused it && Standing.isOfTheDesk(it));
    }

    /** @param of the government that the case belongs to; null when its files are not here */
    void hear(ReceivedEvent received, @Nullable Government of) {
        var deadline = Deadline.toldBy(received.event());
        if (deadline == null) {
            place(received);
            history.add(HistoryEntry.write(received));
        } else if (deadline.isThePromise()) {
            dueAt = deadline.at();
            ring(deadline);
        } else if (deadline.isOfAnAgency(of)) {
            clocks.put(Deadline.STEP, null);
            ring(deadline);
        }
    }

    private void ring(Deadline deadline) {
        clocks.put(deadline.name(), deadline.runs() ? deadline.at().toString() : null);
    }

    private void place(ReceivedEvent received) {
        switch (received.event()) {
            case Dispatched it -> dispatched = it;
            case MoveCalledOff it -> dispatched = back(it);
            default -> dispatched = Whereabouts.isLostBy(received.event()) ? null : dispatched;
        }
        if (Whereabouts.isLostBy(received.event())) {
            taken = true;
            clocks.keySet().retainAll(Set.of(ClockKind.PROMISE.name()));
        }
    }

    /** To the agency that had it before. */
    private static Dispatched back(MoveCalledOff it) {
        return new Dispatched(
                it.agency(),
                it.agencyName(),
                "Tetap pada instansi ini: jawabannya lebih dahulu",
                "move-called-off",
                it.hop(),
                it.calledOffAt());
    }

    private <T> @Nullable T dispatched(Function<Dispatched, T> part) {
        return dispatched == null ? null : part.apply(dispatched);
    }

    private String history() {
        return history.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
