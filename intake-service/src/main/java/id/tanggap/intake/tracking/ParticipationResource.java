package id.tanggap.intake.tracking;

import id.tanggap.intake.complaint.PlainText;
import id.tanggap.intake.tracking.Participation.Word;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
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
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The citizen's words on the own complaint, with its number and the secret of the receipt. */
@Path("/api/intake/v1/complaints/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false) // a citizen who closes the page in mid-way has still said it
class ParticipationResource {
    private static final String WANTED = "Wajib diisi.";
    private static final String TOO_LONG = "Paling banyak 5.000 karakter.";
    private static final int LONGEST = 5000;
    private static final String KEY_TOO_LONG = "Isi dengan 1 sampai 255 karakter.";
    private static final int LONGEST_KEY = 255;

    private final Participation participation;

    ParticipationResource(Participation participation) {
        this.participation = participation;
    }

    @POST
    @Path("/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> reply(
            String number,
            @HeaderParam("Tanggap-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = LONGEST_KEY, message = KEY_TOO_LONG) @Nullable
                    String key,
            @NotNull(message = WANTED) @Valid Reply reply) {
        return add(number, secret, new Word(Step.REPLIED, reply.text().strip(), key));
    }

    @POST
    @Path("/objection")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> object(
            String number,
            @HeaderParam("Tanggap-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = LONGEST_KEY, message = KEY_TOO_LONG) @Nullable
                    String key,
            @NotNull(message = WANTED) @Valid Objection objection) {
        return add(number, secret, new Word(Step.OBJECTED, objection.reason().strip(), key));
    }

    @POST
    @Path("/withdrawal")
    public Uni<Response> withdraw(
            String number,
            @HeaderParam("Tanggap-Secret") @Nullable String secret,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = LONGEST_KEY, message = KEY_TOO_LONG) @Nullable
                    String key) {
        return add(number, secret, new Word(Step.WITHDRAWN, null, key));
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
            case Participated.NotTheirs() -> TimelineResource.noMatch();
        };
    }

    record Reply(
            @NotBlank(message = WANTED) @Size(max = LONGEST, message = TOO_LONG) @PlainText
            String text) {

        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Reply[…]";
        }
    }

    record Objection(
            @NotBlank(message = WANTED) @Size(max = LONGEST, message = TOO_LONG) @PlainText
            String reason) {

        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Objection[…]";
        }
    }
}
