package id.tanggap.rest.openapi;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.Repeat;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** Which posts take an {@code Idempotency-Key}: those that are {@link DoneOnce}, or whose class is. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Repeats implements OASFilter {
    private static final String NAME = "IdempotencyKey";

    /** Classes and operations, as {@link Naming} calls them. */
    private final Set<String> doneOnce;

    public Repeats(IndexView index) {
        doneOnce = index.getAnnotations(DoneOnce.class).stream()
                .map(AnnotationInstance::target)
                .map(Repeats::name)
                .collect(toUnmodifiableSet());
    }

    private static String name(AnnotationTarget target) {
        return target.kind() == AnnotationTarget.Kind.CLASS
                ? name(target.asClass())
                : name(target.asMethod().declaringClass()) + "_"
                        + target.asMethod().name();
    }

    private static String name(ClassInfo resource) {
        return resource.simpleName().replaceFirst("Resource$", "");
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var posts = api.getPaths().getPathItems().values().stream()
                .map(PathItem::getPOST)
                .filter(Objects::nonNull)
                .filter(this::isDoneOnce)
                .toList();
        posts.forEach(post -> post.addParameter(OASFactory.createParameter().ref(NAME)));
        if (!posts.isEmpty()) {
            api.getComponents().addParameter(NAME, parameter());
        }
    }

    private boolean isDoneOnce(Operation post) {
        var operation = post.getOperationId().replace("Resource_", "_");
        return doneOnce.contains(operation) || doneOnce.contains(operation.replaceFirst("_.*", ""));
    }

    private static Parameter parameter() {
        return OASFactory.createParameter()
                .name(Repeat.HEADER)
                .in(Parameter.In.HEADER)
                .description(
                        "The sender's own for this request. Sent again under it with the same words, because the answer"
                                + " was lost, it is answered as before and done once.")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
