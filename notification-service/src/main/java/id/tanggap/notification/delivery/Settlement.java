package id.tanggap.notification.delivery;

import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.LogKeys;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.delivery.Delivery.Next;
import id.tanggap.notification.delivery.Delivery.Settled;
import id.tanggap.notification.ladder.Ladder;
import id.tanggap.notification.letter.OwedLetters;
import id.tanggap.notification.reach.ReachedAnswers;
import id.tanggap.notification.reach.ReachedAnswers.Owed;
import id.tanggap.notification.sender.Message;
import io.smallrye.mutiny.Multi;
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
 * Writes what a delivery has become, the event that tells of it and, where a way failed, the delivery on the next rung or the
 * letter that is owed then, in one transaction.
 */
@ApplicationScoped
class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final int RETRIES = 5;

    private final Deliveries deliveries;
    private final Ladder ladder;
    private final OwedLetters letters;
    private final ReachedAnswers reached;
    private final Outbox outbox;
    private final EventWriter events;
    private final Duration giveUpAfter;
    private final Duration reportWithin;
    private final InstantSource time;

    Settlement(
            Deliveries deliveries,
            Ladder ladder,
            OwedLetters letters,
            ReachedAnswers reached,
            Outbox outbox,
            EventWriter events,
            NotificationConfig config,
            InstantSource time) {
        this.deliveries = deliveries;
        this.ladder = ladder;
        this.letters = letters;
        this.reached = reached;
        this.outbox = outbox;
        this.events = events;
        this.giveUpAfter = config.retry().giveUpAfter();
        this.reportWithin = config.reportWithin();
        this.time = time;
    }

    /** Gives the states that were entered; none when it was no longer to be settled like this. */
    Uni<List<DeliveryState>> settle(Delivery delivery, Next next) {
        return Uni.createFrom()
                .deferred(() -> outbox.inTransaction(transaction -> settle(transaction, delivery, next, false)))
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

    /** The same in a transaction under way, by what the provider reported. */
    Uni<List<DeliveryState>> settleReported(SqlConnection transaction, Delivery delivery, Next next) {
        return settle(transaction, delivery, next, true).invoke(entered -> {
            if (!entered.isEmpty()) {
                log(delivery, next);
            }
        });
    }

    private Uni<List<DeliveryState>> settle(SqlConnection transaction, Delivery delivery, Next next, boolean reported) {
        var now = time.instant();
        var settled = new Settled(delivery, next, reportUntil(delivery, next.state(), now), reported);
        return deliveries
                .settle(transaction, settled, now)
                .chain(before -> before == null
                        ? Uni.createFrom().item(List.of())
                        : outbox.append(transaction, told(delivery, next.toldAfter(before)))
                                .chain(() -> tellOfLetter(transaction, delivery, next, now))
                                .chain(() -> goDown(transaction, delivery, next, now)));
    }

    /** Where the ladder ends, a letter is owed; what is out needs none. */
    private Uni<Void> tellOfLetter(SqlConnection transaction, Delivery delivery, Next next, Instant now) {
        var id = delivery.errand().id();
        if (next.state().isOut()) {
            return letters.spare(transaction, id);
        }
        return delivery.isAtTheEnd(next, ladder)
                ? letters.owe(transaction, List.of(id), now)
                        .chain(owed -> owed
                                ? Uni.createFrom().voidItem()
                                : reached.tell(transaction, List.of(owed(delivery)), Reached.SHOWN, null))
                : Uni.createFrom().voidItem();
    }

    private static Owed owed(Delivery delivery) {
        var errand = delivery.errand();
        return new Owed(errand.subject(), errand.government(), delivery.kind(), delivery.traceparent());
    }

    /** No failure is reported any more of what was out so long ago: its words go, and an answer counts as sent. */
    Uni<Void> forgetWords(Instant now) {
        return outbox.inTransaction(transaction -> deliveries
                .forgetWords(transaction, now)
                .chain(silent -> Multi.createFrom()
                        .iterable(silent)
                        .onItem()
                        .transformToUniAndConcatenate(
                                one -> reached.tell(transaction, List.of(one.owed()), Reached.SENT, one.way()))
                        .collect()
                        .last())
                .replaceWithVoid());
    }

    private Uni<List<DeliveryState>> goDown(SqlConnection transaction, Delivery delivery, Next next, Instant now) {
        var way = delivery.wayDown(next, ladder);
        return way == null
                ? Uni.createFrom().item(List.of(next.state()))
                : deliveries
                        .goDown(transaction, delivery, way, now, now.plus(giveUpAfter))
                        .replaceWith(List.of(next.state(), DeliveryState.PENDING));
    }

    /** Null where no report is waited for. */
    private @Nullable Instant reportUntil(Delivery delivery, DeliveryState state, Instant now) {
        var comes = state == DeliveryState.UNKNOWN || (state == DeliveryState.SENT && delivery.isReported());
        return comes ? now.plus(reportWithin) : null;
    }

    private List<OutgoingEvent> told(Delivery delivery, List<NotificationEvent> told) {
        var errand = delivery.errand();
        return told.stream()
                .map(event -> events.write(event, errand.subject(), errand.government(), delivery.traceparent()))
                .toList();
    }

    private static void log(Delivery delivery, Next next) {
        var complaint = delivery.errand() instanceof Message message ? message.subject() : null;
        try (var _ = LogKeys.ofComplaint(complaint).correlation(Envelope.correlationId(delivery.traceparent()))) {
            LOG.logf(
                    next.cause() == null ? Logger.Level.INFO : Logger.Level.WARN,
                    "%s by %s after %d attempts: %s",
                    delivery.kind(),
                    delivery.way(),
                    delivery.attempts(),
                    next.cause() == null ? next.state() : next.state() + ", " + next.cause());
        }
    }
}
