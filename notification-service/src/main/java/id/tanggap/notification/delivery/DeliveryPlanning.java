package id.tanggap.notification.delivery;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.delivery.Deliveries.Begun;
import id.tanggap.notification.letter.OwedLetters;
import id.tanggap.notification.reach.ReachedAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns events into rows of the ledger, a batch at a time. */
@ApplicationScoped
class DeliveryPlanning {
    private final Deliveries deliveries;
    private final OwedLetters letters;
    private final ReachedAnswers reached;
    private final DeliveryMetrics metrics;
    private final NotificationConfig config;
    private final InstantSource time;

    DeliveryPlanning(
            Deliveries deliveries,
            OwedLetters letters,
            ReachedAnswers reached,
            DeliveryMetrics metrics,
            NotificationConfig config,
            InstantSource time) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.reached = reached;
        this.metrics = metrics;
        this.config = config;
        this.time = time;
    }

    /**
     * Says whether anything is to be sent now.
     *
     * @param events those of {@link Notice#INTEREST}
     */
    Uni<Boolean> plan(SqlConnection transaction, List<ReceivedEvent> events) {
        var recipients =
                events.stream().map(Recipient::of).collect(toMap(Recipient::complaintId, identity(), Recipient::or));
        var planned = events.stream().map(Notice::of).toList();
        var now = time.instant();
        var tryUntil = now.plus(config.retry().giveUpAfter());
        return deliveries
                .know(transaction, List.copyOf(recipients.values()))
                .chain(() -> deliveries.makeDue(transaction, recipients.keySet(), now, tryUntil))
                .chain(waited -> deliveries
                        .plan(transaction, planned, now, tryUntil)
                        .map(begun ->
                                Stream.concat(waited.stream(), begun.stream()).toList()))
                .call(begun -> letters.owe(transaction, withoutWay(begun, Begun::id), now))
                .call(begun -> reached.tell(transaction, withoutWay(begun, Begun::owed), Reached.SHOWN, null))
                .map(begun -> begun.stream().map(Begun::state).toList())
                .invoke(states -> states.forEach(metrics::count))
                .map(states -> states.contains(DeliveryState.PENDING));
    }

    private static <T> List<T> withoutWay(List<Begun> begun, Function<Begun, T> what) {
        return begun.stream()
                .filter(one -> one.state() == DeliveryState.NO_ADDRESS)
                .map(what)
                .toList();
    }
}
