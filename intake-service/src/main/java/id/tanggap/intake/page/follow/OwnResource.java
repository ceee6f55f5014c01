package id.tanggap.intake.page.follow;

import id.tanggap.intake.page.frame.Answers;
import id.tanggap.intake.page.frame.Visit;
import id.tanggap.intake.participation.Participated;
import id.tanggap.intake.participation.Participation;
import id.tanggap.intake.participation.Participation.Word;
import id.tanggap.intake.participation.ParticipationResource.Objection;
import id.tanggap.intake.participation.ParticipationResource.Reply;
import id.tanggap.intake.tracking.Step;
import id.tanggap.intake.tracking.Timelines;
import io.smallrye.mutiny.Uni;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The complaint that was opened with its secret, and the forms by which its citizen adds to it. */
@Path("/aduan")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Cancellable(false)
class OwnResource {
    private final Timelines timelines;
    private final Participation participation;
    private final Validator validator;
    private final OwnKey key;
    private final Visit visit;

    OwnResource(Timelines timelines, Participation participation, Validator validator, OwnKey key, Visit visit) {
        this.timelines = timelines;
        this.participation = participation;
        this.validator = validator;
        this.key = key;
        this.visit = visit;
    }

    /** @param news what was done on the page before */
    @GET
    @Operation(hidden = true)
    public Uni<Response> show(@QueryParam("kabar") @DefaultValue("") String news) {
        return show(200, Tried.NOTHING, News.of(news), null);
    }

    @POST
    @Path("balas")
    @Operation(hidden = true)
    public Uni<Response> reply(
            @FormParam("token") @Nullable String token, @FormParam("text") @DefaultValue("") String text) {
        return opened(token, pair -> {
            var fault = fault(new Reply(text));
            return fault == null
                    ? add(pair, new Word(Step.REPLIED, text.strip(), null, token), Tried.words("reply", text, ""))
                    : show(422, Tried.words("reply", text, fault), null, null);
        });
    }

    @POST
    @Path("keberatan")
    @Operation(hidden = true)
    public Uni<Response> object(
            @FormParam("token") @Nullable String token, @FormParam("text") @DefaultValue("") String text) {
        return opened(token, pair -> {
            var fault = fault(new Objection(text));
            return fault == null
                    ? add(pair, new Word(Step.OBJECTED, text.strip(), null, token), Tried.words("objection", text, ""))
                    : show(422, Tried.words("objection", text, fault), null, null);
        });
    }

    @POST
    @Path("survei")
    @Operation(hidden = true)
    public Uni<Response> survey(@FormParam("token") @Nullable String token, @BeanParam SurveyForm form) {
        return opened(
                token,
                pair -> form.missing().isEmpty() && fault(form.survey()) == null
                        ? add(pair, form.word(token), form.tried(null))
                        : show(422, form.tried(form.missing().isEmpty() ? fault(form.survey()) : null), null, null));
    }

    @POST
    @Path("cabut")
    @Operation(hidden = true)
    public Uni<Response> withdraw(@FormParam("token") @Nullable String token) {
        return opened(token, pair -> add(pair, new Word(Step.WITHDRAWN, null, null, token), Tried.NOTHING));
    }

    /** Nobody who comes to this browser later shall find it open. */
    @POST
    @Path("tutup")
    @Operation(hidden = true)
    public Uni<Response> close(@FormParam("token") @Nullable String token) {
        key.forget();
        return Answers.goTo("/lacak/");
    }

    private Uni<Response> add(OwnKey.Pair pair, Word word, Tried tried) {
        return participation.add(pair.number(), pair.secret(), word).chain(became -> switch (became) {
            case Participated.Added _ -> Answers.goTo("/aduan/?kabar=" + News.of(word.step()));
            case Participated.Refused(var why) -> show(409, tried, null, why.text());
            case Participated.NotTheirs _ -> Answers.goTo("/lacak/");
        });
    }

    private Uni<Response> show(int status, Tried tried, @Nullable String news, @Nullable String trouble) {
        var pair = key.kept();
        return pair == null
                ? Answers.goTo("/lacak/")
                : timelines.of(pair.number(), pair.secret())
                        .chain(timeline -> timeline == null
                                ? Answers.goTo("/lacak/")
                                : Answers.page(
                                        status,
                                        FollowPages.own(visit.frame(), new OwnView(timeline, tried, news, trouble))));
    }

    private Uni<Response> opened(@Nullable String token, Function<OwnKey.Pair, Uni<Response>> act) {
        if (!visit.gave(token)) {
            return Uni.createFrom().item(Visit.stranger());
        }
        var pair = key.kept();
        return pair == null ? Answers.goTo("/lacak/") : act.apply(pair);
    }

    private @Nullable String fault(Object words) {
        return validator.validate(words).stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
