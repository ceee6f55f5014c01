package id.tanggap.bench.recap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.bench.platform.KeepAliveConnection;
import id.tanggap.bench.platform.Load;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.YearMonth;

/** The recaps as officers have them, over HTTP, and the door by which a complaint comes into one. */
final class Reporting {
    private static final String RECAPS = "/api/reporting/v1/recaps/" + InventedFacts.GOVERNMENT + "/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalPlatform platform;
    private final HttpClient http = HttpClient.newHttpClient();

    Reporting(LocalPlatform platform) {
        this.platform = platform;
    }

    /** How many complaints the recap of a month counts now. */
    long received(YearMonth month, String token) throws IOException, InterruptedException {
        return get(RECAPS + month + "?version=now", token)
                .at("/figures/totals/received")
                .asLong();
    }

    void post() throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(platform.url(Service.INTAKE).resolve("/api/intake/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"government":"surakarta","channel":"WEB","text":"Lampu jalan di depan pasar mati sejak kemarin malam."}
                                """))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("Intake answers " + answer.statusCode());
        }
    }

    /** Has the invented month compiled, and waits for it. */
    void compile(String token) throws IOException, InterruptedException {
        var path = RECAPS + InventedFacts.MONTH;
        var answer = http.send(
                HttpRequest.newBuilder(uri(path + "/versions"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("Reporting answers " + answer.statusCode());
        }
        while (get(path, token).path("versions").isEmpty()) {
            Thread.sleep(100);
        }
    }

    private JsonNode get(String path, String token) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Reporting answers " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private URI uri(String path) {
        return platform.url(Service.REPORTING).resolve(path);
    }

    /** One who reads the recap of the invented month again and again. */
    Load.Client reader(String token) {
        return new Reader(new KeepAliveConnection(platform.url(Service.REPORTING)), token);
    }

    private record Reader(KeepAliveConnection connection, String token) implements Load.Client {
        @Override
        public boolean request() throws IOException {
            return connection.get(RECAPS + InventedFacts.MONTH + "?version=now", token) == 200;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
