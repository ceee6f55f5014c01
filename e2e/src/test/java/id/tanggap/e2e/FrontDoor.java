package id.tanggap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The platform by HTTP, as anybody outside meets it. */
final class FrontDoor {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RunningPlatform platform;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    FrontDoor(RunningPlatform platform) {
        this.platform = platform;
    }

    /** What came back. */
    record Answer(int status, String type, String text, String from) {
        /** As if it came from another address. */
        Answer at(String address) {
            return new Answer(status, type, text.replace(from, address), address);
        }

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError(status + " " + text, e);
            }
        }

        Answer orFail() {
            if (status / 100 != 2) {
                throw new AssertionError(status + " " + text);
            }
            return this;
        }
    }

    /** A complaint that its government's rules send to the transport agency. */
    static ObjectNode complaint(String text) {
        return JSON.createObjectNode()
                .put("government", "surakarta")
                .put("channel", "WEB")
                .put("category", "lalu-lintas")
                .put("text", text);
    }

    Answer file(JsonNode complaint, Map<String, String> headers) throws IOException, InterruptedException {
        return post("/api/intake/v1/complaints", complaint.toString(), headers);
    }

    Answer post(String path, String body, Map<String, String> headers) throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(headers);
        all.putIfAbsent("Content-Type", "application/json");
        return send(path, all, "POST", BodyPublishers.ofString(body));
    }

    Answer put(String path, String body, Map<String, String> headers) throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(headers);
        all.putIfAbsent("Content-Type", "application/json");
        return send(path, all, "PUT", BodyPublishers.ofString(body));
    }

    /** A file as it is, or the body of a form with one. */
    Answer upload(String path, byte[] content, Map<String, String> headers) throws IOException, InterruptedException {
        return send(path, headers, "POST", BodyPublishers.ofByteArray(content));
    }

    /** A file as it came. */
    byte[] download(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(platform.url() + path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofByteArray()).body();
    }

    Answer get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return send(path, headers, "GET", BodyPublishers.noBody());
    }

    /** Headers with a token of one of the demonstration's people. */
    Map<String, String> as(String user) throws IOException, InterruptedException {
        String form = Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "tanggap-demo",
                        "client_secret",
                        platform.secret("client.tanggap-demo"),
                        "username",
                        user,
                        "password",
                        platform.secret("demo.password"))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        JsonNode token = post(
                        "/auth/realms/tanggap/protocol/openid-connect/token",
                        form,
                        Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .orFail()
                .json();
        return Map.of("Authorization", "Bearer " + token.path("access_token").asText());
    }

    /** The cases that somebody sees, by complaint number. */
    Map<String, JsonNode> cases(Map<String, String> who) throws IOException, InterruptedException {
        Map<String, JsonNode> cases = new TreeMap<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            JsonNode page = get("/api/response/v1/cases?limit=100" + next.get(), who)
                    .orFail()
                    .json();
            page.path("items").forEach(item -> cases.put(item.path("number").asText(), item));
            next = page.hasNonNull("next")
                    ? Optional.of("&after=" + page.path("next").asText())
                    : Optional.empty();
        }
        return cases;
    }

    private Answer send(String path, Map<String, String> headers, String method, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.url() + path))
                .timeout(PATIENCE)
                .method(method, body);
        headers.forEach(request::header);
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type.replaceFirst(";.*", ""), response.body(), platform.url());
    }
}
