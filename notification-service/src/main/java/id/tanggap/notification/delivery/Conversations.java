package id.tanggap.notification.delivery;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.contracts.event.ConversationEvent;
import id.tanggap.contracts.event.ConversationEvent.DeliveryReported;
import id.tanggap.contracts.event.ConversationEvent.ReplyDue;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.delivery.Delivery.Next;
import id.tanggap.notification.sender.Attempt.Made;
import id.tanggap.notification.sender.RetryPolicy;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Plans what conversations answer, and settles deliveries by what their providers report. */
@ApplicationScoped
class Conversations {
    static final Interest INTEREST = Interest.in(List.of(ReplyDue.class, DeliveryReported.class));

    /** The only one so far on which citizens converse with us. */
    private static final ContactWay WAY = ContactWay.WHATSAPP;

    private final Deliveries deliveries;
    private final Settlement settlement;
    private final DeliveryMetrics metrics;
    private final NotificationConfig config;
    private final RetryPolicy retry;
    private final InstantSource time;

    Conversations(
            Deliveries deliveries,
            Settlement settlement,
            DeliveryMetrics metrics,
            NotificationConfig config,
            InstantSource time) {
        this.deliveries = deliveries;
        this.settlement = settlement;
        this.metrics = metrics;
        this.config = config;
        this.retry = new RetryPolicy(config);
        this.time = time;
    }

    Uni<Void> hear(SqlConnection transaction, List<ReceivedEvent> events) {
        var subjects = events.stream()
                .map(received -> received.envelope().subject())
                .distinct()
                .toList();
        var conversations = events.stream()
                .filter(received -> received.event() instanceof ReplyDue)
                .map(Recipient::of)
                .distinct()
                .toList();
        // So that what is planned has something to refer to: nothing is known of a conversation's citizen.
        return deliveries
                .hold(transaction, subjects)
                .chain(() -> deliveries.know(transaction, conversations))
                .chain(() -> Multi.createFrom()
                        .iterable(events)
                        .onItem()
                        .transformToUniAndConcatenate(received -> hear(transaction, received))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> hear(SqlConnection transaction, ReceivedEvent received) {
        return switch ((ConversationEvent) received.event()) {
            case ReplyDue _ -> plan(transaction, received);
            case DeliveryReported report -> settle(transaction, received, report);
        };
    }

    private Uni<Void> plan(SqlConnection transaction, ReceivedEvent due) {
        var now = time.instant();
        return deliveries.reply(
                transaction, due, WAY, now, now.plus(config.retry().giveUpAfter()));
    }

    private Uni<Void> settle(SqlConnection transaction, ReceivedEvent received, DeliveryReported report) {
        return deliveries
                .reported(transaction, received.envelope().subject())
                .chain(delivery -> delivery == null
                        ? Uni.createFrom().item(List.<DeliveryState>of())
                        : settlement.settleReported(transaction, delivery, next(delivery, report)))
                .invoke(entered -> entered.forEach(metrics::count))
                .replaceWithVoid();
    }

    private Next next(Delivery delivery, DeliveryReported report) {
        var outcome = outcome(report);
        metrics.countHeld(new Made(outcome));
        return delivery.reported(
                outcome,
                report.reportedAt(),
                time.instant(),
                retry,
                ThreadLocalRandom.current().nextDouble());
    }

    private static Outcome outcome(DeliveryReported report) {
        return switch (report.state()) {
            case SENT -> new Outcome.Sent();
            case DELIVERED -> new Outcome.Delivered();
            case READ -> new Outcome.Read();
            case FAILED -> new Outcome.Failed(fault(report), report.cause() == null ? "reported" : report.cause());
        };
    }

    /** What a later version calls something else passes. */
    private static Fault fault(DeliveryReported report) {
        return Stream.of(Fault.values())
                .filter(fault -> report.fault() != null
                        && fault.name().equals(report.fault().name()))
                .findFirst()
                .orElse(Fault.TRANSIENT);
    }
}
