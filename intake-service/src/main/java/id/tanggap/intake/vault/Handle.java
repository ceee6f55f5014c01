package id.tanggap.intake.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.vocabulary.ContactWay;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a citizen can be reached.
 *
 * @param account which of our own accounts knows the address; null where everybody does, as with mail and telephone
 * @param conversation in which the citizen wrote from there; null when in none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Handle(
        ContactWay way,
        @Nullable String account,
        String address,
        @Nullable UUID conversation) {

    public static Handle email(String address) {
        return new Handle(ContactWay.EMAIL, null, address, null);
    }

    public static Handle phone(String number) {
        return new Handle(ContactWay.PHONE, null, number, null);
    }

    /** Shows nothing of the address, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Handle[" + way + "]";
    }
}
