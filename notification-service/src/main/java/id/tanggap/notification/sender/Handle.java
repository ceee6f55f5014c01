package id.tanggap.notification.sender;

import id.tanggap.contracts.vocabulary.ContactWay;
import org.jspecify.annotations.Nullable;

/**
 * How a citizen is reached, as long as an attempt takes.
 *
 * @param account of ours that knows the address; null where an address is the same for everybody, as with e-mail
 */
public record Handle(ContactWay way, @Nullable String account, String address) {

    /** Shows nothing: all of it is the citizen's. */
    @Override
    public String toString() {
        return "Handle[…]";
    }
}
