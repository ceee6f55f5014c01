package id.tanggap.intake.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.tanggap.contracts.vocabulary.ContactWay;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the vault keeps of a complaint: the person, and the words as they were written.
 *
 * @param handles where the person can be reached, as the person told us first to last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Identity(
        @Nullable String name,
        List<Handle> handles,
        @Nullable String title,
        String text,
        @Nullable String address,
        String secret) {

    /** As it was sealed: entries from before handles know a telephone number and an e-mail address alone. */
    @JsonCreator
    static Identity sealed(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("handles") @Nullable List<Handle> handles,
            @JsonProperty("phone") @Nullable String phone,
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("title") @Nullable String title,
            @JsonProperty("text") String text,
            @JsonProperty("address") @Nullable String address,
            @JsonProperty("secret") String secret) {
        return new Identity(name, handles == null ? given(phone, email) : handles, title, text, address, secret);
    }

    /** The handles of a form with two boxes; empty ones are left out. */
    public static List<Handle> given(@Nullable String phone, @Nullable String email) {
        return Stream.of(phone == null ? null : Handle.phone(phone), email == null ? null : Handle.email(email))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Sealed beside the handles for replicas from before them. */
    @JsonProperty
    public @Nullable String phone() {
        return first(ContactWay.PHONE);
    }

    /** Likewise. */
    @JsonProperty
    public @Nullable String email() {
        return first(ContactWay.EMAIL);
    }

    /** How the person can be reached, without the addresses. */
    public Set<ContactWay> ways() {
        return handles.stream().map(Handle::way).collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable String first(ContactWay way) {
        return handles.stream()
                .filter(handle -> handle.way() == way)
                .map(Handle::address)
                .findFirst()
                .orElse(null);
    }

    /** Shows nothing, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
