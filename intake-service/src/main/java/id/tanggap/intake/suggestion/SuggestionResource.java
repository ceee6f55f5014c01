package id.tanggap.intake.suggestion;

import static java.util.Objects.requireNonNullElse;

import id.tanggap.governments.Governments;
import id.tanggap.governments.place.Boundary.Point;
import id.tanggap.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Suggestions for a complaint that is still being written. Nothing of it is kept, and nothing logged. */
@Path("/api/intake/v1/governments/{id}/suggestions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SuggestionResource {
    private final Governments governments;

    SuggestionResource(Governments governments) {
        this.governments = governments;
    }

    /**
     * @param lat decimal degrees; nothing is said of a point without both
     * @param lon likewise
     */
    record Unfinished(
            @Size(max = 200, message = "Paling banyak 200 karakter.") @Nullable
            String title,

            @Size(max = 5000, message = "Paling banyak 5.000 karakter.") @Nullable
            String text,

            @Size(max = 300, message = "Paling banyak 300 karakter.") @Nullable
            String address,

            @DecimalMin(value = "-90", message = "Antara -90 dan 90.")
            @DecimalMax(value = "90", message = "Antara -90 dan 90.")
            @Nullable
            Double lat,

            @DecimalMin(value = "-180", message = "Antara -180 dan 180.")
            @DecimalMax(value = "180", message = "Antara -180 dan 180.")
            @Nullable
            Double lon) {

        Suggestions.Words words() {
            return new Suggestions.Words(
                    requireNonNullElse(title, ""), requireNonNullElse(text, ""), requireNonNullElse(address, ""));
        }

        @Nullable
        Point point() {
            return lat == null || lon == null ? null : new Point(lon, lat);
        }

        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Unfinished[…]";
        }
    }

    @POST
    @APIResponseSchema(value = Suggestions.class, responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "429")
    public Response suggest(String id, @NotNull(message = "Isi tidak ada.") @Valid Unfinished unfinished) {
        var government = governments.find(id);
        return government == null
                ? Problem.notFound("Pemerintah daerah ini tidak dilayani di sini.")
                : Response.ok(Suggestions.of(government, unfinished.words(), unfinished.point()))
                        .header("Cache-Control", "no-store")
                        .build();
    }
}
