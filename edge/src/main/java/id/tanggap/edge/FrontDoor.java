package id.tanggap.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Decides for every request: hand it to a service, show a page, or refuse it. */
@Singleton
class FrontDoor {

    private static final String STAFF = "/staff/";

    private final EdgeConfig config;
    private final RouteTable routes;
    private final Guards guards;
    private final Forwarding forwarding;

    FrontDoor(EdgeConfig config, RouteTable routes, Guards guards, Forwarding forwarding) {
        this.config = config;
        this.routes = routes;
        this.guards = guards;
        this.forwarding = forwarding;
    }

    void open(@Observes Router router) {
        router.route().order(-1_000).handler(this::enter);
        router.errorHandler(404, this::notFound);
    }

    private void enter(RoutingContext context) {
        var path = context.request().path();
        if (path == null) {
            notFound(context);
        } else {
            routes.find(path).ifPresentOrElse(entry -> forward(entry, context), () -> answer(path, context));
        }
    }

    /** What is nobody's but the front door's own. */
    private void answer(String path, RoutingContext context) {
        if (isApi(path)) {
            notFound(context);
        } else if (path.equals("/q") || path.startsWith("/q/")) {
            context.next();
        } else {
            page(path, context);
        }
    }

    private void forward(RouteTable.Entry entry, RoutingContext context) {
        var request = context.request();
        var guard = guards.of(request);
        var maxBody = guard.map(Guards.Guard::maxBody)
                .orElseGet(() -> entry.route().maxBody().asLongValue());
        if (declaredLength(request) > maxBody) {
            refuse(context, Problem.BODY_TOO_LARGE);
            return;
        }
        var wait = guard.map(it -> it.waitFor(request));
        if (wait.isPresent() && wait.get().isPositive()) {
            tooMany(context, wait.get());
            return;
        }
        forwarding.forward(entry, request, maxBody);
    }

    private static void tooMany(RoutingContext context, Duration wait) {
        context.response()
                .putHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(wait.plusMillis(999).toSeconds()));
        refuse(context, Problem.TOO_MANY_REQUESTS);
    }

    private void page(String path, RoutingContext context) {
        Headers.page(context.response().headers(), path, config.publicUrl());
        if (path.equals("/staff")) {
            context.response()
                    .setStatusCode(308)
                    .putHeader(HttpHeaders.LOCATION, STAFF)
                    .end();
        } else if (path.startsWith(STAFF) && path.length() > STAFF.length() && path.indexOf('.') < 0) {
            // An address inside the workspace: the workspace itself knows what to show there.
            context.reroute(STAFF);
        } else {
            context.next();
        }
    }

    private void notFound(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        var path = context.request().path();
        // What is missing now may be there after the next start.
        context.response().headers().remove(HttpHeaders.CACHE_CONTROL);
        if (path != null && !isApi(path) && accept != null && accept.contains("text/html")) {
            Headers.page(context.response().headers(), "/", config.publicUrl());
            end(context, 404, "text/html; charset=utf-8", Pages.NOT_FOUND);
        } else {
            refuse(context, Problem.NOT_FOUND);
        }
    }

    private static void refuse(RoutingContext context, Problem problem) {
        Headers.answer(context.response().headers());
        end(context, problem.status, Problem.MEDIA_TYPE, Buffer.buffer(problem.body));
    }

    /** Answers before the body was read; the rest of it is read and thrown away so that the answer arrives. */
    private static void end(RoutingContext context, int status, String mediaType, Buffer body) {
        context.request().resume();
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .end(body);
    }

    private static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }

    private static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
