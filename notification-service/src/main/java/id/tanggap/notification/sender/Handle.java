package id.tanggap.notification.sender;

import id.tanggap.contracts.vocabulary.ContactWay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a citizen is reached, as long as an attempt takes.
 *
 * @param account of ours that knows the address; null where an address is the same for everybody, as with e-mail
 * @param freeUntil until when the provider takes free words to it; null where it never closes, as with e-mail, or is closed
 */
public record Handle(
        ContactWay way,
        @Nullable String account,
        String address,
        @Nullable Instant freeUntil) {

    public Handle(ContactWay way, @Nullable String account, String address) {
        this(way, account, address, null);
    }

    /** Shows nothing: all of it is the citizen's. */
    @Override
    public String toString() {
        return "Handle[…]";
    }
}
