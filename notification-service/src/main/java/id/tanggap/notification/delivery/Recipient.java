package id.tanggap.notification.delivery;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint's citizen; number and ways are null together, as long as the complaint has not come.
 *
 * @param secret as long as nothing else is known
 * @param anonymous whether the citizen wants no name known, so that there is nobody to write a letter to
 */
record Recipient(
        UUID complaintId,
        @Nullable String number,
        @Nullable Set<ContactWay> reachableBy,
        boolean secret,
        boolean anonymous) {

    /** Ways joined by commas, since a column of arrays cannot be a parameter. */
    static final Rows<Recipient> ROWS = Rows.of(Recipient.class)
            .uuid("complaint_id", Recipient::complaintId)
            .text("number", Recipient::number)
            .text("reachable_by", Recipient::ways)
            .flag("secret", Recipient::secret)
            .flag("anonymous", Recipient::anonymous);

    /** What an event tells of its complaint's citizen: only the complaint's receipt tells anything. */
    static Recipient of(ReceivedEvent received) {
        var complaint = received.envelope().subject();
        return received.event() instanceof ComplaintReceived it
                ? new Recipient(
                        complaint,
                        it.number(),
                        it.reachableBy(),
                        it.visibility().isSecret(),
                        isAnonymous(it.visibility()))
                : new Recipient(complaint, null, null, true, false);
    }

    /** What is secret is hidden from agencies, and not from who writes letters. */
    private static boolean isAnonymous(Visibility visibility) {
        return visibility.isNameHidden() && !visibility.isSecret();
    }

    Recipient or(Recipient other) {
        return number == null ? other : this;
    }

    private @Nullable String ways() {
        return reachableBy == null
                ? null
                : reachableBy.stream().map(ContactWay::name).collect(Collectors.joining(","));
    }
}
