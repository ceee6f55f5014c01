package id.tanggap.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Whom an operation is open to. The roles of which one suffices are told in words: as scopes, which is what the standard
 * takes them for with OpenID Connect, all of them would be asked of Keycloak, which has none of that name.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Access implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        var demanded = operation.getSecurity() == null ? List.<SecurityRequirement>of() : operation.getSecurity();
        operation.setSecurity(demanded.stream().map(Access::withoutScopes).toList());
        var roles = demanded.stream().flatMap(Access::scopes).collect(Collectors.joining("`, `"));
        if (!roles.isEmpty()) {
            operation.setDescription(Stream.of(operation.getDescription(), "For the roles `" + roles + "`.")
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")));
        }
        return operation;
    }

    private static Stream<String> scopes(SecurityRequirement requirement) {
        return requirement.getSchemes().values().stream().flatMap(Collection::stream);
    }

    private static SecurityRequirement withoutScopes(SecurityRequirement requirement) {
        var bare = OASFactory.createSecurityRequirement();
        requirement.getSchemes().keySet().forEach(bare::addScheme);
        return bare;
    }
}
