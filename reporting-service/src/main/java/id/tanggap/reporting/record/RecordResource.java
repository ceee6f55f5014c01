package id.tanggap.reporting.record;

import id.tanggap.contracts.book.BookCsv.Separator;
import id.tanggap.reporting.OwnGovernment;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import id.tanggap.search.Question;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The record book of a government, for those who evaluate; for an agency's admin that of the agency. */
@Path("/api/reporting/v1/records/{government}")
@RolesAllowed({"intake-officer", "coordinator", "analyst", "head", "archivist", "auditor", "agency-admin"})
class RecordResource {
    private static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Records records;
    private final OwnGovernment own;
    private final Caller caller;

    RecordResource(Records records, OwnGovernment own, Caller caller) {
        this.records = records;
        this.own = own;
        this.caller = caller;
    }

    /** @param next to be sent back as {@code after} for the next page; null on the last */
    record Page(List<RecordRow> rows, @Nullable String next) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Page.class)),
                @Content(mediaType = CSV),
                @Content(mediaType = XLSX)
            })
    public Uni<Response> page(
            @RestPath String government,
            @BeanParam @Valid RecordQuery query,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Pattern(regexp = "[1-9]\\d?|[1-4]\\d\\d|500", message = "Tulis bilangan dari 1 sampai 500.")
                    String limit,
            @QueryParam("after") @Nullable String after,
            @QueryParam("format") @Nullable @Pattern(regexp = "json|csv|xlsx", message = "Pilih json, csv atau xlsx.")
                    String format) {
        var from = after == null ? RecordKey.START : RecordKey.decode(after);
        if (from == null) {
            return Uni.createFrom().item(Problem.invalid("after", "Kirim nilai next dari halaman sebelumnya."));
        }
        var most = Integer.parseInt(limit);
        // One row more than asked for tells whether there is a next page.
        return records.page(filter(government, query), from, most + 1).map(rows -> {
            var page = rows.size() > most ? rows.subList(0, most) : rows;
            var next =
                    page.size() < rows.size() ? RecordKey.after(page.getLast()).encode() : null;
            return Response.ok(new Page(page, next)).build();
        });
    }

    @GET
    @Produces(CSV + ";qs=0.5")
    @Operation(hidden = true) // told with the page: one address, three media types
    public Multi<byte[]> csv(@RestPath String government, @BeanParam @Valid RecordQuery query) {
        var filter = filter(government, query);
        var csv = new RecordCsv(
                filter.government(), audience(query), Separator.valueOf(query.sep.toUpperCase(Locale.ROOT)));
        var begun = new boolean[1];
        // The header goes with the first rows: a database that does not answer is then still told by a status.
        var lines = records.chunks(filter).map(rows -> {
            var first = !begun[0];
            begun[0] = true;
            return first ? csv.headerAndLines(rows) : csv.lines(rows);
        });
        return RestMulti.fromMultiData(lines)
                .header("Content-Type", CSV + ";charset=UTF-8")
                .header("Content-Disposition", attachment(filter, "csv"))
                .build();
    }

    @GET
    @Produces(XLSX + ";qs=0.4")
    @Operation(hidden = true)
    @Blocking
    public Response xlsx(@RestPath String government, @BeanParam @Valid RecordQuery query) {
        var filter = filter(government, query);
        var audience = audience(query);
        StreamingOutput rows = out -> {
            try (var workbook = new RecordWorkbook(out, filter.government(), audience)) {
                for (var chunk : records.chunks(filter).subscribe().asIterable(1, () -> new ArrayBlockingQueue<>(1))) {
                    workbook.add(chunk);
                }
            }
        };
        return Response.ok(rows, XLSX)
                .header("Content-Disposition", attachment(filter, "xlsx"))
                .build();
    }

    private RecordFilter filter(String id, RecordQuery query) {
        var government = own.of(id);
        var agency = caller.isForAWholeGovernment() ? query.agency : caller.agency();
        if (agency == null && !caller.isForAWholeGovernment()) {
            throw new ForbiddenException();
        }
        var from = YearMonth.parse(query.month);
        return new RecordFilter(
                government,
                from,
                query.through == null ? from : YearMonth.parse(query.through),
                agency,
                query.category,
                query.type,
                query.channel,
                query.area,
                query.state,
                query.lateness,
                !audience(query).seesSecretComplaints(),
                query.notInVersion == null ? null : Integer.valueOf(query.notInVersion),
                Question.of(query.text));
    }

    private Audience audience(RecordQuery query) {
        if (!caller.isForAWholeGovernment()) {
            return Audience.AGENCY;
        }
        return query.audience == null ? Audience.INTERNAL : Audience.valueOf(query.audience.toUpperCase(Locale.ROOT));
    }

    private static String attachment(RecordFilter filter, String extension) {
        var months = filter.from() + (filter.to().equals(filter.from()) ? "" : "_" + filter.to());
        return "attachment; filename=\"aduan-%s-%s.%s\""
                .formatted(filter.government().id(), months, extension);
    }
}
