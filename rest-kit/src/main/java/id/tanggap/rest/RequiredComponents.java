package id.tanggap.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Says in the published schema what the records say: a component is always there unless it is {@link Nullable}. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RequiredComponents implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private final Map<String, ClassInfo> records;

    public RequiredComponents(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.toUnmodifiableMap(it -> simpleName(it.name()), it -> it, (a, _) -> a));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().forEach(this::require);
        }
    }

    private void require(String name, Schema schema) {
        var type = records.get(name);
        if (type != null && schema.getProperties() != null) {
            schema.setRequired(type.recordComponents().stream()
                    .filter(component -> !component.type().hasAnnotation(NULLABLE))
                    .map(component -> component.name())
                    .filter(schema.getProperties()::containsKey)
                    .toList());
        }
    }

    private static String simpleName(DotName name) {
        var full = name.toString();
        return full.substring(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1);
    }
}
