package id.tanggap.edge;

import id.tanggap.citizen.Asset;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A server that stands in for intake, response, reporting and Keycloak and speaks real HTTP: it echoes what reached it,
 * streams on demand, stays silent or hangs up. Routing and notification point to a port where nobody listens.
 */
public final class FakeUpstream implements QuarkusTestResourceLifecycleManager {

    /** More than the front door takes of an answer that nobody reads. */
    private static final ByteBuf LARGE =
            Unpooled.unreleasableBuffer(Unpooled.directBuffer(2 << 20).writeZero(2 << 20));

    private final Map<String, HttpServerResponse> streams = new ConcurrentHashMap<>();
    private @Nullable Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var here = "http://localhost:" + server.actualPort();
        var nowhere = "http://localhost:" + freePort();
        return Map.ofEntries(
                Map.entry("tanggap.edge.public-url", "https://aduan.example"),
                Map.entry("tanggap.edge.map-tiles", "https://{s}.tiles.example:8443/{z}/{x}/{y}.png"),
                Map.entry("tanggap.edge.routes.intake.upstream", here),
                Map.entry("tanggap.edge.routes.response.upstream", here),
                Map.entry("tanggap.edge.routes.reporting.upstream", here),
                Map.entry("tanggap.edge.routes.reporting.answer-within", "500ms"),
                Map.entry("tanggap.edge.routes.keycloak.upstream", here),
                Map.entry("tanggap.edge.routes.routing.upstream", nowhere),
                Map.entry("tanggap.edge.routes.notification.upstream", nowhere),
                Map.entry("tanggap.edge.patience.at-first", "6s"),
                Map.entry("tanggap.edge.routes.intake.answer-within", "5s"),
                Map.entry("tanggap.edge.guards.complaint.per-second", "0"),
                Map.entry("tanggap.edge.guards.hook.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.hook.burst", "3"),
                Map.entry("tanggap.edge.guards.proof.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.proof.burst", "3"),
                Map.entry("tanggap.edge.guards.survey.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.survey.burst", "3"),
                Map.entry("tanggap.edge.guards.attachment.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.attachment.burst", "10"),
                Map.entry("tanggap.edge.guards.own-attachment.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.own-attachment.burst", "3"),
                Map.entry("tanggap.edge.guards.tracking.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.tracking.burst", "3"),
                Map.entry("tanggap.edge.guards.reply.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.reply.burst", "3"),
                Map.entry("tanggap.edge.guards.objection.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.objection.burst", "3"),
                Map.entry("tanggap.edge.guards.preview.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.preview.burst", "3"),
                Map.entry("tanggap.edge.guards.checked.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.checked.burst", "3"),
                Map.entry("tanggap.edge.guards.suggestions.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.suggestions.burst", "3"),
                Map.entry("tanggap.edge.guards.suggested.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.suggested.burst", "3"),
                Map.entry("tanggap.edge.routes.pages.answer-within", "500ms"),
                Map.entry("tanggap.edge.guards.typed.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.typed.burst", "3"),
                Map.entry("tanggap.edge.guards.sent.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.sent.burst", "3"),
                Map.entry("tanggap.edge.guards.opened.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.opened.burst", "3"),
                Map.entry("tanggap.edge.guards.replied.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.replied.burst", "3"),
                Map.entry("tanggap.edge.guards.objected.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.objected.burst", "3"),
                Map.entry("tanggap.edge.guards.supplement.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.supplement.burst", "3"),
                Map.entry("tanggap.edge.guards.agreement.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.agreement.burst", "3"),
                Map.entry("tanggap.edge.guards.supplemented.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.supplemented.burst", "3"),
                Map.entry("tanggap.edge.guards.agreed.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.agreed.burst", "3"),
                Map.entry("tanggap.edge.guards.reckoned.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.reckoned.burst", "3"),
                Map.entry("tanggap.edge.guards.surveyed.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.surveyed.burst", "3"),
                Map.entry("tanggap.edge.guards.withdrawn.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.withdrawn.burst", "3"),
                Map.entry("tanggap.edge.guards.withdrawal.per-second", "0.1"),
                Map.entry("tanggap.edge.guards.withdrawal.burst", "3"));
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void answer(HttpServerRequest request) {
        switch (Objects.requireNonNull(request.path())) {
            case "/api/response/stream" -> openStream(request);
            case "/api/response/v1/changes" -> openStream(request);
            case "/api/response/large" ->
                request.response().end(Buffer.buffer(LARGE.slice(0, Integer.parseInt(request.getParam("bytes")))));
            case "/api/response/late" -> streams.put(request.getParam("id"), request.response());
            case "/api/response/late/known" -> request.response().end("" + streams.containsKey(request.getParam("id")));
            case "/api/response/late/now" -> {
                Objects.requireNonNull(streams.get(request.getParam("id"))).end("late");
                request.response().end();
            }
            case "/api/response/stream/next" -> {
                Objects.requireNonNull(streams.get(request.getParam("id"))).write("data: second\n\n");
                request.response().end();
            }
            case "/api/response/empty" -> request.response().setStatusCode(204).end();
            case "/api/response/hang-up" -> request.connection().close();
            case "/api/response/refuses" ->
                request.response()
                        .setStatusCode(409)
                        .putHeader("Content-Type", "application/problem+json")
                        .putHeader("Cache-Control", "private")
                        .putHeader("Connection", "close, X-Hop")
                        .putHeader("X-Hop", "one connection only")
                        .end("{\"status\":409}");
            case "/api/reporting/silent", "/bukti/silent" -> request.pause();
            case "/", "/lacak/" ->
                request.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .putHeader("Cache-Control", "private, no-cache")
                        .end("<!doctype html><title>Warga</title><link rel=\"stylesheet\" href=\"%s\">"
                                .formatted(Asset.STYLE.address()));
            case "/auth/realms/tanggap/starting" ->
                request.response().setStatusCode(503).end("Bootstrap in progress");
            default ->
                request.body().onSuccess(body -> {
                    var headers = new JsonObject();
                    request.headers()
                            .forEach(
                                    header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
                    request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(new JsonObject()
                                    .put("method", request.method().name())
                                    .put("uri", request.uri())
                                    .put("length", body.length())
                                    .put("headers", headers)
                                    .toBuffer());
                });
        }
    }

    private void openStream(HttpServerRequest request) {
        var response = request.response()
                .putHeader("Content-Type", "text/event-stream")
                .setChunked(true);
        streams.put(request.getParam("id", ""), response);
        response.write("data: first\n\n");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
