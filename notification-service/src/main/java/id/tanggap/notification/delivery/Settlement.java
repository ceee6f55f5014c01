package id.tanggap.notification.delivery;

import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.LogKeys;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.delivery.Delivery.Next;
import id.tanggap.notification.ladder.Ladder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a delivery has become, the event that tells of it and, where a way failed, the delivery on the next rung, in
 * one transaction.
 */
@ApplicationScoped
class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final int RETRIES = 5;

    private final Deliveries deliveries;
    private final Ladder ladder;
    private final Outbox outbox;
    private final EventWriter events;
    private final Duration giveUpAfter;
    private final InstantSource time;

    Settlement(
            Deliveries deliveries,
            Ladder ladder,
            Outbox outbox,
            EventWriter events,
            NotificationConfig config,
            InstantSource time) {
        this.deliveries = deliveries;
        this.ladder = ladder;
        this.outbox = outbox;
        this.events = events;
        this.giveUpAfter = config.retry().giveUpAfter();
        this.time = time;
    }

    /** Gives the states that were entered; none when it was no longer to be settled like this. */
    Uni<List<DeliveryState>> settle(Delivery delivery, Next next) {
        return Uni.createFrom()
                .deferred(() -> outbox.inTransaction(transaction -> settle(transaction, delivery, next)))
                // The message may be out: better a few more tries to say so than to send it again.
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .atMost(RETRIES)
                .invoke(entered -> {
                    if (!entered.isEmpty()) {
                        log(delivery, next);
                    }
                });
    }

    private Uni<List<DeliveryState>> settle(SqlConnection transaction, Delivery delivery, Next next) {
        var now = time.instant();
        return deliveries
                .settle(transaction, delivery, next, now)
                .chain(before -> before == null
                        ? Uni.createFrom().item(List.of())
                        : outbox.append(transaction, told(delivery, next.toldAfter(before)))
                                .chain(() -> goDown(transaction, delivery, next, now)));
    }

    private Uni<List<DeliveryState>> goDown(SqlConnection transaction, Delivery delivery, Next next, Instant now) {
        var way = delivery.wayDown(next, ladder);
        return way == null
                ? Uni.createFrom().item(List.of(next.state()))
                : deliveries
                        .goDown(transaction, delivery, way, now, now.plus(giveUpAfter))
                        .replaceWith(List.of(next.state(), DeliveryState.PENDING));
    }

    private List<OutgoingEvent> told(Delivery delivery, @Nullable NotificationEvent event) {
        var about = delivery.message().about();
        return event == null
                ? List.of()
                : List.of(events.write(event, about.complaintId(), about.government(), delivery.traceparent()));
    }

    private static void log(Delivery delivery, Next next) {
        try (var _ = LogKeys.ofComplaint(delivery.message().about().complaintId())
                .correlation(Envelope.correlationId(delivery.traceparent()))) {
            LOG.logf(
                    next.cause() == null ? Logger.Level.INFO : Logger.Level.WARN,
                    "%s by %s after %d attempts: %s",
                    delivery.message().kind(),
                    delivery.way(),
                    delivery.attempts(),
                    next.cause() == null ? next.state() : next.state() + ", " + next.cause());
        }
    }
}
