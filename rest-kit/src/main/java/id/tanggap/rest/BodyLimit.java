package id.tanggap.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a body may be. Files are long, and nothing else that is sent is: a stranger cannot fill a service's memory. The
 * front door says the same, and says it to the caller.
 */
@ApplicationScoped
class BodyLimit {
    /** Behind the limit that is for all, before anything is read. */
    private static final int PRIORITY = 1;

    private final long ofFiles;
    private final long ofAllElse;
    private final List<Pattern> files;

    /** @param files the paths that files are sent to; {@code *} stands for one segment */
    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ofFiles,
            @ConfigProperty(name = "tanggap.sent.most") MemorySize ofAllElse,
            @ConfigProperty(name = "tanggap.sent.files") Optional<List<String>> files) {
        this.ofFiles = ofFiles.asLongValue();
        this.ofAllElse = ofAllElse.asLongValue();
        this.files = files.orElse(List.of()).stream()
                .map(path -> Pattern.compile(path.replace("*", "[^/]+")))
                .toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, PRIORITY);
    }

    private void limit(RoutingContext context) {
        var most = of(context);
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > most) {
            context.fail(413);
        } else {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            context.next();
        }
    }

    /** In bytes. */
    long of(RoutingContext context) {
        return files.stream()
                        .anyMatch(path -> path.matcher(context.normalizedPath()).matches())
                ? ofFiles
                : ofAllElse;
    }
}
