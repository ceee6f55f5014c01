package id.tanggap.response.people;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Keycloak's token endpoint and admin interface, and speaks its JSON as version 26 does. The id of a group
 * is its path with dots; a government has an agency {@code dishub} with a division {@code parkir}, and an agency
 * {@code dlh} without any.
 */
public final class FakeKeycloak implements QuarkusTestResourceLifecycleManager {
    private static final String ADMIN = "/auth/admin/realms/tanggap/";

    /** What was asked, since the JVM started. */
    static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();

    /** Governments that Keycloak will not tell about, as if it were away. */
    static final Map<String, Boolean> AWAY = new ConcurrentHashMap<>();

    /** Whether our client may read who holds a role, for which Keycloak wants more than the right to view people. */
    static final AtomicBoolean TELLS_ROLES = new AtomicBoolean(true);

    private @Nullable Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(FakeKeycloak::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.of(
                "tanggap.oidc.url",
                "http://localhost:" + server.actualPort() + "/auth/realms/tanggap",
                "tanggap.client.secret",
                "desk-secret");
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void answer(HttpServerRequest request) {
        var path = Objects.requireNonNull(request.path());
        if (path.equals("/auth/realms/tanggap/protocol/openid-connect/token")) {
            json(
                    request,
                    new JsonObject()
                            .put("access_token", "desk-token")
                            .put("token_type", "Bearer")
                            .put("expires_in", 300)
                            .encode());
        } else if (!"Bearer desk-token".equals(request.getHeader("Authorization"))) {
            request.response().setStatusCode(401).end();
        } else if (!path.startsWith(ADMIN) || !"-1".equals(request.getParam("max"))) {
            request.response().setStatusCode(404).end();
        } else {
            var question = path.substring(ADMIN.length());
            var name = request.getParam("search");
            ASKED.add(name == null ? question : question + "/" + name);
            tell(request, question.split("/", -1), name);
        }
    }

    private static void tell(HttpServerRequest request, String[] question, @Nullable String name) {
        if (name != null && AWAY.containsKey(name)) {
            request.response().setStatusCode(502).end("Bad Gateway");
        } else if (question[0].equals("roles") && !TELLS_ROLES.get()) {
            request.response().setStatusCode(403).end("{\"error\":\"HTTP 403 Forbidden\"}");
        } else if (question.length == 1) {
            // An exact search finds a subgroup of that name as well, under the top of its tree.
            json(request, array(group("." + name, 2), group(".elsewhere", 1)));
        } else {
            json(
                    request,
                    switch (question[2]) {
                        case "children" -> children(question[1]);
                        case "members" -> members(question[1]);
                        default -> holders(question[1]);
                    });
        }
    }

    private static String children(String group) {
        return group.endsWith(".dishub")
                ? array(group(group + ".parkir", 0))
                : array(group(group + ".dishub", 1), group(group + ".dlh", 0));
    }

    private static String members(String group) {
        var government = group.split("\\.", -1)[1];
        return switch (group.substring(government.length() + 1)) {
            case "" -> array(user(government, "kira", "Kirana", "Wulandari", true));
            case ".dishub" ->
                array(
                        user(government, "andi", "Andi", "Nugroho", true),
                        user(government, "mantan", "Bayu", "Santoso", false));
            case ".dishub.parkir" -> array(user(government, "petugas.parkir", null, null, true));
            default -> array(user(government, "dewi", "Dewi", null, true));
        };
    }

    private static String holders(String role) {
        var names =
                switch (role) {
                    case "coordinator" -> List.of("kira");
                    case "intake-officer" -> List.of("kira", "orang-lain");
                    case "agency-admin" -> List.of("andi", "dewi");
                    case "division-staff" -> List.of("petugas.parkir");
                    default -> List.<String>of();
                };
        return array(PeopleResourceTest.GOVERNMENTS.stream()
                .flatMap(government -> names.stream().map(name -> user(government, name, null, null, true)))
                .toArray(JsonObject[]::new));
    }

    private static JsonObject group(String id, int subGroups) {
        return new JsonObject()
                .put("id", id)
                .put("name", id.substring(id.lastIndexOf('.') + 1))
                .put("path", id.replace('.', '/'))
                .put("subGroupCount", subGroups)
                .put("subGroups", new JsonArray())
                .put("access", new JsonObject().put("view", true));
    }

    private static JsonObject user(
            String government, String username, @Nullable String first, @Nullable String last, boolean enabled) {
        var user = new JsonObject()
                .put("id", government + ":" + username)
                .put("username", username)
                .put("email", username + "@contoh.invalid")
                .put("emailVerified", true)
                .put("enabled", enabled);
        if (first != null) {
            user.put("firstName", first);
        }
        return last == null ? user : user.put("lastName", last);
    }

    private static String array(JsonObject... items) {
        return new JsonArray(List.of(items)).encode();
    }

    private static void json(HttpServerRequest request, String body) {
        request.response().putHeader("Content-Type", "application/json").end(body);
    }
}
