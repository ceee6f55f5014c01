package id.tanggap.intake.past;

import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.governments.Governments;
import id.tanggap.intake.past.PastFindings.FindingKey;
import id.tanggap.intake.past.PastFindings.FindingKind;
import id.tanggap.intake.past.PastFindings.FindingView;
import id.tanggap.intake.past.PastImport.State;
import id.tanggap.intake.past.PastImports.NewFile;
import id.tanggap.intake.past.file.FileKind;
import id.tanggap.intake.past.file.Stranger;
import id.tanggap.rest.Caller;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Repeat;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The import of the past (impor data lama): a file is kept and looked through, the officer reads what would become of its
 * rows, and says whether they are taken over.
 */
@Path(PastResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@Cancellable(false)
@DoneOnce
class PastResource {
    static final String PATH = "/api/intake/v1/imports";
    private static final int FINDINGS_AT_MOST = 200;
    private static final int IMPORTS_AT_MOST = 50;

    private final PastImports imports;
    private final PastFindings findings;
    private final PastWork work;
    private final Governments governments;
    private final Caller caller;
    private final Repeat repeat;

    PastResource(
            PastImports imports,
            PastFindings findings,
            PastWork work,
            Governments governments,
            Caller caller,
            Repeat repeat) {
        this.imports = imports;
        this.findings = findings;
        this.work = work;
        this.governments = governments;
        this.caller = caller;
        this.repeat = repeat;
    }

    /** @param file CSV, gzipped CSV or .xlsx, at most 10 MB as it is sent */
    @POST
    @Blocking // sealing ten megabytes takes longer than an event loop may
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = PastImport.class, responseCode = "202")
    public Uni<Response> keep(
            @QueryParam("name")
                    @DefaultValue("tanpa nama")
                    @Size(min = 1, max = 200, message = "Paling banyak 200 karakter.")
                    @Pattern(regexp = "[^\\p{Cc}]*", message = "Tulis nama berkas dalam satu baris.")
                    String name,
            @QueryParam("oversight")
                    @DefaultValue("secret")
                    @Pattern(regexp = "secret|as-told", message = "Isi dengan secret atau as-told.")
                    String oversight,
            @RequestBody(
                            content = {
                                @Content(mediaType = "text/csv"),
                                @Content(mediaType = "application/gzip"),
                                @Content(
                                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                            })
                    byte[] file) {
        if (FileKind.of(file) == null) {
            return now(Problem.invalid("file", Stranger.of(file).told()));
        }
        return withGovernment(government -> imports.forgetAbandoned()
                .chain(() -> imports.keep(
                        requireNonNullElseGet(repeat.request(), UuidCreator::getTimeOrderedEpoch),
                        new NewFile(government, name, file, oversight.equals("secret"), caller.id())))
                .invoke(work::begin)
                .map(one -> Response.accepted(one)
                        .location(URI.create(PATH + "/" + one.id()))
                        .build()));
    }

    @GET
    @APIResponseSchema(ImportPage.class)
    public Uni<Response> page(@QueryParam("after") @Nullable String after) {
        var key = after == null ? null : PageKey.decode(after);
        if (after != null && key == null) {
            return now(Problem.invalid("after", "Isi dengan nilai next dari halaman sebelumnya."));
        }
        return withGovernment(government -> imports.page(government, key, IMPORTS_AT_MOST)
                .map(items -> {
                    var last = items.size() < IMPORTS_AT_MOST ? null : items.getLast();
                    return fresh(new ImportPage(
                            items, last == null ? null : new PageKey(last.createdAt(), last.id()).encode()));
                }));
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(PastImport.class)
    public Uni<Response> find(UUID id) {
        return withGovernment(
                government -> imports.find(id, government).map(one -> one == null ? notFound() : fresh(one)));
    }

    /**
     * @param after no, column and reason of the last one read, as {@code next} gave them
     * @param only faults leaves out what rows are taken over with
     */
    @GET
    @Path("{id}/findings")
    @APIResponseSchema(FindingPage.class)
    public Uni<Response> findings(
            UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("only") @Pattern(regexp = "faults", message = "Isi dengan faults.") @Nullable String only) {
        var key = after == null ? FindingKey.START : FindingPage.key(after);
        if (key == null) {
            return now(Problem.invalid("after", "Isi dengan nilai next dari halaman sebelumnya."));
        }
        return withGovernment(government -> imports.find(id, government)
                .chain(one -> one == null
                        ? now(notFound())
                        : findings.page(id, key, only != null, FINDINGS_AT_MOST)
                                .map(items -> fresh(FindingPage.of(items)))));
    }

    /** What is said of the rows, each once, and of how many. */
    @GET
    @Path("{id}/findings/kinds")
    @APIResponseSchema(FindingKind[].class)
    public Uni<Response> kinds(UUID id) {
        return withGovernment(government -> imports.find(id, government)
                .chain(one -> one == null ? now(notFound()) : findings.kinds(id).map(PastResource::fresh)));
    }

    /**
     * The officer's word: take over what can be read.
     *
     * @param other of a file that seems to be another government's, that it is meant all the same
     */
    @POST
    @Path("{id}/run")
    @APIResponseSchema(value = PastImport.class, responseCode = "202")
    @APIResponse(responseCode = "409")
    public Uni<Response> run(
            UUID id,
            @QueryParam("other") @Pattern(regexp = "meant", message = "Isi dengan meant.") @Nullable String other) {
        return withGovernment(government -> (other == null
                        ? Uni.createFrom().voidItem()
                        : imports.meant(id, government, caller.id()))
                .chain(() -> imports.goOn(id, government, repeat.request()))
                .chain(one -> {
                    if (one != null) {
                        work.begin(one);
                        return now(Response.accepted(one).build());
                    }
                    return imports.find(id, government).map(found -> found == null ? notFound() : notRun(found));
                }));
    }

    private static Response notRun(PastImport found) {
        return found.state() == State.CHECKED
                ? Problem.of(
                        409,
                        "berkas-daerah-lain",
                        "Berkas tampaknya milik daerah lain",
                        "Kolomnya menyebut daerah lain. Bila memang berkas ini yang dimaksud, nyatakan itu lalu impor.")
                : Problem.conflict("Berkas ini belum selesai diperiksa, atau sudah diimpor.");
    }

    /** Erases a file and its findings, unless it is being taken over, or something of it was. */
    @DELETE
    @Path("{id}")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> drop(UUID id) {
        return withGovernment(
                government -> imports.drop(id, government)
                        .chain(
                                gone -> gone
                                        ? now(Response.noContent().build())
                                        : imports.find(id, government)
                                                .map(
                                                        other -> other == null
                                                                ? notFound()
                                                                : Problem.conflict(
                                                                        "Yang sudah diimpor tidak dapat dibuang; impornya dapat ditarik kembali."))));
    }

    private Uni<Response> withGovernment(Function<String, Uni<Response>> work) {
        var government = caller.government();
        return government == null || governments.find(government) == null
                ? now(Problem.forbidden())
                : work.apply(government);
    }

    static Response fresh(Object view) {
        return Response.ok(view).header("Cache-Control", "no-store").build();
    }

    static Response notFound() {
        return Problem.notFound("Tidak ada impor dengan id ini.");
    }

    private static Uni<Response> now(Response response) {
        return Uni.createFrom().item(response);
    }

    /** @param next where the following page begins; null on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportPage(List<PastImport> items, @Nullable String next) {}

    /** @param next where the following page begins; null on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingPage(List<FindingView> items, @Nullable String next) {
        private static final String BETWEEN = "\n";

        static FindingPage of(List<FindingView> items) {
            var last = items.size() < FINDINGS_AT_MOST ? null : items.getLast();
            return new FindingPage(
                    items,
                    last == null
                            ? null
                            : String.join(BETWEEN, String.valueOf(last.no()), last.column(), last.reason()));
        }

        /** Null for what {@link #next} never was. */
        static @Nullable FindingKey key(String next) {
            var parts = next.split(BETWEEN, -1);
            return parts.length == 3 && parts[0].matches("[0-9]{1,8}")
                    ? new FindingKey(Integer.parseInt(parts[0]), parts[1], parts[2])
                    : null;
        }
    }
}
