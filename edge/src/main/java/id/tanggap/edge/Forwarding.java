package id.tanggap.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands a request to its upstream and the answer back, both as they flow. A part that is missing, breaks off or takes
 * too long is told apart, because only of a missing one it is certain that it did nothing.
 */
@Singleton
class Forwarding {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int WAITING_PER_UPSTREAM = 2_000;

    private final EdgeConfig config;
    private final HttpClient client;
    private final Map<String, Boolean> reachable = new ConcurrentHashMap<>();

    Forwarding(EdgeConfig config, Vertx vertx) {
        this.config = config;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setMaxWaitQueueSize(WAITING_PER_UPSTREAM)
                        .setMaxHeaderSize(32 * 1024),
                new PoolOptions().setHttp1MaxSize(config.connectionsPerUpstream()));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    HttpClient client() {
        return client;
    }

    /** Forwards a request whose body may not grow past a limit. */
    void forward(RouteTable.Entry entry, HttpServerRequest request, long maxBody) {
        var passage = new Passage(entry, request, maxBody);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(passage::connect)
                .addInterceptor(passage)
                .handle(request);
    }

    /** One request on its way through. */
    private final class Passage implements ProxyInterceptor {

        private final RouteTable.Entry entry;
        private final boolean wantsPage;
        private final long maxBody;
        private @Nullable HttpClientRequest upstream;

        Passage(RouteTable.Entry entry, HttpServerRequest request, long maxBody) {
            this.entry = entry;
            this.maxBody = maxBody;
            var accept = request.getHeader(HttpHeaders.ACCEPT);
            this.wantsPage = entry.route().pages() && accept != null && accept.contains("text/html");
        }

        Future<HttpClientRequest> connect(ProxyContext context) {
            return client.request(new RequestOptions()
                            .setHost(entry.host())
                            .setPort(entry.port())
                            .setSsl(entry.secure()))
                    .onSuccess(request -> upstream = request);
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            Headers.dropHopByHop(request.headers());
            Headers.forwarded(request.headers(), request.proxiedRequest(), config.publicUrl());
            var body = request.getBody();
            var limited = new LimitedBody(body.stream(), maxBody);
            request.setBody(Body.body(limited, body.length()));
            return context.sendRequest()
                    .timeout(entry.route().answerWithin().toMillis(), TimeUnit.MILLISECONDS)
                    .map(response -> {
                        noteReachable(true, "");
                        return response.getStatusCode() == 503 && wantsPage
                                ? refusal(response.release(), Problem.UNAVAILABLE)
                                : response;
                    })
                    .otherwise(failure -> {
                        var problem = limited.exceeded() ? Problem.BODY_TOO_LARGE : diagnose(failure);
                        return refusal(request.release().response(), problem);
                    });
        }

        private Problem diagnose(Throwable failure) {
            if (upstream == null) {
                noteReachable(false, failure.getClass().getSimpleName());
                return Problem.UNAVAILABLE;
            }
            if (failure instanceof TimeoutException) {
                upstream.reset();
                return Problem.TOO_SLOW;
            }
            return Problem.BROKEN_OFF;
        }

        private ProxyResponse refusal(ProxyResponse response, Problem problem) {
            var page = wantsPage && problem.passes();
            if (problem.passes()) {
                response.putHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(config.retryAfter().toSeconds()));
            }
            if (page) {
                Headers.page(response.headers(), entry.path(), config.publicUrl());
            }
            return response.setStatusCode(problem.status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, page ? "text/html; charset=utf-8" : Problem.MEDIA_TYPE)
                    .setBody(Body.body(page ? Pages.SIGN_IN_STARTING : Buffer.buffer(problem.body)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            Headers.dropHopByHop(context.response().headers());
            Headers.answer(context.response().headers());
            return context.sendResponse();
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
