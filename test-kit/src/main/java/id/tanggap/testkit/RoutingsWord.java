package id.tanggap.testkit;

import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.vocabulary.DeskStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Says, in routing's stead, what becomes of what a service proposed: of each once, in their order. */
public final class RoutingsWord {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Set<UUID> GIVEN = ConcurrentHashMap.newKeySet();

    private final String topic;
    private final String government;

    /** @param topic on which the service proposes */
    public RoutingsWord(String topic, String government) {
        this.topic = topic;
        this.government = government;
    }

    /** The next proposal has its effect. */
    public void take(UUID complaint) {
        say(complaint, (id, act) -> new ActTaken(id, OneAct.of(act.takenAt(act.at())), null));
    }

    /** The next proposal has none. */
    public void refuse(UUID complaint, ActRefusal reason, DeskStatus standing) {
        var now = InstantSource.system().instant();
        say(complaint, (id, act) -> new ActRefused(id, OneAct.of(act), reason, standing, null, now));
    }

    private void say(UUID complaint, BiFunction<UUID, Act, Event> word) {
        var proposed = await().atMost(SOON)
                .until(() -> next(complaint), Optional::isPresent)
                .orElseThrow();
        EventBus.say(government, complaint, word.apply(proposed.id(), proposed.act()));
    }

    private Optional<Proposed> next(UUID complaint) {
        return EventBus.records(topic, complaint).stream()
                .flatMap(record -> EventBus.told(record)
                        .filter(Act.class::isInstance)
                        .map(act -> new Proposed(UUID.fromString(EventBus.header(record, "ce_id")), (Act) act)))
                .filter(proposed -> proposed.act().awaitsRouting() && GIVEN.add(proposed.id()))
                .findFirst();
    }

    private record Proposed(UUID id, Act act) {}
}
