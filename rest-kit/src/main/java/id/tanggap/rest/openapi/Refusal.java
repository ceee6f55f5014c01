package id.tanggap.rest.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jspecify.annotations.Nullable;

/** A way to refuse a call, what it tells, and the operations from which it follows. */
enum Refusal {
    INVALID("400", "Something sent is missing or wrong; errors names the fields."),
    SIGN_IN_REQUIRED("401", "No token came, or one that is not valid.", "WWW-Authenticate"),
    FORBIDDEN("403", "The caller has none of the roles, or acts for no government of ours."),
    NOT_FOUND("404", "It does not exist, or is none of the caller's business."),
    CONFLICT("409", "Not possible in the state that the thing is in."),
    GONE("410", "It was erased."),
    TOO_LARGE("413", "The body is larger than the operation takes."),
    KEY_REUSED("422", "The Idempotency-Key came with something else before."),
    TOO_MANY("429", "Too many calls from one address.", Refusal.RETRY_AFTER),
    UNAVAILABLE("503", "Not possible for the moment.", Refusal.RETRY_AFTER),
    OTHER("default", "Whatever else may happen to a call over HTTP.");

    static final String RETRY_AFTER = "Retry-After";

    final String status;
    final String description;
    final @Nullable String header;

    Refusal(String status, String description) {
        this(status, description, null);
    }

    Refusal(String status, String description, @Nullable String header) {
        this.status = status;
        this.description = description;
        this.header = header;
    }

    /** As the shared response is called. */
    String title() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** Whether it follows from what an operation takes and whom it is for; else the operation has to say it. */
    boolean followsFrom(Operation operation) {
        return switch (this) {
            case INVALID -> readsWhatIsSent(operation);
            case SIGN_IN_REQUIRED, FORBIDDEN -> isForRoles(operation);
            case NOT_FOUND -> namesAThing(operation);
            case TOO_LARGE -> takesABody(operation);
            case UNAVAILABLE, OTHER -> true;
            case CONFLICT, GONE, KEY_REUSED, TOO_MANY -> false;
        };
    }

    private static boolean isForRoles(Operation operation) {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    private static boolean takesABody(Operation operation) {
        return operation.getRequestBody() != null;
    }

    private static boolean readsWhatIsSent(Operation operation) {
        return takesABody(operation)
                || parameters(operation).anyMatch(it -> it.getIn() == In.PATH ? isChecked(it) : !isMerelyAnId(it));
    }

    /** An address in which each part has to match a pattern is wrong where it does not, instead of not there. */
    private static boolean namesAThing(Operation operation) {
        return parameters(operation).anyMatch(it -> it.getIn() == In.PATH && !isChecked(it));
    }

    private static boolean isChecked(Parameter parameter) {
        return Stream.ofNullable(parameter.getSchema()).map(Schema::getPattern).anyMatch(Objects::nonNull);
    }

    /** One that is no id finds nothing, too. */
    private static boolean isMerelyAnId(Parameter parameter) {
        return !Boolean.TRUE.equals(parameter.getRequired())
                && Stream.ofNullable(parameter.getSchema())
                        .map(Schema::getRef)
                        .anyMatch(ref -> ref != null && ref.endsWith("/UUID"));
    }

    /** Its own; that which many share refuses nothing. */
    private static Stream<Parameter> parameters(Operation operation) {
        return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
                .filter(it -> it.getRef() == null);
    }
}
