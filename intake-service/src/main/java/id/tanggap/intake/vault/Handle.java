package id.tanggap.intake.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.vocabulary.ContactWay;
import org.jspecify.annotations.Nullable;

/**
 * Where a citizen can be reached.
 *
 * @param account which of our own accounts knows the address; null where everybody does, as with mail and telephone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Handle(ContactWay way, @Nullable String account, String address) {
    public static Handle email(String address) {
        return new Handle(ContactWay.EMAIL, null, address);
    }

    public static Handle phone(String number) {
        return new Handle(ContactWay.PHONE, null, number);
    }

    /** Shows nothing of the address, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Handle[" + way + "]";
    }
}
