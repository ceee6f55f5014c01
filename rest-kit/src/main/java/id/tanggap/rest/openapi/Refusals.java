package id.tanggap.rest.openapi;

import id.tanggap.rest.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * How calls are refused, once for all operations: those refusals that follow from what an operation takes and whom it is
 * for, and, said by {@code @APIResponse(responseCode = …)} alone, those that only the operation knows of.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Refusals implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var operations = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        for (var refusal : Refusal.values()) {
            var refusing =
                    operations.stream().filter(it -> refuses(it, refusal)).toList();
            refusing.forEach(it -> it.getResponses().addAPIResponse(refusal.status, reference(refusal)));
            if (!refusing.isEmpty()) {
                api.getComponents().addResponse(refusal.title(), response(refusal));
            }
        }
        operations.forEach(Refusals::sort);
    }

    private static boolean refuses(Operation operation, Refusal refusal) {
        return refusal.followsFrom(operation) || isSaid(operation.getResponses().getAPIResponse(refusal.status));
    }

    /** Said without a word of its own. */
    private static boolean isSaid(@Nullable APIResponse response) {
        return response != null && response.getContent() == null;
    }

    private static APIResponse reference(Refusal refusal) {
        return OASFactory.createAPIResponse().ref(refusal.title());
    }

    private static APIResponse response(Refusal refusal) {
        var schema = OASFactory.createSchema().ref("Problem");
        var content = OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
        var response =
                OASFactory.createAPIResponse().description(refusal.description).content(content);
        return refusal.header == null ? response : response.addHeader(refusal.header, header(refusal.header));
    }

    private static Header header(String name) {
        var type = name.equals(Refusal.RETRY_AFTER) ? SchemaType.INTEGER : SchemaType.STRING;
        return OASFactory.createHeader().schema(OASFactory.createSchema().addType(type));
    }

    /** As a reader looks for them, whatever added them first. */
    private static void sort(Operation operation) {
        var responses = operation.getResponses();
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }
}
