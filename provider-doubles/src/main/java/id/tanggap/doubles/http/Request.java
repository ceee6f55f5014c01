package id.tanggap.doubles.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request, and how it is answered. */
public record Request(HttpExchange exchange) {
    public static final ObjectMapper JSON = new ObjectMapper();

    /** Of what may come in one piece. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    public String method() {
        return exchange.getRequestMethod();
    }

    public String path() {
        return exchange.getRequestURI().getPath();
    }

    /** The parts of the path, the one after the first slash first. */
    public List<String> parts() {
        return List.of(path().substring(1).split("/", -1));
    }

    public @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** Empty when there is none. */
    public String query(String name) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                        .findFirst()
                        .orElse("");
    }

    public byte[] bytes() throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new BadRequest("too large");
        }
        return bytes;
    }

    /** Null when it is no JSON. */
    public @Nullable JsonNode json() throws IOException {
        try {
            return JSON.readTree(bytes());
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    public void answer(int status, JsonNode body) throws IOException {
        answer(status, "application/json", body.toString());
    }

    public void answer(int status, String type, String body) throws IOException {
        answer(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public void answer(int status, String type, byte[] body) throws IOException {
        // What was not read would be lost with the connection, and the answer with it.
        exchange.getRequestBody().skip(MOST_BYTES);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
