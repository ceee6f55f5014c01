package id.tanggap.intake.page.follow;

import id.tanggap.intake.attachment.Download;
import id.tanggap.intake.attachment.Found;
import id.tanggap.intake.page.frame.Answers;
import id.tanggap.intake.page.frame.SentFiles;
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
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The complaint that was opened with its secret, and the forms by which its citizen adds to it. */
@Path("/aduan")
@Produces(MediaType.TEXT_HTML)
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
@Cancellable(false)
class OwnResource {
    private final Timelines timelines;
    private final Participation participation;
    private final Validator validator;
    private final SentFiles files;
    private final OwnKey key;
    private final Visit visit;
    private final InstantSource time;

    OwnResource(
            Timelines timelines,
            Participation participation,
            Validator validator,
            SentFiles files,
            OwnKey key,
            Visit visit,
            InstantSource time) {
        this.timelines = timelines;
        this.participation = participation;
        this.validator = validator;
        this.files = files;
        this.key = key;
        this.visit = visit;
        this.time = time;
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
    public Uni<Response> reply(@BeanParam WordsForm form) {
        return words("reply", Step.REPLIED, form, fault(new Reply(form.words(), null)));
    }

    @POST
    @Path("tambah")
    @Operation(hidden = true)
    public Uni<Response> supplement(@BeanParam WordsForm form) {
        return words("supplement", Step.SUPPLEMENTED, form, fault(new Reply(form.words(), null)));
    }

    /** That the Ombudsman may be told. */
    @POST
    @Path("ombudsman")
    @Operation(hidden = true)
    public Uni<Response> agree(@FormParam("token") @Nullable String token) {
        return opened(
                token, pair -> add(pair, new Word(Step.OMBUDSMAN_AGREED, null, null, List.of(), token), Tried.NOTHING));
    }

    /** How each date is reckoned. */
    @GET
    @Path("tenggat")
    @Operation(hidden = true)
    public Uni<Response> dates() {
        var pair = key.kept();
        return pair == null
                ? Answers.goTo("/lacak/")
                : timelines
                        .reckoned(pair.number(), pair.secret())
                        .chain(reckoned -> reckoned == null
                                ? Answers.goTo("/lacak/")
                                : Answers.ownPage(200, FollowPages.dates(visit.frame(), new DatesView(reckoned))));
    }

    @POST
    @Path("keberatan")
    @Operation(hidden = true)
    public Uni<Response> object(@BeanParam WordsForm form) {
        return words("objection", Step.OBJECTED, form, fault(new Objection(form.words(), null)));
    }

    private Uni<Response> words(String act, Step step, WordsForm form, @Nullable String fault) {
        return opened(
                form.token,
                pair -> fault != null
                        ? show(422, Tried.words(act, form.words(), fault), null, null)
                        : files.take(List.of(), form.sent())
                                .chain(all -> all.fault() == null
                                        ? add(pair, form.word(step, all.tickets()), Tried.words(act, form.words(), ""))
                                        : show(422, Tried.words(act, form.words(), all.fault()), null, null)));
    }

    /** One of the complaint's files. */
    @GET
    @Path("berkas/{attachment}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> file(UUID attachment) {
        var pair = key.kept();
        return pair == null
                ? Answers.goTo("/lacak/")
                : timelines
                        .attachment(pair.number(), pair.secret(), attachment)
                        .map(found -> Download.of(found == null ? new Found.Nothing() : found));
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
        return opened(token, pair -> add(pair, new Word(Step.WITHDRAWN, null, null, List.of(), token), Tried.NOTHING));
    }

    /** Nobody who comes to this browser later shall find it open. */
    @POST
    @Path("tutup")
    @Operation(hidden = true)
    public Uni<Response> close(@FormParam("token") @Nullable String token) {
        key.forget();
        return Answers.leaveTo("/lacak/");
    }

    private Uni<Response> add(OwnKey.Pair pair, Word word, Tried tried) {
        return participation.add(pair.number(), pair.secret(), word).chain(became -> switch (became) {
            case Participated.Added _ -> Answers.goTo("/aduan/?kabar=" + News.of(word.step()));
            case Participated.Refused(var why) -> show(409, tried, null, why.text());
            case Participated.WithoutFile(var errors) ->
                show(422, tried, null, errors.getFirst().message());
            case Participated.NotTheirs _ -> Answers.goTo("/lacak/");
        });
    }

    private Uni<Response> show(int status, Tried tried, @Nullable String news, @Nullable String trouble) {
        var pair = key.kept();
        return pair == null
                ? Answers.goTo("/lacak/")
                : timelines
                        .of(pair.number(), pair.secret())
                        .chain(timeline -> timeline == null
                                ? Answers.goTo("/lacak/")
                                : Answers.ownPage(
                                        status,
                                        FollowPages.own(
                                                visit.frame(),
                                                new OwnView(timeline, time.instant(), tried, news, trouble))));
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
