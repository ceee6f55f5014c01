package id.tanggap.intake.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.intake.vault.Accesses.Access;
import id.tanggap.intake.vault.Accesses.Wanted;
import id.tanggap.rest.Caller;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who looked into the vault, when and what for: for the auditor of the government (UU 27/2022). */
@Path("/api/intake/v1/vault/accesses")
@Produces(MediaType.APPLICATION_JSON)
class AccessResource {
    /** What PostgreSQL can hold, and more than anybody asks for. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final String MOMENT_WANTED = "Tulis waktu UTC, misalnya 2026-02-03T00:00:00Z.";

    private final Accesses accesses;
    private final Caller caller;

    AccessResource(Accesses accesses, Caller caller) {
        this.accesses = accesses;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("auditor")
    @APIResponseSchema(AccessPage.class)
    public Uni<Response> page(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("officer")
                    @Pattern(regexp = "[\\w.@-]{1,100}", message = "Isi dengan id petugas seperti dalam daftar ini.")
                    @Nullable
                    String officer,
            @QueryParam("system")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "Isi dengan true atau false.")
                    String system,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Pattern(regexp = "[1-9][0-9]?|1[0-9][0-9]|200", message = "Isi dengan 1 sampai 200.")
                    String limit,
            @QueryParam("after") @Nullable String after) {
        var government = caller.government();
        var refusal = government == null ? Problem.forbidden() : refusal(from, to, after);
        if (government == null || refusal != null) {
            return Uni.createFrom().item(refusal);
        }
        var wanted = new Wanted(moment(from), moment(to), officer, Boolean.parseBoolean(system));
        var size = Integer.parseInt(limit);
        return accesses.page(government, wanted, start(after), size)
                .map(items -> Response.ok(AccessPage.of(items, size))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static @Nullable Response refusal(@Nullable String from, @Nullable String to, @Nullable String after) {
        if (after != null && start(after) == null) {
            return Problem.invalid("after", "Isi dengan nilai next dari halaman sebelumnya.");
        }
        if (from != null && moment(from) == null) {
            return Problem.invalid("from", MOMENT_WANTED);
        }
        return to != null && moment(to) == null ? Problem.invalid("to", MOMENT_WANTED) : null;
    }

    private static @Nullable PageKey start(@Nullable String after) {
        return after == null ? null : PageKey.decode(after);
    }

    /** Null for what is no moment. */
    private static @Nullable Instant moment(@Nullable String text) {
        try {
            var moment = text == null ? null : Instant.parse(text);
            return moment == null || moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST) ? null : moment;
        } catch (DateTimeParseException noMoment) {
            return null;
        }
    }

    /** @param next where the following page begins; null on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessPage(List<Access> items, @Nullable String next) {
        static AccessPage of(List<Access> items, int size) {
            var last = items.size() < size ? null : items.getLast();
            return new AccessPage(items, last == null ? null : new PageKey(last.at(), last.id()).encode());
        }
    }
}
