package id.tanggap.reporting.facts.known;

import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;

/**
 * How many messages a provider of the citizen's took and how often a way failed; a message that failed on one way and went
 * out on the next counts in both. Counts, which the inbox keeps from doubling.
 */
final class MessageFact {
    static final Columns<NotificationEvent> COLUMNS = Columns.of(NotificationEvent.class)
            .count("messages_sent", MessageSent.class)
            .count("messages_failed", MessageFailed.class);

    private MessageFact() {}
}
