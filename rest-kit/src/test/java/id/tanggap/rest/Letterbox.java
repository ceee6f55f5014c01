package id.tanggap.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.rest.sent.Within;
import id.tanggap.rest.sent.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A resource that can go wrong in every way. */
@Path("/letters")
@Produces(MediaType.APPLICATION_JSON)
public class Letterbox {
    private final Caller caller;
    private final Repeat repeat;

    Letterbox(Caller caller, Repeat repeat) {
        this.caller = caller;
        this.repeat = repeat;
    }

    public enum Colour {
        RED,
        BLUE
    }

    public record Letter(
            @NotBlank(message = "Wajib diisi.") @Nullable String text,
            @NotNull(message = "Wajib diisi.") @Nullable Colour colour,
            @Nullable Integer pages,
            @Valid @Nullable Sender sender,
            @Within(years = 1) @Nullable Instant postedAt,
            @Within(years = 2) @Nullable LocalDate dueOn,
            @Nullable Boolean registered,
            @Words @Nullable String remark) {}

    public record Sender(
            @Email(message = "Bukan alamat email.") @Nullable
            String email) {
        @JsonCreator
        public Sender {}
    }

    public record Stamp(String worth, @Nullable Colour colour) {}

    public record Parcel(int weight, @JsonUnwrapped Stamp stamp, String from) {}

    @GET
    @Path("/parcel")
    public Parcel parcel() {
        return new Parcel(7, new Stamp("3.000", null), "Surakarta");
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Letter post(@Valid @NotNull(message = "Wajib diisi.") Letter letter) {
        return letter;
    }

    /** Answers how large it is, wherever it was sent to. */
    @POST
    @Path("/{place: .+}")
    public int measure(byte[] picture) {
        return picture.length;
    }

    /** Answers by what it would be known. */
    @POST
    @Path("/registered")
    @DoneOnce
    @RolesAllowed("agency-admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public String register(Letter letter) {
        return letter.text() + " " + repeat.request() + " " + repeat.request("part");
    }

    @GET
    public Map<String, Integer> list(@QueryParam("limit") @Max(value = 100, message = "Paling besar 100.") int limit) {
        return Map.of("limit", limit);
    }

    /** Answers how each was understood. */
    @GET
    @Path("/search/{box}")
    public List<String> search(
            @PathParam("box") String box,
            @QueryParam("words") @Nullable String words,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("colour") @Nullable Colour colour,
            @QueryParam("day") @Nullable LocalDate day,
            @QueryParam("moment") @Nullable Instant moment,
            @QueryParam("after") @Nullable PageKey after,
            @BeanParam InABean bean) {
        return Stream.of(box, words, limit, open, colour, day, moment, after, bean.beanDay, bean.beanLimit)
                .map(String::valueOf)
                .toList();
    }

    public static class InABean {
        @QueryParam("beanDay")
        @Nullable
        LocalDate beanDay;

        @QueryParam("beanLimit")
        @DefaultValue("7")
        int beanLimit;
    }

    @GET
    @Path("/{state}")
    public Response state(@PathParam("state") String state) {
        return switch (state) {
            case "missing" -> Problem.notFound("Surat tidak ditemukan.");
            case "sealed" -> Problem.conflict("Surat sudah ditutup.");
            case "busy" -> Problem.busy("Aduan", 7);
            default -> throw new IllegalStateException("Budi wrote this");
        };
    }

    @GET
    @Path("/mine")
    @RolesAllowed("agency-admin")
    public Map<String, String> mine() {
        return Map.of(
                "id",
                caller.id(),
                "government",
                String.valueOf(caller.government()),
                "agency",
                String.valueOf(caller.agency()),
                "patron",
                String.valueOf(caller.has("patron")));
    }
}
