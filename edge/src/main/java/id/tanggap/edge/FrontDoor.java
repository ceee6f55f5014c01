package id.tanggap.edge;

import id.tanggap.edge.client.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides for every request: hand it to a service, show a page, or refuse it. */
@Singleton
class FrontDoor {

    private static final String STAFF = "/staff/";

    /** In letters. A service, which reads a first line of 4,096 bytes, would answer without a word and hang up. */
    private static final int LONGEST_ADDRESS = 4_000;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final EdgeConfig config;
    private final RouteTable routes;
    private final Guards guards;
    private final Lanes lanes;
    private final Forwarding forwarding;

    FrontDoor(EdgeConfig config, RouteTable routes, Guards guards, Lanes lanes, Forwarding forwarding) {
        this.config = config;
        this.routes = routes;
        this.guards = guards;
        this.lanes = lanes;
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
            routes.find(context.request().uri())
                    .ifPresentOrElse(entry -> forward(entry, context), () -> answer(path, context));
        }
    }

    /** What is nobody's but the front door's own. */
    private void answer(String path, RoutingContext context) {
        if (isApi(path)) {
            notFound(context);
        } else {
            page(path, context);
        }
    }

    private void forward(RouteTable.Entry entry, RoutingContext context) {
        var request = context.request();
        var guard = guards.of(request);
        var lane = lanes.of(guard.map(it -> it.rule().lane()).orElse(Lanes.ORDINARY));
        var limit = guard.flatMap(it -> it.rule().maxBody())
                .orElse(entry.route().maxBody())
                .asLongValue();
        var body = lane.incoming(request, limit);
        var order = new Forwarding.Order(entry, lane, request, body);
        if (request.uri().length() > LONGEST_ADDRESS) {
            refuse(context, order, Problem.ADDRESS_TOO_LONG, Duration.ZERO);
        } else if (!METHODS.contains(request.method())) {
            refuse(context, order, Problem.UNKNOWN_METHOD, Duration.ZERO);
        } else if (body.tooLong()) {
            refuse(context, order, Problem.tooLarge(limit), Duration.ZERO);
        } else {
            var wait = guard.map(it -> it.waitFor(request)).orElse(Duration.ZERO);
            if (wait.isPositive()) {
                refuse(context, order, Problem.TOO_MANY_REQUESTS, wait);
            } else {
                admit(order, context);
            }
        }
    }

    /** Whoever keeps us waiting for a body holds no connection to its upstream. */
    private void admit(Forwarding.Order order, RoutingContext context) {
        var body = order.body();
        if (!order.lane().enter(order.request())) {
            refuse(context, order, Problem.TOO_MANY_REQUESTS, config.retryAfter());
            return;
        }
        body.begun()
                .onFailure(_ -> refuse(context, order, body.refusal(), config.retryAfter()))
                .compose(_ -> forwarding.forward(order))
                .onComplete(_ -> order.lane().leave(order.request()));
    }

    private void page(String path, RoutingContext context) {
        Headers.page(context.response().headers(), path, config.publicUrl());
        var asset = Assets.at(path);
        if (asset.isPresent()) {
            Assets.answer(asset.get(), context);
        } else if (path.equals("/staff") || routes.isFolder(context.request().uri())) {
            context.request().resume();
            context.response()
                    .setStatusCode(308)
                    .putHeader(HttpHeaders.LOCATION, query(path + "/", context))
                    .end();
        } else if (path.startsWith(STAFF) && path.length() > STAFF.length() && path.indexOf('.') < 0) {
            // An address inside the workspace: the workspace itself knows what to show there.
            context.reroute(STAFF);
        } else {
            context.next();
        }
    }

    private static String query(String path, RoutingContext context) {
        var query = context.request().query();
        return query == null ? path : path + "?" + query;
    }

    private void notFound(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        var path = context.request().path();
        // What is missing now may be there after the next start.
        context.response().headers().remove(HttpHeaders.CACHE_CONTROL);
        if (path != null && !isApi(path) && accept != null && accept.contains("text/html")) {
            Headers.page(context.response().headers(), "/", config.publicUrl());
            end(context, 404, Pages.MEDIA_TYPE, Pages.notFound(context.request()));
        } else {
            Headers.answer(context.response().headers());
            end(context, 404, Problem.MEDIA_TYPE, Problem.NOT_FOUND.body());
        }
    }

    /** @param problem null when the caller is gone */
    private void refuse(RoutingContext context, Forwarding.Order order, @Nullable Problem problem, Duration wait) {
        if (problem == null) {
            return;
        }
        var response = context.response();
        Headers.answer(response.headers());
        if (problem.passes()) {
            response.putHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        }
        var page = Pages.of(problem, Pages.reader(order.entry().route(), order.request()));
        if (page != null) {
            Headers.page(response.headers(), order.entry().path(), config.publicUrl());
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, page == null ? Problem.MEDIA_TYPE : Pages.MEDIA_TYPE)
                .end(page == null ? problem.body() : page)
                .onComplete(_ -> order.body().answered());
        order.body().refuse(problem);
    }

    private static void end(RoutingContext context, int status, String mediaType, Buffer body) {
        context.request().resume();
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .end(body);
    }

    private static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
