package id.tanggap.response.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.governments.Governments;
import id.tanggap.governments.agency.Division;
import id.tanggap.response.desk.CaseStatus;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.response.queue.Counts.Count;
import id.tanggap.response.queue.Queue.DeadlineState;
import id.tanggap.response.queue.Queue.Filter;
import id.tanggap.response.queue.Queue.Sort;
import id.tanggap.rest.Caller;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Problem.FieldError;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The cases on the caller's desk, what they count, and who the caller is. */
@Path("/api/response/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.Name.AGENCY_ADMIN,
    Role.Name.DIVISION_STAFF,
    Role.Name.COORDINATOR,
    Role.Name.HEAD,
    Role.Name.PATRON,
    Role.Name.AUDITOR
})
class QueueResource {
    private final Queue queue;
    private final Counts counts;
    private final Overview overview;
    private final Governments governments;
    private final Caller caller;

    QueueResource(Queue queue, Counts counts, Overview overview, Governments governments, Caller caller) {
        this.queue = queue;
        this.counts = counts;
        this.overview = overview;
        this.governments = governments;
        this.caller = caller;
    }

    /** Cases by keyset pages; {@code status} may name several, joined by commas. */
    @GET
    @Path("/cases")
    @APIResponseSchema(Queue.Page.class)
    public Uni<Response> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("division") @Nullable String division,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("type") @Nullable String type,
            @QueryParam("category") @Nullable String category,
            @QueryParam("deadline") @Nullable String deadline,
            @QueryParam("assignee") @Nullable String assignee,
            @QueryParam("approval") boolean approval,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("answeredOn") @Nullable String answeredOn,
            @QueryParam("text") @Nullable @Size(max = 200, message = "Paling banyak 200 karakter.") String text,
            @QueryParam("sort") @DefaultValue("NEWEST") String sort,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Paling sedikit 1.")
                    @Max(value = 200, message = "Paling banyak 200.")
                    int limit,
            @QueryParam("after") @Nullable String after) {
        return own(officer -> {
            var input = new Input();
            var filter = new Filter(
                    input.all("status", CaseStatus.class, status),
                    filled(agency),
                    filled(division),
                    filled(channel),
                    filled(type),
                    filled(category),
                    input.one("deadline", DeadlineState.class, deadline),
                    "me".equals(assignee) ? officer.id() : filled(assignee),
                    approval,
                    input.day("from", from),
                    input.day("to", to),
                    input.day("answeredOn", answeredOn),
                    filled(text));
            var by = Objects.requireNonNullElse(input.one("sort", Sort.class, sort), Sort.NEWEST);
            var key = input.key(after);
            return input.errors.isEmpty()
                    ? queue.page(officer, filter, by, limit, key)
                            .map(page -> Response.ok(page).build())
                    : Uni.createFrom().item(Problem.invalid(input.errors));
        });
    }

    /** How many cases lie in each view. */
    @GET
    @Path("/counts")
    @APIResponseSchema(Count[].class)
    public Uni<Response> counts() {
        return own(officer -> counts.of(officer).map(found -> Response.ok(found).build()));
    }

    /** The load of the day, who is overdue, and how old the open cases are. */
    @GET
    @Path("/overview")
    @RolesAllowed({Role.Name.AGENCY_ADMIN, Role.Name.COORDINATOR, Role.Name.HEAD, Role.Name.PATRON, Role.Name.AUDITOR})
    @APIResponseSchema(Overview.Load.class)
    public Uni<Response> overview() {
        return own(
                officer -> overview.of(officer).map(found -> Response.ok(found).build()));
    }

    /** Who the caller is at this desk. */
    @GET
    @Path("/me")
    @APIResponseSchema(Me.class)
    public Uni<Response> me() {
        return own(officer -> {
            var government = Objects.requireNonNull(governments.find(officer.government()));
            var agency = officer.agency() == null ? null : government.agency(officer.agency());
            var division = agency == null || officer.division() == null ? null : agency.division(officer.division());
            return Uni.createFrom()
                    .item(Response.ok(new Me(
                                    officer.id(),
                                    officer.name(),
                                    government.id(),
                                    government.name(),
                                    government.calendar().zone().getId(),
                                    officer.agency(),
                                    agency == null ? null : agency.name(),
                                    officer.division(),
                                    division == null ? null : division.name(),
                                    officer.roles().stream()
                                            .map(Role::realmRole)
                                            .sorted()
                                            .toList(),
                                    agency == null ? List.of() : agency.divisions()))
                            .build());
        });
    }

    private Uni<Response> own(Function<Officer, Uni<Response>> answer) {
        var officer = Officer.of(caller);
        return officer == null || governments.find(officer.government()) == null
                ? Uni.createFrom().item(Problem.forbidden())
                : answer.apply(officer);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /**
     * @param timeZone of the government, such as {@code Asia/Jakarta}
     * @param divisions of the caller's agency
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            String id,
            String name,
            String government,
            String governmentName,
            String timeZone,
            @Nullable String agency,
            @Nullable String agencyName,
            @Nullable String division,
            @Nullable String divisionName,
            List<String> roles,
            List<Division> divisions) {}

    /** Reads query parameters and tells all that are wrong at once. */
    private static final class Input {
        private final List<FieldError> errors = new ArrayList<>();

        <E extends Enum<E>> Set<E> all(String field, Class<E> type, @Nullable String text) {
            var wanted = EnumSet.noneOf(type);
            for (var name : text == null || text.isBlank() ? new String[0] : text.split(",")) {
                var one = one(field, type, name.strip());
                if (one != null) {
                    wanted.add(one);
                }
            }
            return wanted;
        }

        <E extends Enum<E>> @Nullable E one(String field, Class<E> type, @Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            var found = Arrays.stream(type.getEnumConstants())
                    .filter(known -> known.name().equals(text))
                    .findFirst();
            if (found.isEmpty()) {
                errors.add(new FieldError(field, "Pilih salah satu: " + Arrays.toString(type.getEnumConstants())));
            }
            return found.orElse(null);
        }

        @Nullable
        LocalDate day(String field, @Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text);
            } catch (DateTimeException notADay) {
                errors.add(new FieldError(field, "Tulis tanggal seperti 2026-08-17."));
                return null;
            }
        }

        @Nullable
        PageKey key(@Nullable String after) {
            var key = after == null ? null : PageKey.decode(after);
            if (after != null && key == null) {
                errors.add(new FieldError("after", "Gunakan nilai next dari halaman sebelumnya."));
            }
            return key;
        }
    }
}
