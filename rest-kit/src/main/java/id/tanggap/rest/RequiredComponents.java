package id.tanggap.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Says in the published schema what the records say: a component is always there unless it is {@link Nullable}. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RequiredComponents implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    /** By simple name, as schemas are named; several may share one. */
    private final Map<String, List<ClassInfo>> records;

    public RequiredComponents(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(it -> simpleName(it.name())));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().forEach(this::require);
        }
    }

    private void require(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        records.getOrDefault(name, List.of()).stream()
                .filter(type -> namesOf(type.recordComponents())
                        .containsAll(schema.getProperties().keySet()))
                .findFirst()
                .ifPresent(type -> schema.setRequired(namesOf(type.recordComponents().stream()
                                .filter(component -> !component.type().hasAnnotation(NULLABLE))
                                .toList())
                        .stream()
                        .filter(schema.getProperties()::containsKey)
                        .toList()));
    }

    private static List<String> namesOf(List<RecordComponentInfo> components) {
        return components.stream().map(RecordComponentInfo::name).toList();
    }

    private static String simpleName(DotName name) {
        var full = name.toString();
        return full.substring(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1);
    }
}
