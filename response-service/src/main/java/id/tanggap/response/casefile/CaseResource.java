package id.tanggap.response.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.response.desk.Action;
import id.tanggap.response.desk.Desk;
import id.tanggap.response.desk.DeskCase;
import id.tanggap.response.desk.Drafts;
import id.tanggap.response.desk.Drafts.Saving;
import id.tanggap.response.desk.Drafts.Written;
import id.tanggap.response.desk.Outcome;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    private static final String REQUIRED = "Wajib diisi.";
    private static final String NO_BODY = "Isi permintaan tidak ada.";

    private final CaseFiles files;
    private final SecretWords secretWords;
    private final Desk desk;
    private final Drafts drafts;
    private final Notes notes;
    private final Caller caller;

    CaseResource(CaseFiles files, SecretWords secretWords, Desk desk, Drafts drafts, Notes notes, Caller caller) {
        this.files = files;
        this.secretWords = secretWords;
        this.desk = desk;
        this.drafts = drafts;
        this.notes = notes;
        this.caller = caller;
    }

    @GET
    @APIResponseSchema(CaseFile.class)
    public Uni<Response> find(UUID id) {
        var officer = Officer.of(caller);
        return officer == null ? notOnThisDesk() : files.open(id, officer).chain(CaseResource::shown);
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
    @APIResponse(responseCode = "409")
    public Uni<Response> accept(UUID id) {
        return act(id, Action.ACCEPT, desk::accept);
    }

    @PUT
    @Path("/assignment")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> assign(UUID id, @NotNull(message = NO_BODY) Assignment wanted) {
        return act(id, Action.ASSIGN, (of, officer) -> desk.assign(of, officer, wanted.mine()));
    }

    @POST
    @Path("/disposition")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> dispose(UUID id, @NotNull(message = NO_BODY) @Valid NewDisposition wanted) {
        return act(
                id,
                Action.DISPOSE,
                (of, officer) -> desk.dispose(
                        of, officer, wanted.division(), wanted.instruction().strip(), wanted.dueAt()));
    }

    @POST
    @Path("/division-answer")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> answerAsDivision(UUID id, @NotNull(message = NO_BODY) @Valid DivisionAnswer given) {
        return act(
                id,
                Action.ANSWER_AS_DIVISION,
                (of, officer) -> desk.answerAsDivision(of, officer, given.text().strip()));
    }

    @POST
    @Path("/information-request")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> requestInformation(UUID id, @NotNull(message = NO_BODY) @Valid Question asked) {
        return act(
                id,
                Action.REQUEST_INFORMATION,
                (of, officer) ->
                        desk.requestInformation(of, officer, asked.question().strip()));
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
        var officer = Officer.of(caller);
        if (officer == null) {
            return notOnThisDesk();
        }
        if (!DeskCase.isFor(Action.DRAFT, officer)) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return drafts.save(
                        id, officer, new Written(draft.text(), draft.version(), draft.followUp(), draft.followUpBy()))
                .chain(saving -> switch (saving) {
                    case null -> notOnThisDesk();
                    case Saving.Refused(var refusal) -> Uni.createFrom().item(Problem.conflict(refusal.text()));
                    case Saving.Overtaken it -> Uni.createFrom().item(DraftConflict.of(it));
                    case Saving.Saved(var version, var editedAt) ->
                        Uni.createFrom()
                                .item(Response.ok(new Saved(version, editedAt)).build());
                });
    }

    @POST
    @Path("/approval-request")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> requestApproval(UUID id) {
        return act(id, Action.REQUEST_APPROVAL, desk::requestApproval);
    }

    @POST
    @Path("/approval")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> approve(UUID id, @NotNull(message = NO_BODY) @Valid DraftRead read) {
        return act(id, Action.APPROVE, (of, officer) -> desk.approve(of, officer, read.draftVersion()));
    }

    @POST
    @Path("/approval-refusal")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> sendBack(UUID id, @NotNull(message = NO_BODY) @Valid Remark remark) {
        return act(
                id,
                Action.SEND_BACK,
                (of, officer) -> desk.sendBack(of, officer, remark.remark().strip()));
    }

    /** Publishes the draft that was read or, where nobody has to approve it, a text that comes with the request. */
    @POST
    @Path("/answer")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> publish(UUID id, @NotNull(message = "Isi jawaban tidak ada.") @Valid Publication wanted) {
        var version = wanted.draftVersion();
        if (version != null) {
            return act(id, Action.PUBLISH, (of, officer) -> desk.publishDraft(of, officer, version));
        }
        var text = wanted.text();
        if (text == null || text.isBlank()) {
            return Uni.createFrom().item(Problem.invalid("text", REQUIRED));
        }
        return act(
                id,
                Action.PUBLISH,
                (of, officer) -> desk.publishAtOnce(of, officer, text.strip(), wanted.followUp(), wanted.followUpBy()));
    }

    @POST
    @Path("/resolution")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> resolve(UUID id) {
        return act(id, Action.RESOLVE, desk::resolve);
    }

    @POST
    @Path("/notes")
    @APIResponseSchema(CaseFile.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> note(UUID id, @NotNull(message = NO_BODY) @Valid NewNote note) {
        return reaching(
                id,
                Action.NOTE,
                officer -> notes.write(id, officer, note.text().strip()).chain(() -> show(id, officer)));
    }

    private Uni<Response> act(UUID id, Action action, BiFunction<UUID, Officer, Uni<@Nullable Outcome>> deed) {
        var officer = Officer.of(caller);
        if (officer == null) {
            return notOnThisDesk();
        }
        if (!DeskCase.isFor(action, officer)) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return deed.apply(id, officer).chain(outcome -> switch (outcome) {
            case null -> notOnThisDesk();
            case Outcome.Refused(var refusal) -> Uni.createFrom().item(Problem.conflict(refusal.text()));
            case Outcome.Done _ -> show(id, officer);
        });
    }

    /** For what leaves the case itself as it is. */
    private Uni<Response> reaching(UUID id, Action action, Function<Officer, Uni<Response>> deed) {
        var officer = Officer.of(caller);
        if (officer == null) {
            return notOnThisDesk();
        }
        if (!DeskCase.isFor(action, officer)) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return desk.find(id, officer).chain(found -> {
            if (found == null) {
                return notOnThisDesk();
            }
            var refusal = found.refusal(action, officer);
            return refusal == null ? deed.apply(officer) : Uni.createFrom().item(Problem.conflict(refusal.text()));
        });
    }

    private Uni<Response> show(UUID id, Officer officer) {
        return files.find(id, officer).chain(CaseResource::shown);
    }

    private static Uni<Response> shown(@Nullable CaseFile file) {
        return file == null
                ? notOnThisDesk()
                : Uni.createFrom().item(Response.ok(file).build());
    }

    private static Uni<Response> notOnThisDesk() {
        return Uni.createFrom().item(Problem.notFound("Aduan ini tidak ada pada instansi Anda."));
    }

    record SecretText(String text) {}

    /** @param mine whether the caller takes it; nobody has it otherwise */
    record Assignment(boolean mine) {}

    /** @param dueAt by when the division shall answer */
    record NewDisposition(
            @NotBlank(message = REQUIRED) String division,

            @NotBlank(message = REQUIRED) @Size(max = 2_000, message = "Tulis paling banyak 2.000 karakter.")
            String instruction,

            @NotNull(message = REQUIRED) @Future(message = "Pilih waktu yang belum lewat.")
            Instant dueAt) {}

    record DivisionAnswer(
            @NotBlank(message = REQUIRED) @Size(max = 10_000, message = "Tulis paling banyak 10.000 karakter.")
            String text) {}

    record Question(
            @NotBlank(message = REQUIRED) @Size(min = 10, max = 2_000, message = "Tulis 10 sampai 2.000 karakter.")
            String question) {}

    /** @param version of the draft over which it was written; 0 when there was none */
    record DraftInput(
            @NotNull(message = REQUIRED) @Size(max = 10_000, message = "Tulis paling banyak 10.000 karakter.")
            String text,

            @Min(value = 0, message = "Paling sedikit 0.") int version,

            @Nullable @Size(max = 2_000, message = "Tulis paling banyak 2.000 karakter.")
            String followUp,

            @Nullable LocalDate followUpBy) {}

    record Saved(int version, OffsetDateTime editedAt) {}

    record DraftRead(@NotNull(message = REQUIRED) Integer draftVersion) {}

    record Remark(
            @NotBlank(message = REQUIRED) @Size(max = 2_000, message = "Tulis paling banyak 2.000 karakter.")
            String remark) {}

    /**
     * The official text as the citizen will read it.
     *
     * @param draftVersion of the draft that is published; the rest is absent then
     * @param followUpBy the day by which the follow-up is promised
     */
    record Publication(
            @Nullable Integer draftVersion,

            @Nullable @Size(min = 10, max = 10_000, message = "Tulis 10 sampai 10.000 karakter.")
            String text,

            @Nullable @Size(max = 2_000, message = "Tulis paling banyak 2.000 karakter.")
            String followUp,

            @Nullable @FutureOrPresent(message = "Pilih hari yang belum lewat.")
            LocalDate followUpBy) {}

    record NewNote(
            @NotBlank(message = REQUIRED) @Size(max = 4_000, message = "Tulis paling banyak 4.000 karakter.")
            String text) {}

    /** A problem that shows what was saved in between, so that nothing is overwritten unseen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DraftConflict(URI type, String title, int status, String detail, Current current) {
        static Response of(Saving.Overtaken by) {
            var conflict = new DraftConflict(
                    URI.create("urn:tanggap:masalah:draf-berubah"),
                    "Draf sudah diubah orang lain",
                    409,
                    by.editedBy() + " menyimpan draf ini lebih dahulu. Bandingkan, lalu pilih yang dipakai.",
                    new Current(by.text(), by.version(), by.editedBy(), by.editedAt()));
            return Response.status(409)
                    .type(Problem.MEDIA_TYPE)
                    .entity(conflict)
                    .build();
        }

        record Current(String text, int version, String editedBy, OffsetDateTime editedAt) {}
    }
}
