package id.tanggap.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.notification.NotificationConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns events into rows of the ledger, a batch at a time. */
@ApplicationScoped
class DeliveryPlanning {
    /** What the citizen gets a message about. */
    static final Interest INTEREST = Interest.in(List.of(
                    ComplaintReceived.class, InformationRequested.class, AnswerPublished.class, ReferredOutside.class))
            // Who advertises or abuses is not written to.
            .and(ComplaintScreenedOut.class, it -> it.reason() != ScreeningReason.SPAM);

    private final Deliveries deliveries;
    private final DeliveryMetrics metrics;
    private final NotificationConfig config;
    private final InstantSource time;

    DeliveryPlanning(Deliveries deliveries, DeliveryMetrics metrics, NotificationConfig config, InstantSource time) {
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.config = config;
        this.time = time;
    }

    Uni<Void> plan(SqlConnection transaction, List<ReceivedEvent> events) {
        var recipients = new HashMap<UUID, Recipient>();
        var planned = new ArrayList<PlannedDelivery>();
        for (var received : events) {
            var complaint = received.envelope().subject();
            switch (received.event()) {
                case ComplaintReceived event -> {
                    recipients.merge(
                            complaint,
                            new Recipient(
                                    complaint,
                                    event.number(),
                                    event.reachableBy(),
                                    event.visibility().isSecret()),
                            Recipient::or);
                    planned.add(planned(received, MessageKind.RECEIVED, event.receivedAt(), null, null));
                }
                case InformationRequested event -> {
                    recipients.merge(complaint, Recipient.unknown(complaint), Recipient::or);
                    planned.add(planned(
                            received,
                            MessageKind.INFORMATION_REQUESTED,
                            event.requestedAt(),
                            event.agency(),
                            event.question()));
                }
                case AnswerPublished event -> {
                    recipients.merge(complaint, Recipient.unknown(complaint), Recipient::or);
                    planned.add(planned(
                            received, MessageKind.ANSWERED, event.answeredAt(), event.agency(), event.answer()));
                }
                case ReferredOutside event -> {
                    recipients.merge(complaint, Recipient.unknown(complaint), Recipient::or);
                    planned.add(planned(
                            received,
                            MessageKind.REFERRED_OUTSIDE,
                            event.referredAt(),
                            null,
                            event.institutionName() + "\n\n" + event.advice()));
                }
                case ComplaintScreenedOut event -> {
                    recipients.merge(complaint, Recipient.unknown(complaint), Recipient::or);
                    planned.add(planned(received, MessageKind.SCREENED_OUT, event.screenedOutAt(), null, null));
                }
                default -> {
                    // The citizen hears of nothing else yet.
                }
            }
        }
        if (planned.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var now = time.instant();
        return deliveries
                .know(transaction, List.copyOf(recipients.values()))
                .chain(() -> deliveries.plan(transaction, planned, now))
                .chain(() -> deliveries.makeDue(
                        transaction,
                        recipients.keySet(),
                        now,
                        now.plus(config.retry().giveUpAfter())))
                .invoke(states -> states.forEach(metrics::count))
                .replaceWithVoid();
    }

    private static PlannedDelivery planned(
            ReceivedEvent received,
            MessageKind message,
            Instant happenedAt,
            @Nullable String agency,
            @Nullable String words) {
        var envelope = received.envelope();
        return new PlannedDelivery(
                UuidCreator.getTimeOrderedEpoch(),
                envelope.subject(),
                envelope.government(),
                message,
                happenedAt,
                agency,
                words,
                envelope.traceparent());
    }
}
