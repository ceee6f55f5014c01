package id.tanggap.reporting.recap;

import id.tanggap.governments.Governments;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The recap for those who evaluate it. A caller sees the own government; any other one is not found, as if it did not
 * exist.
 */
@Path("/api/reporting/v1/recaps/{government}/{month}")
@RolesAllowed({"coordinator", "head", "auditor"})
class RecapResource {
    private static final String MONTH = "2\\d{3}-(0[1-9]|1[0-2])";
    private static final String MONTH_EXPECTED = "Tulis bulan sebagai tttt-bb, misalnya 2026-01.";

    private final MonthlyRecap monthlyRecap;
    private final Governments governments;
    private final Caller caller;

    RecapResource(MonthlyRecap monthlyRecap, Governments governments, Caller caller) {
        this.monthlyRecap = monthlyRecap;
        this.governments = governments;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> json(
            @RestPath String government,
            @RestPath @Pattern(regexp = MONTH, message = MONTH_EXPECTED) String month,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Pattern(regexp = "[1-9]\\d?|[1-4]\\d\\d|500", message = "Tulis bilangan dari 1 sampai 500.")
                    String limit,
            @QueryParam("after") @Nullable String after,
            @QueryParam("format") @Nullable @Pattern(regexp = "json|csv", message = "Pilih json atau csv.")
                    String format) {
        var from = after == null ? RecapKey.START : RecapKey.decode(after);
        if (from == null) {
            return Uni.createFrom().item(Problem.invalid("after", "Kirim nilai next dari halaman sebelumnya."));
        }
        return monthlyRecap
                .page(own(government, month), from, Integer.parseInt(limit))
                .map(recap -> Response.ok(recap).build());
    }

    @GET
    @Produces("text/csv;qs=0.5")
    public Multi<byte[]> csv(
            @RestPath String government, @RestPath @Pattern(regexp = MONTH, message = MONTH_EXPECTED) String month) {
        var own = own(government, month);
        return RestMulti.fromMultiData(monthlyRecap.csv(own))
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"rekap-" + own.government().id() + "-" + month + ".csv\"")
                .build();
    }

    private RecapMonth own(String id, String month) {
        var government = id.equals(caller.government()) ? governments.find(id) : null;
        if (government == null) {
            throw new NotFoundException();
        }
        return new RecapMonth(government, YearMonth.parse(month));
    }
}
