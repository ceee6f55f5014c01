package id.tanggap.intake.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.intake.vault.Windows.Reachable;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Reading what never travels: with a role, for a purpose, and on record. */
@Path("/api/intake/v1/complaints/{id}")
@Produces(MediaType.APPLICATION_JSON)
class VaultResource {
    private static final String NO_SUCH = "Aduan ini tidak ada.";
    private static final String HIDDEN =
            "Warga meminta namanya disembunyikan dari instansi. Koordinator dapat menghubunginya.";

    private final Vault vault;
    private final Windows windows;
    private final Caller caller;

    VaultResource(Vault vault, Windows windows, Caller caller) {
        this.vault = vault;
        this.windows = windows;
        this.caller = caller;
    }

    /** How the citizen can be reached: for our own services that deliver messages, whose purpose is always the same. */
    @GET
    @Path("/contact")
    @RolesAllowed("contact-reader")
    @APIResponseSchema(ContactView.class)
    @APIResponse(responseCode = "410")
    public Uni<Response> contact(
            UUID id,
            @QueryParam("purpose")
                    @NotBlank(message = Disclosure.WANTED)
                    @Size(min = Disclosure.SHORTEST, max = Disclosure.LONGEST, message = Disclosure.LENGTH)
                    String purpose) {
        return look(id, "contact", purpose, entry -> null, this::contactOf);
    }

    /**
     * The words as they were written: for the agency that has to answer and the divisions that it asks. The purpose stands
     * in no address.
     */
    @POST
    @Path("/disclosure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"agency-admin", "coordinator", "division-staff"})
    @APIResponseSchema(OriginalView.class)
    @APIResponse(responseCode = "410")
    public Uni<Response> disclose(UUID id, @NotNull(message = Disclosure.WANTED) @Valid Disclosure disclosure) {
        return look(
                id,
                "original",
                disclosure.purpose().strip(),
                this::unlessForeign,
                (entry, key, identity) -> vault.added(entry, key)
                        .map(added -> new OriginalView(
                                entry.number(), identity.title(), identity.text(), identity.address(), added)));
    }

    /**
     * Who complained and how to reach that person: for the agency that has the case where the name is not hidden, and for
     * the coordinator.
     */
    @POST
    @Path("/identity")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"agency-admin", "coordinator"})
    @APIResponseSchema(ContactView.class)
    @APIResponse(responseCode = "410")
    public Uni<Response> identify(UUID id, @NotNull(message = Disclosure.WANTED) @Valid Disclosure disclosure) {
        return look(id, "identity", disclosure.purpose().strip(), this::unlessHidden, this::contactOf);
    }

    private Uni<ContactView> contactOf(Vault.Entry entry, byte[] key, Identity identity) {
        return windows.of(identity.handles())
                .map(reachable -> new ContactView(
                        entry.number(), identity.name(), reachable, identity.email(), identity.phone()));
    }

    private @Nullable Response unlessForeign(Vault.Entry entry) {
        return entry.isHandledBy(caller) ? null : Problem.notFound(NO_SUCH);
    }

    private @Nullable Response unlessHidden(Vault.Entry entry) {
        return entry.visibility().isNameHidden() && entry.isHandledBy(caller) && !caller.has("coordinator")
                ? Problem.of(403, "identitas-disembunyikan", "Identitas disembunyikan", HIDDEN)
                : unlessForeign(entry);
    }

    private Uni<Response> look(UUID id, String what, String purpose, Check check, View view) {
        return vault.find(id).chain(entry -> {
            var refusal = entry == null ? Problem.notFound(NO_SUCH) : check.refusal(entry);
            if (entry == null || refusal != null) {
                return Uni.createFrom().item(refusal);
            }
            var key = entry.wrappedKey();
            return key == null
                    ? Uni.createFrom().item(Disclosure.erased())
                    : vault.open(entry, key, what, caller.id(), purpose)
                            .chain(identity -> view.of(entry, key, identity))
                            .map(body -> Response.ok(body)
                                    .header("Cache-Control", "no-store")
                                    .build());
        });
    }

    /** Why an entry stays shut for the caller; null when it does not. */
    private interface Check {
        @Nullable
        Response refusal(Vault.Entry entry);
    }

    /** What is shown of an entry that was opened. */
    private interface View {
        Uni<? extends Object> of(Vault.Entry entry, byte[] wrappedKey, Identity identity);
    }

    /**
     * @param handles where the citizen can be reached
     * @param email the first of the handles that is one, for readers from before handles
     * @param phone likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactView(
            String number,
            @Nullable String name,
            List<Reachable> handles,
            @Nullable String email,
            @Nullable String phone) {}

    /** @param added what the citizen wrote later, oldest first */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OriginalView(
            String number,
            @Nullable String title,
            String text,
            @Nullable String address,
            List<Vault.Added> added) {}
}
