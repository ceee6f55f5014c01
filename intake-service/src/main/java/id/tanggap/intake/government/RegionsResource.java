package id.tanggap.intake.government;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.place.Boundaries;
import id.tanggap.governments.place.Boundary;
import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Village;
import id.tanggap.rest.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The districts of a government with their villages, as GeoJSON (RFC 7946); without outlines where the government
 * brought none. A public fact, the same until the service starts anew: written once, and kept by those who ask.
 */
@Path("/api/intake/v1/governments/{id}/regions")
class RegionsResource {
    private static final String GEO_JSON = "application/geo+json";
    private static final String KEPT = "public, max-age=3600";

    private final Map<String, Published> published = new HashMap<>();

    private record Published(String text, EntityTag tag) {}

    RegionsResource(Governments governments, ObjectMapper json) throws JsonProcessingException {
        for (Government government : governments.all()) {
            String text = json.writeValueAsString(regions(government));
            UUID tag = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
            published.put(government.id(), new Published(text, new EntityTag(tag.toString())));
        }
    }

    @GET
    @Produces({GEO_JSON, Problem.MEDIA_TYPE})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = GEO_JSON, schema = @Schema(implementation = Regions.class)))
    @APIResponse(responseCode = "304")
    public Response regions(String id, @Context Request request) {
        Published found = published.get(id);
        if (found == null) {
            return Problem.notFound("Pemerintah daerah ini tidak dilayani di sini.");
        }
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(found.tag());
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(found.text(), GEO_JSON) : unchanged;
        return answer.tag(found.tag()).header(HttpHeaders.CACHE_CONTROL, KEPT).build();
    }

    private static Regions regions(Government government) {
        Boundaries boundaries = government.boundaries();
        return new Regions(
                "FeatureCollection",
                boundaries == null ? null : boundaries.source(),
                boundaries == null ? null : boundaries.accuracy(),
                government.districts().stream()
                        .map(district -> new Feature(
                                "Feature",
                                properties(district),
                                boundaries == null
                                        ? null
                                        : geometry(boundaries.ofDistricts().get(district.code()))))
                        .toList());
    }

    private static Properties properties(District district) {
        return new Properties(
                district.code(),
                district.name(),
                district.villages().stream()
                        .map(village -> new VillageView(village.code(), village.name(), village.kind()))
                        .toList());
    }

    private static @Nullable Geometry geometry(@Nullable Boundary boundary) {
        return boundary == null
                ? null
                : new Geometry(
                        "MultiPolygon",
                        boundary.polygons().stream()
                                .map(polygon -> polygon.stream()
                                        .map(ring -> ring.stream()
                                                .map(point -> List.of(point.longitude(), point.latitude()))
                                                .toList())
                                        .toList())
                                .toList());
    }

    /**
     * @param source whose work the outlines are
     * @param accuracy to how many metres they are true
     */
    record Regions(
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String source,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer accuracy,

            List<Feature> features) {}

    /** @param geometry null is how the standard says that the place is not known */
    record Feature(
            String type,
            Properties properties,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Geometry geometry) {}

    record Properties(String code, String name, List<VillageView> villages) {}

    record VillageView(String code, String name, Village.Kind kind) {}

    record Geometry(String type, List<List<List<List<Double>>>> coordinates) {}
}
