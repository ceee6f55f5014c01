package id.tanggap.response.casefile;

import id.tanggap.response.casefile.CaseInput.Assignment;
import id.tanggap.response.casefile.CaseInput.DivisionAnswer;
import id.tanggap.response.casefile.CaseInput.DraftInput;
import id.tanggap.response.casefile.CaseInput.DraftRead;
import id.tanggap.response.casefile.CaseInput.NewDisposition;
import id.tanggap.response.casefile.CaseInput.NewNote;
import id.tanggap.response.casefile.CaseInput.Publication;
import id.tanggap.response.casefile.CaseInput.Question;
import id.tanggap.response.casefile.CaseInput.Remark;
import id.tanggap.response.casefile.CaseInput.Saved;
import id.tanggap.response.casefile.CaseInput.SecretText;
import id.tanggap.response.desk.Desk;
import id.tanggap.response.desk.Drafts;
import id.tanggap.response.desk.Drafts.Saving;
import id.tanggap.response.desk.Drafts.Written;
import id.tanggap.response.life.Action;
import id.tanggap.response.officer.Role;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The file of a case and what is done with it. An agency's people see their own cases only, a division's those that it
 * was given; of all others they do not even learn. Each action answers with the file as it is then.
 */
@Path("/api/response/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
@DoneOnce
@RolesAllowed({
    Role.Name.AGENCY_ADMIN,
    Role.Name.DIVISION_STAFF,
    Role.Name.COORDINATOR,
    Role.Name.HEAD,
    Role.Name.PATRON,
    Role.Name.AUDITOR
})
class CaseResource {
    private static final String SECRET_READER = "secret-answer-reader";
    private static final String NO_BODY = "Isi permintaan tidak ada.";

    private final CaseDoor door;
    private final SecretWords secretWords;
    private final Desk desk;
    private final Drafts drafts;
    private final Notes notes;

    CaseResource(CaseDoor door, SecretWords secretWords, Desk desk, Drafts drafts, Notes notes) {
        this.door = door;
        this.secretWords = secretWords;
        this.desk = desk;
        this.drafts = drafts;
        this.notes = notes;
    }

    @GET
    @APIResponseSchema(CaseFile.class)
    public Uni<Response> find(UUID id) {
        return door.open(id);
    }

    /** What of the words that are looked for stands in the case, as it is written there. */
    @GET
    @Path("/found")
    @APIResponseSchema(String[].class)
    public Uni<Response> found(
            UUID id,
            @QueryParam("text")
                    @NotNull(message = "Tulis yang dicari.")
                    @Size(max = 200, message = "Paling banyak 200 karakter.")
                    String text) {
        return door.lookFor(id, text);
    }

    /** What the citizen of a secret complaint reads on the tracking page; that of a public one is in its event. */
    @GET
    @Path("/answer")
    @RolesAllowed(SECRET_READER)
    @APIResponseSchema(SecretText.class)
    public Uni<Response> secretAnswer(UUID id) {
        return secretWords.answer(id).map(CaseResource::toItsCitizen);
    }

    /** What the citizen of a secret complaint is asked now, likewise. */
    @GET
    @Path("/question")
    @RolesAllowed(SECRET_READER)
    @APIResponseSchema(SecretText.class)
    public Uni<Response> secretQuestion(UUID id) {
        return secretWords.question(id).map(CaseResource::toItsCitizen);
    }

    private static Response toItsCitizen(@Nullable String text) {
        return text == null
                ? Problem.notFound("Tidak ada yang dapat dibaca warga pada aduan rahasia ini.")
                : Response.ok(new SecretText(text))
                        .header("Cache-Control", "no-store")
                        .build();
    }

    @POST
    @Path("/accept")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> accept(UUID id) {
        return door.act(id, Action.ACCEPT, desk::accept);
    }

    @PUT
    @Path("/assignment")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> assign(UUID id, @NotNull(message = NO_BODY) Assignment wanted) {
        return door.act(id, Action.ASSIGN, it -> desk.assign(it, wanted.mine()));
    }

    @POST
    @Path("/disposition")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> dispose(UUID id, @NotNull(message = NO_BODY) @Valid NewDisposition wanted) {
        return door.act(
                id,
                Action.DISPOSE,
                it -> desk.dispose(it, wanted.division(), wanted.instruction().strip(), wanted.dueAt()));
    }

    @POST
    @Path("/division-answer")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> answerAsDivision(UUID id, @NotNull(message = NO_BODY) @Valid DivisionAnswer given) {
        return door.act(
                id,
                Action.ANSWER_AS_DIVISION,
                it -> desk.answerAsDivision(it, given.text().strip()));
    }

    @POST
    @Path("/information-request")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    @APIResponse(
            responseCode = "422",
            description = "The words would tell who somebody is.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Identifying.class)))
    public Uni<Response> requestInformation(UUID id, @NotNull(message = NO_BODY) @Valid Question asked) {
        return door.act(
                id,
                Action.REQUEST_INFORMATION,
                it -> desk.requestInformation(
                        it.meaning(asked.identityMeant()), asked.question().strip()));
    }

    /** Keeps the answer as it is being written; told who was quicker when somebody else saved in between. */
    @PUT
    @Path("/draft")
    @APIResponseSchema(Saved.class)
    @APIResponse(
            responseCode = "409",
            description = "Somebody saved the draft in between, or there is none to write any more.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(anyOf = {DraftConflict.class, Problem.class})))
    public Uni<Response> saveDraft(UUID id, @NotNull(message = NO_BODY) @Valid DraftInput draft) {
        var written = new Written(draft.text(), draft.version(), draft.followUp(), draft.followUpBy());
        return door.as(
                Action.DRAFT,
                officer -> drafts.save(id, officer, written).chain(saving -> switch (saving) {
                    case null -> CaseDoor.notOnThisDesk();
                    case Saving.Refused(var refusal) -> CaseDoor.refused(refusal);
                    case Saving.Overtaken it -> Uni.createFrom().item(DraftConflict.of(it));
                    case Saving.Saved(var version, var editedAt) ->
                        Uni.createFrom()
                                .item(Response.ok(new Saved(version, editedAt)).build());
                }));
    }

    @POST
    @Path("/approval-request")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> requestApproval(UUID id) {
        return door.act(id, Action.REQUEST_APPROVAL, desk::requestApproval);
    }

    @POST
    @Path("/approval")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> approve(UUID id, @NotNull(message = NO_BODY) @Valid DraftRead read) {
        return door.act(id, Action.APPROVE, it -> desk.approve(it, read.draftVersion()));
    }

    @POST
    @Path("/approval-refusal")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> sendBack(UUID id, @NotNull(message = NO_BODY) @Valid Remark remark) {
        return door.act(
                id, Action.SEND_BACK, it -> desk.sendBack(it, remark.remark().strip()));
    }

    /** Publishes the draft that was read or, where nobody has to approve it, a text that comes with the request. */
    @POST
    @Path("/answer")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    @APIResponse(
            responseCode = "422",
            description = "The words would tell who somebody is.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Identifying.class)))
    public Uni<Response> publish(UUID id, @NotNull(message = "Isi jawaban tidak ada.") @Valid Publication wanted) {
        var version = wanted.draftVersion();
        if (version != null) {
            return door.act(id, Action.PUBLISH, it -> desk.publishDraft(it.meaning(wanted.identityMeant()), version));
        }
        var text = wanted.text();
        if (text == null || text.isBlank()) {
            return Uni.createFrom().item(Problem.invalid("text", CaseInput.REQUIRED));
        }
        return door.act(
                id,
                Action.PUBLISH,
                it -> desk.publishAtOnce(
                        it.meaning(wanted.identityMeant()), text.strip(), wanted.followUp(), wanted.followUpBy()));
    }

    @POST
    @Path("/resolution")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> resolve(UUID id) {
        return door.act(id, Action.RESOLVE, desk::resolve);
    }

    @POST
    @Path("/notes")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> note(UUID id, @NotNull(message = NO_BODY) @Valid NewNote note) {
        return door.beside(
                id,
                Action.NOTE,
                notes::isWritten,
                it -> notes.write(it, note.text().strip()));
    }
}
