package id.tanggap.rest.openapi;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says in the published schema what the records say. A component is always there unless it is {@link Nullable}; one that
 * is may be missing from what is sent to us, and from what we answer it is missing or null, as {@link JsonInclude} has it. A number that is 0 may be missing by that too.
 * What is unwrapped stands where JSON has it, in place of its component.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RecordComponents implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NOT_NULL = DotName.createSimple("jakarta.validation.constraints.NotNull");

    private final IndexView index;

    /** By the name of the schema, which is the simple one where none is given; several may share one. */
    private final Map<String, List<ClassInfo>> records;

    public RecordComponents(IndexView index) {
        this.index = index;
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(RecordComponents::schemaName));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        var sent = SentSchemas.of(api);
        api.getComponents().getSchemas().forEach((name, schema) -> {
            var components = recordOf(name, schema);
            components.stream()
                    .sorted(Comparator.comparing(RecordComponentInfo::name))
                    .forEach(component -> describe(component, schema, sent.contains(name)));
            if (components.stream()
                    .anyMatch(it -> !schemaName(it.declaringClass()).equals(name))) {
                putInOrder(schema, components);
            }
        });
    }

    /** The components, shown in JSON, of the record that became the schema. */
    private List<RecordComponentInfo> recordOf(String name, Schema schema) {
        var properties = schema.getProperties() == null
                ? Set.<String>of()
                : schema.getProperties().keySet();
        return records.getOrDefault(name, List.of()).stream()
                .map(record -> shown(record).toList())
                .filter(components -> namesOf(components).containsAll(properties))
                .findFirst()
                .orElse(List.of())
                .stream()
                .filter(component -> properties.contains(component.name()))
                .toList();
    }

    private Stream<RecordComponentInfo> shown(ClassInfo record) {
        return record.recordComponentsInDeclarationOrder().stream()
                .flatMap(it ->
                        isUnwrapped(it) ? shown(index.getClassByName(it.type().name())) : Stream.of(it));
    }

    private static boolean isUnwrapped(RecordComponentInfo component) {
        return component.declaringClass().field(component.name()).hasAnnotation(UNWRAPPED);
    }

    /** The scanner tells first what is unwrapped, in any order. */
    private static void putInOrder(Schema schema, List<RecordComponentInfo> components) {
        var told = requireNonNull(schema.getProperties());
        var properties = new LinkedHashMap<String, Schema>();
        components.forEach(it -> properties.put(it.name(), requireNonNull(told.get(it.name()))));
        schema.setProperties(properties);
    }

    private void describe(RecordComponentInfo component, Schema schema, boolean sent) {
        if (isAlwaysThere(component, sent)) {
            require(component.name(), schema);
            if (isNullable(component) && !sent) {
                schema.addProperty(
                        component.name(),
                        orNull(requireNonNull(schema.getProperties().get(component.name()))));
            }
        }
    }

    private boolean isAlwaysThere(RecordComponentInfo component, boolean sent) {
        return sent ? !isNullable(component) || isDemanded(component) : !isLeftOut(component);
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    /** Whether a constraint of ours that includes {@code @NotNull} stands on it; the scanner knows the plain one. */
    private boolean isDemanded(RecordComponentInfo component) {
        return component.declaringClass().field(component.name()).annotations().stream()
                .map(annotation -> index.getClassByName(annotation.name()))
                .anyMatch(constraint -> constraint != null && constraint.hasDeclaredAnnotation(NOT_NULL));
    }

    private static boolean isLeftOut(RecordComponentInfo component) {
        return switch (inclusion(component)) {
            case "NON_NULL" -> isNullable(component);
            case "NON_EMPTY" -> isNullable(component) || component.type().kind() == Type.Kind.PARAMETERIZED_TYPE;
            case "NON_DEFAULT" -> component.type().kind() == Type.Kind.PRIMITIVE;
            default -> false;
        };
    }

    private static String inclusion(RecordComponentInfo component) {
        var type = component.declaringClass();
        return Stream.of(type.field(component.name()).annotation(INCLUDE), type.declaredAnnotation(INCLUDE))
                .filter(it -> it != null && it.target().kind() != AnnotationTarget.Kind.TYPE)
                .findFirst()
                .map(AnnotationInstance::value)
                .map(AnnotationValue::asEnum)
                .orElse("ALWAYS");
    }

    private static void require(String name, Schema schema) {
        if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
            schema.addRequired(name);
        }
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() == null) {
            return property.addType(SchemaType.NULL);
        }
        var none = OASFactory.createSchema().addType(SchemaType.NULL);
        return OASFactory.createSchema().addAnyOf(property).addAnyOf(none);
    }

    private static Set<String> namesOf(List<RecordComponentInfo> components) {
        return components.stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private static String schemaName(ClassInfo type) {
        var full = type.name().toString();
        return Stream.ofNullable(type.declaredAnnotation(SCHEMA))
                .flatMap(schema -> Stream.ofNullable(schema.value("name")))
                .map(AnnotationValue::asString)
                .findFirst()
                .orElse(full.substring(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1));
    }
}
