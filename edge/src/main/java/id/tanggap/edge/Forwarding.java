package id.tanggap.edge;

import id.tanggap.edge.client.IncomingBody;
import id.tanggap.edge.client.OutgoingBody;
import id.tanggap.edge.client.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands a request to its upstream and the answer back. A part that is missing, breaks off or takes too long is told
 * apart, because only of a missing one it is certain that it did nothing.
 */
@Singleton
class Forwarding {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private final EdgeConfig config;
    private final Map<String, Boolean> reachable = new ConcurrentHashMap<>();

    Forwarding(EdgeConfig config) {
        this.config = config;
    }

    /** What is to be handed on, to whom and on which lane. */
    record Order(RouteTable.Entry entry, Lanes.Lane lane, HttpServerRequest request, IncomingBody body) {}

    /**
     * @param order with a body that has begun
     * @return done when no upstream has anything more to do for it
     */
    Future<Void> forward(Order order) {
        var passage = new Passage(order);
        HttpProxy.reverseProxy(
                        new ProxyOptions().setSupportWebSocket(false),
                        order.lane().client())
                .origin(passage::connect)
                .addInterceptor(passage)
                .handle(order.request());
        return passage.begun ? passage.over.future() : Future.succeededFuture();
    }

    /** One request on its way through. */
    private final class Passage implements ProxyInterceptor {

        private final Order order;
        private final RouteTable.Entry entry;
        private final Pages.Reader reader;
        private final Promise<Void> over = Promise.promise();
        private boolean begun;
        private @Nullable HttpClientRequest upstream;
        private @Nullable OutgoingBody answer;
        private boolean endless;
        private boolean late;
        private boolean gone;

        Passage(Order order) {
            this.order = order;
            this.entry = order.entry();
            this.reader = Pages.reader(entry.route(), order.request());
        }

        Future<HttpClientRequest> connect(ProxyContext context) {
            return inTime(context.client()
                    .request(new RequestOptions()
                            .setHost(entry.host())
                            .setPort(entry.port())
                            .setSsl(entry.secure()))
                    .compose(this::connected));
        }

        /** Of whoever was told that nothing was done, or is gone, nothing is done. */
        private Future<HttpClientRequest> connected(HttpClientRequest request) {
            if (late || order.body().arrived().failed()) {
                request.reset();
                return Future.failedFuture("Nobody waits for it any more");
            }
            upstream = request;
            return Future.succeededFuture(SharedConnection.of(request, this::letGo));
        }

        /** Whoever asked broke off, or is gone; the answer may still have to come. */
        private void letGo() {
            if (!order.body().arrived().succeeded()) {
                reset();
                return;
            }
            gone = true;
            if (answer != null) {
                throwAway(answer);
            }
        }

        /** Cut short is only what is sure not to have come as a whole. */
        private void throwAway(OutgoingBody answer) {
            if (endless || answer.isFarFromWhole()) {
                reset();
            } else {
                answer.discard();
                inTime(answer.taken()).onFailure(_ -> reset());
            }
        }

        private void reset() {
            if (upstream != null) {
                upstream.reset();
            }
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            begun = true;
            var request = context.request();
            Headers.dropHopByHop(request.headers());
            Headers.forwarded(request.headers(), request.proxiedRequest(), config.publicUrl());
            request.setBody(order.body().absent() ? null : order.body().body());
            return answered(context.sendRequest())
                    .map(response -> {
                        noteReachable(true, "");
                        return response.getStatusCode() == 503 && reader.pages() == EdgeConfig.PagesOf.KEYCLOAK
                                ? refusal(response.release(), Problem.UNAVAILABLE)
                                : response;
                    })
                    .otherwise(failure -> {
                        late = true;
                        var refused = order.body().refusal();
                        return refusal(request.release().response(), refused == null ? diagnose(failure) : refused);
                    });
        }

        /** The upstream's time begins when it has everything. */
        private Future<ProxyResponse> answered(Future<ProxyResponse> answer) {
            Promise<ProxyResponse> first = Promise.promise();
            answer.onSuccess(first::tryComplete).onFailure(first::tryFail);
            order.body().arrived().onSuccess(_ -> inTime(answer).onFailure(first::tryFail));
            return first.future();
        }

        private <T> Future<T> inTime(Future<T> step) {
            return step.timeout(entry.route().answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        }

        private Problem diagnose(Throwable failure) {
            if (order.body().arrived().failed()) {
                return Problem.NOT_RECEIVED;
            }
            if (upstream == null) {
                noteReachable(false, failure.getClass().getSimpleName());
                return Problem.UNAVAILABLE;
            }
            if (failure instanceof TimeoutException) {
                reset();
                return Problem.TOO_SLOW;
            }
            LOG.infof("%s broke off: %s", entry.name(), failure.getClass().getSimpleName());
            return Problem.BROKEN_OFF;
        }

        private ProxyResponse refusal(ProxyResponse response, Problem problem) {
            if (problem.passes()) {
                response.putHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(config.retryAfter().toSeconds()));
            }
            var page = Pages.of(problem, reader);
            if (page == null) {
                return response.setStatusCode(problem.status())
                        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                        .setBody(Body.body(problem.body()));
            }
            Headers.page(response.headers(), entry.path(), config.publicUrl());
            return response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Pages.MEDIA_TYPE)
                    .setBody(Body.body(page));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            var response = context.response();
            Headers.dropHopByHop(response.headers());
            Headers.answer(response.headers());
            if (entry.route().pages() == EdgeConfig.PagesOf.OURS) {
                Headers.ofCitizens(response.headers(), config.publicUrl(), config.mapTiles());
            }
            var body = response.getBody();
            if (body == null) {
                return context.sendResponse().onComplete(over);
            }
            endless = Headers.isEventStream(response.headers());
            answer = order.lane().outgoing(body, order.request());
            answer.taken().onComplete(over);
            if (gone) {
                throwAway(answer);
                return Future.succeededFuture();
            }
            response.setBody(Body.body(answer, body.length()));
            return context.sendResponse().onComplete(_ -> order.body().answered());
        }

        private void noteReachable(boolean now, String cause) {
            var before = reachable.put(entry.name(), now);
            if (!now && !Boolean.FALSE.equals(before)) {
                LOG.warnf(
                        "%s cannot be reached at %s: %s",
                        entry.name(), entry.route().upstream(), cause);
            } else if (now && Boolean.FALSE.equals(before)) {
                LOG.infof("%s can be reached again", entry.name());
            }
        }
    }
}
