package id.tanggap.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what WhatsApp knows who wrote: an id that holds for one business, which it gives since April 2026 and which stays when the
 * citizen hides the telephone number, and the number where it is not hidden.
 */
record Sender(@Nullable String businessId, @Nullable String number) {

    /** As the message itself names him. */
    static Sender of(JsonNode message) {
        return of(message, MissingNode.getInstance());
    }

    static Sender of(JsonNode message, JsonNode contact) {
        return new Sender(
                first(message.path("from_user_id"), contact.path("user_id")),
                first(message.path("from"), contact.path("wa_id")));
    }

    /** The same for all that this citizen writes; null when nobody is named. */
    @Nullable
    String key() {
        return businessId == null ? number : businessId;
    }

    /** To write to. The number, where there is one: every version of the interface takes it. */
    @Nullable
    String address() {
        return number == null ? businessId : number;
    }

    boolean isIn(JsonNode contact) {
        var other = of(contact, contact);
        return (businessId != null && Objects.equals(businessId, other.businessId()))
                || (number != null && Objects.equals(number, other.number()));
    }

    private static @Nullable String first(JsonNode one, JsonNode other) {
        var first = Given.identifier(one);
        return first == null ? Given.identifier(other) : first;
    }
}
