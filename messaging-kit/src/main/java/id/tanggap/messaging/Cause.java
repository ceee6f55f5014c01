package id.tanggap.messaging;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong without the data it went wrong with: messages of exceptions quote values, and values may be a
 * citizen's.
 */
public final class Cause {
    public static String of(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "unknown";
            case PgException e ->
                "PostgreSQL " + e.getSqlState() + (e.getConstraint() == null ? "" : " on " + e.getConstraint());
            case JsonMappingException e -> "JSON does not fit at " + path(e);
            case Poison e -> e.getMessage() + (e.getCause() == null ? "" : ": " + of(e.getCause()));
            default ->
                failure.getClass().getSimpleName() + (failure.getCause() == null ? "" : ": " + of(failure.getCause()));
        };
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder("$");
        for (var reference : e.getPath()) {
            path.append(
                    reference.getFieldName() == null
                            ? "[" + reference.getIndex() + "]"
                            : "." + reference.getFieldName());
        }
        return path.toString();
    }

    private Cause() {}
}
