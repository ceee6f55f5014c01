package id.tanggap.intake.page.lodge;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.intake.attachment.Download;
import id.tanggap.intake.attachment.Uploads;
import id.tanggap.intake.page.frame.Answers;
import id.tanggap.intake.page.frame.SentFiles;
import id.tanggap.intake.page.frame.Visit;
import id.tanggap.masking.Maskings;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The form of a government, and the page on which it is read once more before it is sent. Every step ends on a page that
 * can be loaded anew; what was typed is kept with the first step.
 */
@Path("/lapor/{government}")
@Produces(MediaType.TEXT_HTML)
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
@Cancellable(false)
class LodgeResource {
    private final Governments governments;
    private final Maskings maskings;
    private final Drafts drafts;
    private final Lodging lodging;
    private final SentFiles files;
    private final Uploads uploads;
    private final Visit visit;
    private final MapConfig map;

    LodgeResource(
            Governments governments,
            Maskings maskings,
            Drafts drafts,
            Lodging lodging,
            SentFiles files,
            Uploads uploads,
            Visit visit,
            MapConfig map) {
        this.governments = governments;
        this.maskings = maskings;
        this.drafts = drafts;
        this.lodging = lodging;
        this.files = files;
        this.uploads = uploads;
        this.visit = visit;
        this.map = map;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> form(String government) {
        return of(
                government,
                found -> drafts.open(visit.visitor(), government)
                        .chain(kept -> form(found, kept == null ? Draft.EMPTY : kept.typed(), List.of())));
    }

    /** The empty form, which browsers keep for times without a connection. */
    @GET
    @Path("luring")
    @Operation(hidden = true)
    public Uni<Response> empty(String government) {
        return of(government, found -> form(found, Draft.EMPTY, List.of()));
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> save(String government, @BeanParam LodgeForm form) {
        return of(
                government,
                form.token,
                found -> drafts.open(visit.visitor(), government)
                        .map(kept -> kept == null ? Draft.EMPTY : kept.typed())
                        .chain(before -> ticketsBefore(before, form)
                                .chain(tickets -> files.take(tickets, form.sent()))
                                .chain(all -> save(
                                        found,
                                        form,
                                        form.draft(
                                                all.tickets(),
                                                all.position() == null ? before.photo() : all.position()),
                                        all.fault()))));
    }

    /** Without the one that is to go. */
    private Uni<List<String>> ticketsBefore(Draft before, LodgeForm form) {
        var tickets = Stream.concat(before.tickets().stream(), form.uploaded().stream())
                .toList();
        var gone = form.removed;
        return gone == null
                ? Uni.createFrom().item(tickets)
                : uploads.discard(gone).replaceWith(tickets);
    }

    private Uni<Response> save(Government government, LodgeForm form, Draft draft, @Nullable String fault) {
        return drafts.save(visit.visitor(), government.id(), draft)
                .chain(() -> form.staysOpen() || fault != null
                        ? again(government, draft, fault)
                        : Answers.goTo("/lapor/" + government.id() + "/periksa"));
    }

    /** Takes what the page suggested, and shows it there. */
    @POST
    @Path("pakai")
    @Operation(hidden = true)
    public Uni<Response> take(
            String government,
            @FormParam("token") @Nullable String token,
            @FormParam("region") @Nullable String region,
            @FormParam("category") @Nullable String category,
            @FormParam("foto") @Nullable String photo) {
        return of(
                government,
                token,
                _ -> drafts.open(visit.visitor(), government)
                        .chain(kept -> kept == null
                                ? Uni.createFrom().voidItem()
                                : drafts.save(
                                        visit.visitor(),
                                        government,
                                        kept.typed().taking(region, category, photo != null)))
                        .chain(() -> Answers.goTo("/lapor/" + government + "/periksa")));
    }

    /** Where nothing is wrong, on a page that can be loaded anew. */
    private Uni<Response> again(Government government, Draft draft, @Nullable String fault) {
        return fault == null
                ? Answers.goTo("/lapor/" + government.id() + "/#files")
                : form(government, draft, List.of(Fault.of("attachments", fault)));
    }

    /** One of the visitor's own files, which no complaint has yet. */
    @GET
    @Path("berkas/{place}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> file(String government, int place) {
        return drafts.open(visit.visitor(), government).chain(kept -> {
            var tickets = kept == null ? List.<String>of() : kept.typed().tickets();
            return files.known(tickets)
                    .map(known -> List.copyOf(known.keySet()))
                    .chain(known -> place >= 0 && place < known.size()
                            ? uploads.preview(known.get(place)).map(Download::of)
                            : Uni.createFrom().item(Problem.notFound("Berkas ini tidak ada.")));
        });
    }

    @GET
    @Path("periksa")
    @Operation(hidden = true)
    public Uni<Response> check(String government) {
        return of(
                government,
                found -> drafts.open(visit.visitor(), government).chain(kept -> {
                    if (kept == null) {
                        return Answers.goTo("/lapor/" + government + "/");
                    }
                    var faults = lodging.faults(kept.typed().complaint(government));
                    return faults.isEmpty() ? check(found, kept, null) : form(found, kept.typed(), faults);
                }));
    }

    @POST
    @Path("kirim")
    @Operation(hidden = true)
    public Uni<Response> send(
            String government, @FormParam("token") @Nullable String token, @FormParam("draft") @Nullable String draft) {
        return of(
                government,
                token,
                found -> lodging.send(visit.visitor(), id(draft)).chain(sent -> switch (sent) {
                    case Lodging.Sent.Accepted _ -> Answers.goTo("/tanda-terima/");
                    // Another page changed it: what is there now is read before it is sent.
                    case Lodging.Sent.Nothing _ -> Answers.goTo("/lapor/" + government + "/periksa");
                    case Lodging.Sent.Faulty(var typed, var faults) -> form(found, typed, faults);
                    case Lodging.Sent.Late(var kept) ->
                        check(found, kept, "Layanan sedang sibuk. Tunggu sebentar, lalu kirim lagi.");
                }));
    }

    @POST
    @Path("kosongkan")
    @Operation(hidden = true)
    public Uni<Response> clear(String government, @FormParam("token") @Nullable String token) {
        return of(
                government,
                token,
                _ -> drafts.clear(visit.visitor(), government)
                        .chain(() -> Answers.leaveTo("/lapor/" + government + "/")));
    }

    private Uni<Response> form(Government government, Draft draft, List<Fault> faults) {
        visit.lodgesWith(government.id());
        var restored = faults.isEmpty() && !draft.isEmpty();
        return files.known(draft.tickets())
                .chain(known -> Answers.page(
                        faults.isEmpty() ? 200 : 422,
                        LodgePages.lodge(
                                visit.frame(), LodgeView.of(government, null, draft, known, faults, restored, map))));
    }

    private Uni<Response> check(Government government, Kept kept, @Nullable String trouble) {
        return files.known(kept.typed().tickets())
                .chain(known -> Answers.ownPage(
                        trouble == null ? 200 : 503,
                        LodgePages.check(
                                visit.frame(),
                                LodgeView.of(government, kept.id(), kept.typed(), known, List.of(), false, map),
                                Masked.in(kept.typed(), maskings.in(government.id())),
                                trouble)));
    }

    /** Of none that is there when it is none at all. */
    private static UUID id(@Nullable String draft) {
        try {
            return UUID.fromString(Draft.orEmpty(draft));
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }

    private Uni<Response> of(String id, Function<Government, Uni<Response>> page) {
        var government = governments.find(id);
        return government == null
                ? Uni.createFrom().item(Problem.notFound("Pemerintah daerah ini tidak dilayani di sini."))
                : page.apply(government);
    }

    private Uni<Response> of(String id, @Nullable String token, Function<Government, Uni<Response>> page) {
        return visit.gave(token) ? of(id, page) : Uni.createFrom().item(Visit.stranger());
    }
}
