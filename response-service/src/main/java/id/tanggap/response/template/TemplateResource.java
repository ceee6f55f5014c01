package id.tanggap.response.template;

import id.tanggap.governments.Governments;
import id.tanggap.response.casefile.CaseFiles;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.response.template.Templates.NameTaken;
import id.tanggap.response.template.Templates.Template;
import id.tanggap.rest.Caller;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Repeat;
import id.tanggap.rest.sent.Words;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Templates of answers. An agency's admin keeps its own, a coordinator those that all agencies share. */
@Path("/api/response/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
@RolesAllowed({Role.Name.AGENCY_ADMIN, Role.Name.COORDINATOR})
class TemplateResource {
    private final Templates templates;
    private final CaseFiles files;
    private final Governments governments;
    private final Caller caller;
    private final Repeat repeat;

    TemplateResource(Templates templates, CaseFiles files, Governments governments, Caller caller, Repeat repeat) {
        this.templates = templates;
        this.files = files;
        this.governments = governments;
        this.caller = caller;
        this.repeat = repeat;
    }

    @GET
    @RolesAllowed({Role.Name.AGENCY_ADMIN, Role.Name.DIVISION_STAFF, Role.Name.COORDINATOR, Role.Name.HEAD})
    @APIResponseSchema(Template[].class)
    public Uni<Response> list() {
        return own(officer ->
                templates.list(officer).map(found -> Response.ok(found).build()));
    }

    /** The template as it reads for a case of the caller's desk. */
    @GET
    @Path("/{id}/text")
    @RolesAllowed({Role.Name.AGENCY_ADMIN, Role.Name.DIVISION_STAFF})
    @APIResponseSchema(Filled.class)
    public Uni<Response> fill(
            UUID id, @QueryParam("complaint") @NotNull(message = "Wajib diisi.") @Nullable UUID complaint) {
        return own(officer -> Uni.combine()
                .all()
                .unis(templates.list(officer), files.find(Objects.requireNonNull(complaint), officer))
                .asTuple()
                .map(both -> {
                    var template = both.getItem1().stream()
                            .filter(it -> it.id().equals(id))
                            .findFirst();
                    var file = both.getItem2();
                    return file == null || template.isEmpty()
                            ? gone()
                            : Response.ok(new Filled(Placeholder.fill(
                                            template.get().text(),
                                            file,
                                            Objects.requireNonNull(
                                                    governments.find(file.head().government())))))
                                    .build();
                }));
    }

    @POST
    @DoneOnce
    @APIResponseSchema(value = Template.class, responseCode = "201")
    public Uni<Response> add(@NotNull(message = "Isi permintaan tidak ada.") @Valid NewTemplate wanted) {
        var wrong = unknownPlaceholders(wanted.text());
        return wrong != null
                ? Uni.createFrom().item(wrong)
                : own(officer -> templates
                        .add(
                                officer,
                                Objects.requireNonNullElseGet(repeat.request(), UUID::randomUUID),
                                wanted.name().strip(),
                                wanted.text().strip())
                        .map(added -> added == null
                                ? nameTaken()
                                : Response.status(201).entity(added).build()));
    }

    @PUT
    @Path("/{id}")
    @APIResponseSchema(Template.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> change(
            UUID id, @NotNull(message = "Isi permintaan tidak ada.") @Valid ChangedTemplate wanted) {
        var wrong = unknownPlaceholders(wanted.text());
        return wrong != null
                ? Uni.createFrom().item(wrong)
                : own(officer -> templates
                        .change(
                                officer,
                                id,
                                wanted.version(),
                                wanted.name().strip(),
                                wanted.text().strip())
                        .map(changed -> changed == null
                                ? Problem.conflict(
                                        "Templat ini sudah diubah atau dihapus orang lain. Muat ulang, lalu coba lagi.")
                                : Response.ok(changed).build())
                        .onFailure(NameTaken.class)
                        .recoverWithItem(TemplateResource::nameTaken));
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "204")
    public Uni<Response> remove(UUID id) {
        return own(officer -> templates
                .remove(officer, id)
                .map(removed -> removed ? Response.noContent().build() : gone()));
    }

    private Uni<Response> own(Function<Officer, Uni<Response>> answer) {
        var officer = Officer.of(caller);
        return officer == null ? Uni.createFrom().item(Problem.forbidden()) : answer.apply(officer);
    }

    private static @Nullable Response unknownPlaceholders(String text) {
        var unknown = Placeholder.unknownIn(text);
        return unknown.isEmpty()
                ? null
                : Problem.invalid(
                        "text",
                        "Tidak dikenal: " + String.join(", ", unknown) + ". Yang dapat dipakai: "
                                + Placeholder.allWritten() + ".");
    }

    private static Response nameTaken() {
        return Problem.invalid("name", "Sudah ada templat dengan nama ini.");
    }

    private static Response gone() {
        return Problem.notFound("Templat atau aduan ini tidak ada.");
    }

    record Filled(String text) {}

    record NewTemplate(
            @NotBlank(message = "Wajib diisi.") @Size(max = 100, message = "Tulis paling banyak 100 karakter.") @Words
            String name,

            @NotBlank(message = "Wajib diisi.")
            @Size(max = 10_000, message = "Tulis paling banyak 10.000 karakter.")
            @Words
            String text) {}

    /** @param version that was read */
    record ChangedTemplate(
            @NotBlank(message = "Wajib diisi.") @Size(max = 100, message = "Tulis paling banyak 100 karakter.") @Words
            String name,

            @NotBlank(message = "Wajib diisi.")
            @Size(max = 10_000, message = "Tulis paling banyak 10.000 karakter.")
            @Words
            String text,

            @Min(value = 1, message = "Paling sedikit 1.") int version) {}
}
