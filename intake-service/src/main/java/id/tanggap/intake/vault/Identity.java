package id.tanggap.intake.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What the vault keeps of a complaint: the person, and the words as they were written. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Identity(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String title,
        String text,
        @Nullable String address,
        String secret) {

    /** Shows nothing, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
