package id.tanggap.intake.past;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Files of the past are large, and nothing else that intake is sent: a stranger cannot fill its memory. */
@ApplicationScoped
class UploadLimit {
    /** In bytes. A complaint of 5,000 characters in any encoding fits. */
    private static final long ALL_ELSE = 64 << 10;
    /** Behind the limit that is for all, before anything is read. */
    private static final int PRIORITY = 1;

    void register(@Observes Filters filters) {
        filters.register(UploadLimit::limit, PRIORITY);
    }

    private static void limit(RoutingContext context) {
        if (!context.normalizedPath().equals(PastResource.PATH)) {
            var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            if (length != null && Long.parseLong(length) > ALL_ELSE) {
                context.fail(413);
                return;
            }
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, ALL_ELSE);
        }
        context.next();
    }
}
