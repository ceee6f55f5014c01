package id.tanggap.notification.delivery;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.notification.delivery.Deliveries.Begun;
import id.tanggap.notification.ladder.Ladder;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ledger of an installation with these senders, and in it the answer to one complaint. */
final class LedgerFixture {
    static final String ANSWER = "Sudah kami ganti.";
    static final Instant ANSWERED = Instant.parse("2026-03-02T05:00:00Z");
    static final Duration DAY = Duration.ofDays(1);

    final UUID complaint = UUID.randomUUID();
    final Ladder ladder;
    final Deliveries deliveries;
    private final Pool pool;

    LedgerFixture(Pool pool, ContactWay... rungs) {
        this.pool = pool;
        this.ladder = new Ladder(List.of(rungs));
        this.deliveries = new Deliveries(pool, ladder);
    }

    /** The complaint is heard of, and with it how its citizen is reached. */
    List<DeliveryState> citizenHas(Instant now, ContactWay... ways) {
        return take(new Recipient(complaint, "SKA-4F7K-92XM", Set.of(ways), false, false), List.of(), now);
    }

    List<DeliveryState> hidesItsName(Instant now, ContactWay... ways) {
        return take(new Recipient(complaint, "SKA-4F7K-92XM", Set.of(ways), false, true), List.of(), now);
    }

    /** The answer is heard of. */
    List<DeliveryState> answer(Instant now) {
        return answer(now, ANSWERED);
    }

    List<DeliveryState> answerAgain(Instant now) {
        return answer(now, ANSWERED.plusSeconds(60));
    }

    private List<DeliveryState> answer(Instant now, Instant answeredAt) {
        var envelope = new Envelope(
                UUID.randomUUID(), "complaint.answer-published.v1", "/tanggap/test", complaint, "surakarta", now, null);
        var planned =
                new PlannedDelivery(UUID.randomUUID(), envelope, MessageKind.ANSWERED, answeredAt, "dishub", ANSWER);
        return take(new Recipient(complaint, null, null, true, false), List.of(planned), now);
    }

    private List<DeliveryState> take(Recipient recipient, List<PlannedDelivery> planned, Instant now) {
        return pool.withTransaction(transaction -> deliveries
                        .know(transaction, List.of(recipient))
                        .chain(() -> deliveries.makeDue(transaction, List.of(complaint), now, now.plus(DAY)))
                        .chain(waited -> deliveries
                                .plan(transaction, planned, now, now.plus(DAY))
                                .map(begun -> Stream.concat(waited.stream(), begun.stream())
                                        .map(Begun::state)
                                        .toList())))
                .await()
                .indefinitely();
    }

    @Nullable
    Delivery claim(Instant now) {
        return deliveries.claim(100, now, now.plus(DAY)).await().indefinitely().stream()
                .filter(delivery -> delivery.errand().subject().equals(complaint))
                .findFirst()
                .orElse(null);
    }
}
