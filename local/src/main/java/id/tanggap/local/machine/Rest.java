package id.tanggap.local.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The little of HTTP and JSON that a command needs, against one address. */
public record Rest(String address) {
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final int TIMEOUT_MILLIS = 15_000;

    public JsonNode get(String path, Map<String, String> headers) throws IOException {
        return answer(open("GET", path, headers));
    }

    public JsonNode post(String path, Map<String, String> headers, JsonNode body) throws IOException {
        return send("POST", path, headers, "application/json", JSON.writeValueAsBytes(body));
    }

    public JsonNode put(String path, Map<String, String> headers, JsonNode body) throws IOException {
        return send("PUT", path, headers, "application/json", JSON.writeValueAsBytes(body));
    }

    public JsonNode postForm(String path, Map<String, String> fields) throws IOException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, Map.of(), "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode send(String method, String path, Map<String, String> headers, String type, byte[] body)
            throws IOException {
        HttpURLConnection connection = open(method, path, headers);
        connection.setRequestProperty("Content-Type", type);
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        return answer(connection);
    }

    private HttpURLConnection open(String method, String path, Map<String, String> headers) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    private static JsonNode answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            if (status >= 400) {
                throw new IOException("%s %s answered %d: %s"
                        .formatted(connection.getRequestMethod(), connection.getURL(), status, text));
            }
            return JSON.readTree(text);
        }
    }
}
