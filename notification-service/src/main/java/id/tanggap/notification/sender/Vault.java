package id.tanggap.notification.sender;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.tanggap.contracts.vocabulary.ContactWay;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Intake's identity vault. Each reading is written to its access log with the purpose. */
@Path("/api/intake/v1/complaints/{id}/contact")
@RegisterRestClient(configKey = "intake")
@OidcClientFilter
interface Vault {
    @GET
    Uni<Contact> contact(@PathParam("id") UUID complaintId, @QueryParam("purpose") String purpose);

    /**
     * Of all the vault answers, what is needed.
     *
     * @param handles the one to take first before the others of its way; null from an intake of the version before, which
     *     answers with e-mail and telephone alone
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(
            @Nullable List<Known> handles,
            @Nullable String email,
            @Nullable String phone) {

        /** Null when the citizen is not reached on this way. */
        @Nullable
        Handle on(ContactWay way) {
            return known().flatMap(it -> it.on(way)).findFirst().orElse(null);
        }

        private Stream<Known> known() {
            return handles == null
                    ? Stream.of(
                            new Known(ContactWay.EMAIL.name(), null, email, null),
                            new Known(ContactWay.PHONE.name(), null, phone, null))
                    : handles.stream();
        }

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    /**
     * @param way by its name, which may be one of a later version
     * @param freeUntil until when free words are taken to it; null when none are, or on ways that always take them
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Known(
            @Nullable String way,
            @Nullable String account,
            @Nullable String address,
            @Nullable Instant freeUntil) {

        /** None when it is of another way. */
        Stream<Handle> on(ContactWay wanted) {
            return address == null || address.isBlank() || !wanted.name().equals(way)
                    ? Stream.of()
                    : Stream.of(new Handle(wanted, account, address, freeUntil));
        }

        @Override
        public String toString() {
            return "Known[…]";
        }
    }
}
