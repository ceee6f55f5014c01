package id.tanggap.notification.sender;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to whom, without the address.
 *
 * @param id the same in every attempt; the mail's Message-ID is made of it
 * @param agency that answered or asks; null unless the message tells of an agency
 * @param words the answer, the question or where to turn; null when there are none to tell, or when they may not be
 *     mailed: a secret complaint's are read on the tracking page only
 */
public record Message(
        UUID id,
        About about,
        MessageKind kind,
        @Nullable String agency,
        @Nullable String words) implements Errand {

    @Override
    public UUID subject() {
        return about.complaintId();
    }

    @Override
    public String government() {
        return about.government();
    }

    /**
     * The complaint.
     *
     * @param number as the citizen knows it
     */
    public record About(UUID complaintId, String number, String government) {}

    /** Leaves out the words, which are the citizen's and not the log's. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + kind + "]";
    }
}
