package id.tanggap.notification.reach;

import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells of answers that are with their citizens without a provider's having just said so. */
@ApplicationScoped
public class ReachedAnswers {
    private final Outbox outbox;
    private final EventWriter events;
    private final InstantSource time;

    ReachedAnswers(Outbox outbox, EventWriter events, InstantSource time) {
        this.outbox = outbox;
        this.events = events;
        this.time = time;
    }

    /**
     * A message of which this may be told.
     *
     * @param message as it stands in the ledger; of those that are no answers nothing is told
     * @param traceparent of what caused it
     */
    public record Owed(
            UUID complaint,
            String government,
            String message,
            @Nullable String traceparent) {
        /** Of a row that has its columns. */
        public static Owed of(Row row) {
            return new Owed(
                    row.getUUID("complaint_id"),
                    row.getString("government"),
                    row.getString("message"),
                    row.getString("traceparent"));
        }

        private boolean isAnswer() {
            return message.equals(MessageKind.ANSWERED.name());
        }
    }

    /** @param way on which all of them went; null where they went on none */
    public Uni<Void> tell(SqlConnection transaction, List<Owed> messages, Reached by, @Nullable ContactWay way) {
        var now = time.instant();
        var told = messages.stream()
                .filter(Owed::isAnswer)
                .map(owed -> told(owed, by, way, now))
                .toList();
        return told.isEmpty() ? Uni.createFrom().voidItem() : outbox.append(transaction, told);
    }

    private OutgoingEvent told(Owed owed, Reached by, @Nullable ContactWay way, Instant now) {
        return events.write(new AnswerReached(by, way, now), owed.complaint(), owed.government(), owed.traceparent());
    }
}
