package id.tanggap.rest.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** The schemas of what callers send, and of what lies within it; all others are of answers. */
final class SentSchemas {
    private final Map<String, Schema> all;
    private final Set<String> names = new HashSet<>();

    private SentSchemas(Map<String, Schema> all) {
        this.all = all;
    }

    static Set<String> of(OpenAPI api) {
        var sent = new SentSchemas(api.getComponents().getSchemas());
        bodies(api).forEach(sent::add);
        return sent.names;
    }

    private static Stream<Schema> bodies(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema);
    }

    private void add(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (names.add(name)) {
                add(all.get(name));
            }
        }
        add(schema.getItems());
        parts(schema).forEach(this::add);
    }

    private static Stream<Schema> parts(Schema schema) {
        var properties = schema.getProperties() == null
                ? List.<Schema>of()
                : schema.getProperties().values();
        return Stream.of(known(schema.getAllOf()), known(schema.getAnyOf()), known(schema.getOneOf()), properties)
                .flatMap(Collection::stream);
    }

    private static Collection<Schema> known(@Nullable List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}
