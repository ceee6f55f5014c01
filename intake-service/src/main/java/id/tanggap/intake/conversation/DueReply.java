package id.tanggap.intake.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.channel.Outgoing.Choice;
import id.tanggap.contracts.vocabulary.ContactWay;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer in a conversation that is to be sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueReply(String government, Recipient handle, Says says) {
    @Override
    public String toString() {
        return "DueReply[…]";
    }

    /** @param freeUntil until when the provider takes free words; null when it takes none */
    @Schema(name = "ReplyRecipient")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recipient(
            ContactWay way,
            String account,
            String address,
            @Nullable Instant freeUntil) {
        @Override
        public String toString() {
            return "Recipient[…]";
        }
    }

    /** @param kind WORDS, QUESTION or PLACE_WANTED */
    @Schema(name = "ReplyWords")
    record Says(String kind, String text, List<Choice> choices) {
        @Override
        public String toString() {
            return "Says[" + kind + "]";
        }
    }
}
