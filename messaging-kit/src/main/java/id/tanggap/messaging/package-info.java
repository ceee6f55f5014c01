/**
 * State and event in one transaction, and each event's effect once: the outbox with its relay, the inbox, dead letters.
 * Mechanism only; no word of the domain.
 *
 * <p>The way out: a use case appends to {@link id.tanggap.messaging.outbox.Outbox} in its own transaction; after the commit the
 * {@link id.tanggap.messaging.outbox.Relay} is woken, publishes in order and deletes what the broker acknowledged. The way in:
 * a consumer hands its batch to {@link id.tanggap.messaging.inbox.Inbox}, which calls the use case in one transaction together
 * with the ids of the events, so that a redelivered event has no second effect.
 */
@NullMarked
package id.tanggap.messaging;

import org.jspecify.annotations.NullMarked;
