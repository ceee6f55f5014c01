package id.tanggap.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a provider brought, whatever the provider. */
public sealed interface Received {
    /**
     * A citizen writes.
     *
     * @param at to the second, by the provider's clock
     * @param answersTo the provider's id of the message that the citizen answers to, ours or an own one; null for none
     */
    record Message(
            Contact from,
            Instant at,
            Content content,
            @Nullable String answersTo) implements Received {}

    /**
     * The provider tells what became of a message of ours.
     *
     * @param reference what we gave along when we sent it; null when that was nothing of ours
     * @param messageId the provider's
     */
    record Report(@Nullable UUID reference, String messageId, Instant at, Outcome outcome) implements Received {}

    /**
     * Nothing that calls for anything: an echo of ours, a reaction, a notice about the account.
     *
     * @param kind the provider's word for it
     */
    record Aside(String kind) implements Received {}

    /**
     * A citizen, as known on one account.
     *
     * @param address to write to
     * @param name as the citizen calls himself there; null when it is not told
     */
    record Contact(String address, @Nullable String name) {
        /** Shows nothing: all of it is the citizen's. */
        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    /** What a message holds. */
    sealed interface Content {}

    record Text(String body) implements Content {
        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    /** @param id which of the choices that we offered */
    record Chosen(String id) implements Content {}

    /**
     * A point that the citizen sent.
     *
     * @param lat decimal degrees
     * @param lon decimal degrees
     * @param label name and address of it, if it has any; else null
     */
    record Place(double lat, double lon, @Nullable String label) implements Content {
        @Override
        public String toString() {
            return "Place[…]";
        }
    }

    /**
     * A file, which is still with the provider.
     *
     * @param id by which the provider gives it out
     * @param caption what the citizen wrote below it; null when nothing
     * @param fileName as the citizen calls it; null when it has no name
     */
    record Media(
            Kind kind,
            String id,
            @Nullable String caption,
            @Nullable String fileName) implements Content {
        public enum Kind {
            IMAGE,
            DOCUMENT,
            VOICE,
            VIDEO
        }

        @Override
        public String toString() {
            return "Media[" + kind + "]";
        }
    }

    /**
     * Something that this provider lets citizens send and that no complaint can be made of.
     *
     * @param kind the provider's word for it
     */
    record Other(String kind) implements Content {}
}
