package id.tanggap.bench.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A platform that {@code ./tanggap up} started on this machine, found by its data directory: all its ports follow from
 * the front door's, its passwords stand in a file beside its data.
 */
public record LocalPlatform(Path data, int frontDoor) {
    private static final int DEFAULT_FRONT_DOOR = 8080;
    private static final int POSTGRES_OFFSET = 6;
    private static final int KAFKA_OFFSET = 7;

    /** The services, in the order of their ports after the front door. */
    public enum Service {
        EDGE,
        INTAKE,
        ROUTING,
        RESPONSE,
        REPORTING,
        NOTIFICATION;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param directory what {@code --data} said; the checkout's own by default, as {@code ./tanggap up} does */
    public static LocalPlatform at(@Nullable String directory) throws IOException {
        var data = directory == null
                ? checkout().resolve(".tanggap")
                : Path.of(directory).toAbsolutePath().normalize();
        var port = data.resolve("run").resolve("port");
        return new LocalPlatform(
                data,
                Files.exists(port) ? Integer.parseInt(Files.readString(port).strip()) : DEFAULT_FRONT_DOOR);
    }

    public URI url(Service service) {
        return URI.create("http://localhost:" + (frontDoor + service.ordinal()));
    }

    /** Where complaints are posted to: {@code --via}, the front door or intake itself, unless {@code --url} says it. */
    public URI door(Arguments arguments, Service usual) {
        var url = arguments.value("--url");
        if (url != null) {
            return URI.create(url);
        }
        var via = arguments.value("--via");
        return switch (via == null ? usual.id() : via) {
            case "edge" -> url(Service.EDGE);
            case "intake" -> url(Service.INTAKE);
            default -> throw new Arguments.Wrong("--via needs intake or edge, not " + via);
        };
    }

    public int postgresPort() {
        return frontDoor + POSTGRES_OFFSET;
    }

    /** Where its broker listens. */
    public String kafka() {
        return "localhost:" + (frontDoor + KAFKA_OFFSET);
    }

    /** As the service whose database it is. */
    public Connection connect(Service service) throws IOException, SQLException {
        return connect(service.id(), service.id(), secret("database." + service.id()));
    }

    public Connection connectAsSuperuser(String database) throws IOException, SQLException {
        return connect(database, "postgres", superuserPassword());
    }

    public String superuserPassword() throws IOException {
        return secret("postgres.superuser");
    }

    /** The process of each part that runs. */
    public Map<String, Long> processes() throws IOException {
        var processes = new TreeMap<String, Long>();
        var run = data.resolve("run");
        if (!Files.isDirectory(run)) {
            return processes;
        }
        try (var files = Files.newDirectoryStream(run, "*.pid")) {
            for (var file : files) {
                var part = file.getFileName().toString().replace(".pid", "");
                processes.put(part, Long.parseLong(Files.readString(file).strip()));
            }
        }
        return processes;
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "tanggap bench");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/" + database, properties);
    }

    /** What stands under this name in the file of secrets. */
    public String secret(String name) throws IOException {
        var file = data.resolve("secrets.properties");
        if (!Files.exists(file)) {
            throw new IOException(data
                    + " is not the data directory of a platform; start one by './tanggap up' or name it by --data");
        }
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        }
        var secret = secrets.getProperty(name);
        if (secret == null) {
            throw new IOException("No " + name + " in " + file);
        }
        return secret;
    }

    /** With which one of the demo's officers is let in. */
    public String token(String officer) throws IOException, InterruptedException {
        var form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "tanggap-demo",
                "client_secret",
                secret("client.tanggap-demo"),
                "username",
                officer,
                "password",
                secret("demo.password"));
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(
                                    url(Service.EDGE) + "/auth/realms/tanggap/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("Keycloak gives no token for %s: %d".formatted(officer, answer.statusCode()));
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .path("access_token")
                    .asText();
        }
    }

    /** Two levels above the jar, if that is where the script stands; else where the command was given. */
    private static Path checkout() {
        try {
            var jar = Path.of(LocalPlatform.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var root = jar.resolve("../../..").normalize();
            return Files.exists(root.resolve("tanggap")) ? root : Path.of("").toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
