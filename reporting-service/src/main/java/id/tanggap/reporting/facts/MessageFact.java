package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many messages a provider of the citizen's took and how often a way failed; a message that failed on one way and went
 * out on the next counts in both. Counts, which the inbox keeps from doubling.
 */
record MessageFact(UUID complaint, String government, int sent, int failed) {

    private static final Rows<MessageFact> ROWS = Rows.of(MessageFact.class)
            .uuid("complaint_id", MessageFact::complaint)
            .text("government", MessageFact::government)
            .number("messages_sent", MessageFact::sent)
            .number("messages_failed", MessageFact::failed);
    private static final String SQL = ROWS.insertInto("complaint_fact as fact") + """
            on conflict (complaint_id) do update set
                messages_sent = fact.messages_sent + excluded.messages_sent,
                messages_failed = fact.messages_failed + excluded.messages_failed
            """;

    static Upsert statement(List<ReceivedEvent> events) {
        var facts = new TreeMap<UUID, MessageFact>();
        for (var event : events) {
            var fact = of(event);
            if (fact != null) {
                facts.merge(fact.complaint(), fact, MessageFact::and);
            }
        }
        return Upsert.of(SQL, ROWS, facts);
    }

    private static @Nullable MessageFact of(ReceivedEvent event) {
        var complaint = event.envelope().subject();
        var government = event.envelope().government();
        return switch (event.event()) {
            case MessageSent _ -> new MessageFact(complaint, government, 1, 0);
            case MessageFailed _ -> new MessageFact(complaint, government, 0, 1);
            default -> null;
        };
    }

    private MessageFact and(MessageFact next) {
        return new MessageFact(complaint, government, sent + next.sent, failed + next.failed);
    }
}
