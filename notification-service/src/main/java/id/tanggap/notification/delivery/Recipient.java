package id.tanggap.notification.delivery;

import id.tanggap.contracts.vocabulary.ContactWay;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint's citizen; number and ways are null together, as long as the complaint has not come.
 *
 * @param secret as long as nothing else is known
 */
record Recipient(
        UUID complaintId, @Nullable String number, @Nullable Set<ContactWay> reachableBy, boolean secret) {

    static Recipient unknown(UUID complaintId) {
        return new Recipient(complaintId, null, null, true);
    }

    Recipient or(Recipient other) {
        return number == null ? other : this;
    }
}
