package id.tanggap.intake.participation;

import static java.util.Objects.requireNonNull;

import id.tanggap.contracts.event.IntakeEvent.SurveyScores;
import id.tanggap.intake.attachment.Ticket;
import id.tanggap.intake.participation.Participation.Word;
import id.tanggap.intake.tracking.Step;
import id.tanggap.intake.tracking.TimelineResource;
import id.tanggap.rest.Problem;
import id.tanggap.rest.sent.Words;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The citizen's words on the own complaint, with its number and the secret of the receipt. */
@Path("/api/intake/v1/complaints/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false) // a citizen who closes the page in mid-way has still said it
public class ParticipationResource {
    private static final String WANTED = "Wajib diisi.";
    private static final String TOO_LONG = "Paling banyak 5.000 karakter.";
    private static final int LONGEST = 5000;
    private static final int LONGEST_COMMENT = 1000;
    private static final String KEY_TOO_LONG = "Isi dengan 1 sampai 255 karakter.";
    private static final int LONGEST_KEY = 255;

    private final Participation participation;

    ParticipationResource(Participation participation) {
        this.participation = participation;
    }

    @POST
    @Path("/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = Participated.Added.class, responseCode = "201")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "429")
    public Uni<Response> reply(
            String number,
            @HeaderParam("Tanggap-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = LONGEST_KEY, message = KEY_TOO_LONG) @Nullable
                    String key,
            @NotNull(message = WANTED) @Valid Reply reply) {
        return add(number, secret, new Word(Step.REPLIED, reply.text().strip(), null, reply.tickets(), key));
    }

    /** What the citizen tells without having been asked. */
    @POST
    @Path("/supplement")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = Participated.Added.class, responseCode = "201")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "429")
    public Uni<Response> supplement(
            String number,
            @HeaderParam("Tanggap-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = LONGEST_KEY, message = KEY_TOO_LONG) @Nullable
                    String key,
            @NotNull(message = WANTED) @Valid Reply supplement) {
        return add(
                number,
                secret,
                new Word(Step.SUPPLEMENTED, supplement.text().strip(), null, supplement.tickets(), key));
    }

    /** That the office may hand the complaint, which was not answered for long, to the Ombudsman. */
    @POST
    @Path("/ombudsman-agreement")
    @APIResponseSchema(value = Participated.Added.class, responseCode = "201")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "429")
    public Uni<Response> agree(
            String number,
            @HeaderParam("Tanggap-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = LONGEST_KEY, message = KEY_TOO_LONG) @Nullable
                    String key) {
        return add(number, secret, new Word(Step.OMBUDSMAN_AGREED, null, null, List.of(), key));
    }

    @POST
    @Path("/objection")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = Participated.Added.class, responseCode = "201")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "429")
    public Uni<Response> object(
            String number,
            @HeaderParam("Tanggap-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = LONGEST_KEY, message = KEY_TOO_LONG) @Nullable
                    String key,
            @NotNull(message = WANTED) @Valid Objection objection) {
        return add(number, secret, new Word(Step.OBJECTED, objection.reason().strip(), null, objection.tickets(), key));
    }

    @POST
    @Path("/withdrawal")
    @APIResponseSchema(value = Participated.Added.class, responseCode = "201")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "429")
    public Uni<Response> withdraw(
            String number,
            @HeaderParam("Tanggap-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = LONGEST_KEY, message = KEY_TOO_LONG) @Nullable
                    String key) {
        return add(number, secret, new Word(Step.WITHDRAWN, null, null, List.of(), key));
    }

    @POST
    @Path("/survey")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = Participated.Added.class, responseCode = "201")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "429")
    public Uni<Response> survey(
            String number,
            @HeaderParam("Tanggap-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = LONGEST_KEY, message = KEY_TOO_LONG) @Nullable
                    String key,
            @NotNull(message = WANTED) @Valid Survey survey) {
        return add(
                number,
                secret,
                new Word(Step.SURVEYED, survey.words(), survey.scores().told(), List.of(), key));
    }

    private Uni<Response> add(String number, @Nullable String secret, Word word) {
        if (secret == null || secret.isBlank()) {
            return Uni.createFrom().item(TimelineResource.secretWanted());
        }
        return participation.add(number, secret, word).map(ParticipationResource::answer);
    }

    private static Response answer(Participated participated) {
        return switch (participated) {
            case Participated.Added added ->
                Response.status(Response.Status.CREATED).entity(added).build();
            case Participated.Refused(var why) -> Problem.conflict(why.text());
            case Participated.WithoutFile(var errors) -> Problem.invalid(errors);
            case Participated.NotTheirs() -> TimelineResource.noMatch();
        };
    }

    /** @param attachments the tickets of the files that were uploaded for it, at most five */
    public record Reply(
            @NotBlank(message = WANTED) @Size(max = LONGEST, message = TOO_LONG) @Words
            String text,

            @Ticket.Few @Nullable
            List<@NotBlank(message = WANTED) @Size(max = Ticket.LONGEST, message = Ticket.WANTED) String> attachments) {

        List<String> tickets() {
            return attachments == null ? List.of() : attachments;
        }

        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Reply[…]";
        }
    }

    /** @param attachments the tickets of the files that were uploaded for it, at most five */
    public record Objection(
            @NotBlank(message = WANTED) @Size(max = LONGEST, message = TOO_LONG) @Words
            String reason,

            @Ticket.Few @Nullable
            List<@NotBlank(message = WANTED) @Size(max = Ticket.LONGEST, message = Ticket.WANTED) String> attachments) {

        List<String> tickets() {
            return attachments == null ? List.of() : attachments;
        }

        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Objection[…]";
        }
    }

    /** The satisfaction survey (SKM, Permen PANRB 14/2017), of which every element is asked. */
    public record Survey(
            @NotNull(message = WANTED) @Valid Scores scores,

            @Size(max = LONGEST_COMMENT, message = "Paling banyak 1.000 karakter.") @Nullable
            String comment) {

        public @Nullable String words() {
            return comment == null || comment.isBlank() ? null : comment.strip();
        }

        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Survey[…]";
        }
    }

    /** From 1 to 4 each; see {@link SurveyScores}. */
    public record Scores(
            @Score @Nullable Integer requirements,
            @Score @Nullable Integer procedure,
            @Score @Nullable Integer time,
            @Score @Nullable Integer cost,
            @Score @Nullable Integer result,
            @Score @Nullable Integer competence,
            @Score @Nullable Integer conduct,
            @Score @Nullable Integer complaintHandling,
            @Score @Nullable Integer facilities) {

        public SurveyScores told() {
            return new SurveyScores(
                    requireNonNull(requirements),
                    requireNonNull(procedure),
                    requireNonNull(time),
                    requireNonNull(cost),
                    requireNonNull(result),
                    requireNonNull(competence),
                    requireNonNull(conduct),
                    requireNonNull(complaintHandling),
                    requireNonNull(facilities));
        }
    }

    /** Given, and from 1 to 4. */
    @NotNull(message = Score.WANTED)
    @Min(value = 1, message = Score.WANTED)
    @Max(value = 4, message = Score.WANTED)
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Score {
        String WANTED = "Pilih nilai 1 sampai 4.";

        String message() default WANTED;

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
