package id.tanggap.local.part;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** As much of Keycloak's administration as a realm is supplemented by: a token for the administrator, and the import. */
final class AdminDouble implements AutoCloseable {
    private static final String TOKEN = "{\"access_token\":\"admin\"}";

    private final HttpServer server;
    private final Map<String, String> asked = new ConcurrentHashMap<>();

    AdminDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean known = path.endsWith("/token")
                    || "Bearer admin".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            asked.put(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = TOKEN.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    /** What was sent to a path. */
    String asked(String path) {
        return asked.getOrDefault(path, "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
