package id.tanggap.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * An operation is called by its class and method, without the word that every such class of ours ends with; an answer that
 * is no refusal and says no more, by its status.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Naming implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        operation.setOperationId(operation.getOperationId().replace("Resource_", "_"));
        operation.setTags(List.of(operation.getOperationId().replaceFirst("_.*", "")));
        operation.getResponses().getAPIResponses().forEach(Naming::describe);
        return operation;
    }

    private static void describe(String status, APIResponse response) {
        if (response.getDescription() == null && status.matches("[23]\\d\\d")) {
            response.setDescription(
                    Status.fromStatusCode(Integer.parseInt(status)).getReasonPhrase());
        }
    }
}
