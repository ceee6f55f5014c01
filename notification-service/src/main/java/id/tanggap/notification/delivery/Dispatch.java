package id.tanggap.notification.delivery;

import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.LogKeys;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.delivery.Delivery.Next;
import id.tanggap.notification.sender.MailSender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * One attempt at one delivery: sends, then writes what came of it and the event that tells of it in one transaction. A
 * crash in between leaves the row to its lease, and the message is sent again under the same Message-ID.
 */
@ApplicationScoped
class Dispatch {
    private static final Logger LOG = Logger.getLogger(Dispatch.class);
    private static final int SETTLING_RETRIES = 5;

    private final MailSender sender;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final EventWriter events;
    private final DeliveryMetrics metrics;
    private final RetryPolicy retry;
    private final InstantSource time;

    Dispatch(
            MailSender sender,
            Deliveries deliveries,
            Outbox outbox,
            EventWriter events,
            DeliveryMetrics metrics,
            NotificationConfig config,
            InstantSource time) {
        this.sender = sender;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.events = events;
        this.metrics = metrics;
        this.retry = new RetryPolicy(config.retry().first(), config.retry().longest());
        this.time = time;
    }

    Uni<Void> attempt(Delivery delivery) {
        return sender.send(delivery.message())
                .map(outcome -> delivery.next(
                        outcome,
                        time.instant(),
                        retry,
                        ThreadLocalRandom.current().nextDouble()))
                .chain(next -> settle(delivery, next));
    }

    private Uni<Void> settle(Delivery delivery, Next next) {
        return Uni.createFrom()
                .deferred(() -> outbox.inTransaction(transaction -> deliveries
                        .settle(transaction, delivery, next, time.instant())
                        .call(ours -> outbox.append(transaction, ours ? told(delivery, next) : List.of()))))
                // The message may be out: better a few more tries to say so than to send it again.
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .atMost(SETTLING_RETRIES)
                .invoke(ours -> {
                    if (ours) {
                        metrics.count(next.state());
                        log(delivery, next);
                    }
                })
                .replaceWithVoid();
    }

    private List<OutgoingEvent> told(Delivery delivery, Next next) {
        var event = next.event();
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
