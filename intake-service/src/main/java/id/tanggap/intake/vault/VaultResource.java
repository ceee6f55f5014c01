package id.tanggap.intake.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reading what never travels: with a role, for a purpose, and on record. */
@Path("/api/intake/v1/complaints/{id}")
@Produces(MediaType.APPLICATION_JSON)
class VaultResource {
    private static final String WANTED = "Sebutkan keperluannya.";

    private final Vault vault;
    private final Caller caller;

    VaultResource(Vault vault, Caller caller) {
        this.vault = vault;
        this.caller = caller;
    }

    /** How the citizen can be reached: for our own services that deliver messages. */
    @GET
    @Path("/contact")
    @RolesAllowed("contact-reader")
    public Uni<Response> contact(
            UUID id, @QueryParam("purpose") @NotBlank(message = WANTED) @Size(max = 100) String purpose) {
        return look(
                id,
                "contact",
                purpose,
                entry -> true,
                entry -> identity ->
                        new ContactView(entry.number(), identity.name(), identity.email(), identity.phone()));
    }

    /** The words as they were written: for the agency that has to answer a secret complaint. */
    @GET
    @Path("/original")
    @RolesAllowed({"agency-admin", "coordinator"})
    public Uni<Response> original(
            UUID id, @QueryParam("purpose") @NotBlank(message = WANTED) @Size(max = 100) String purpose) {
        return look(
                id,
                "original",
                purpose,
                this::isOfCaller,
                entry -> identity ->
                        new OriginalView(entry.number(), identity.title(), identity.text(), identity.address()));
    }

    private boolean isOfCaller(Vault.Entry entry) {
        return entry.government().equals(caller.government())
                && (caller.has("coordinator")
                        || (entry.agency() != null && entry.agency().equals(caller.agency())));
    }

    private Uni<Response> look(
            UUID id,
            String what,
            String purpose,
            Predicate<Vault.Entry> allowed,
            Function<Vault.Entry, Function<Identity, Object>> view) {
        return vault.find(id).chain(entry -> {
            if (entry == null || !allowed.test(entry)) {
                return Uni.createFrom().item(Problem.notFound("Aduan ini tidak ada."));
            }
            var key = entry.wrappedKey();
            if (key == null) {
                return Uni.createFrom()
                        .item(Problem.of(
                                410, "dihapus", "Data telah dihapus", "Data pribadi aduan ini telah dihapus."));
            }
            return vault.open(entry, key, what, caller.id(), purpose)
                    .map(view.apply(entry))
                    .map(body -> Response.ok(body)
                            .header("Cache-Control", "no-store")
                            .build());
        });
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactView(
            String number,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OriginalView(
            String number,
            @Nullable String title,
            String text,
            @Nullable String address) {}
}
