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
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A platform that {@code ./tanggap up} started on this machine, found by its data directory: all its ports follow from
 * the front door's, its passwords stand in a file beside its data.
 */
public record LocalPlatform(Path data, int frontDoor) {
    private static final int DEFAULT_FRONT_DOOR = 8080;
    private static final int POSTGRES_OFFSET = 6;
    private static final int KAFKA_OFFSET = 7;
    private static final int MANAGEMENT_OFFSET = 920;
    private static final Duration TOKEN_WITHIN = Duration.ofSeconds(35);

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

    /** Where it says how it is. */
    public URI management(Service service) {
        return URI.create("http://localhost:" + (frontDoor + MANAGEMENT_OFFSET + service.ordinal()));
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
        return signIn(officer).access();
    }

    /**
     * What somebody who has signed in holds.
     *
     * @param access by which they are let in, for five minutes
     * @param renewal for which they get the next pair, until that one is renewed
     */
    public record Tokens(String access, String renewal) {}

    /** Keycloak does not know the sign-in any more. */
    public static final class SignedOut extends IOException {
        private static final long serialVersionUID = 1;

        SignedOut(String why) {
            super(why);
        }
    }

    public Tokens signIn(String officer) throws IOException, InterruptedException {
        return tokens(Map.of("grant_type", "password", "username", officer, "password", secret("demo.password")));
    }

    /** @throws SignedOut where Keycloak refuses; any other failure passes */
    public Tokens renew(Tokens old) throws IOException, InterruptedException {
        return tokens(Map.of("grant_type", "refresh_token", "refresh_token", old.renewal()));
    }

    private Tokens tokens(Map<String, String> grant) throws IOException, InterruptedException {
        var form = new TreeMap<>(grant);
        form.put("client_id", "tanggap-demo");
        form.put("client_secret", secret("client.tanggap-demo"));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(
                                    url(Service.EDGE).resolve("/auth/realms/tanggap/protocol/openid-connect/token"))
                            .timeout(TOKEN_WITHIN)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(encoded(form)))
                            .build(),
                    BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> read(answer.body());
                case 400, 401 -> throw new SignedOut("Keycloak refuses: " + answer.statusCode());
                default -> throw new IOException("Keycloak gives no token: " + answer.statusCode());
            };
        }
    }

    private static Tokens read(String body) throws IOException {
        var said = new ObjectMapper().readTree(body);
        return new Tokens(
                said.path("access_token").asText(), said.path("refresh_token").asText());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
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
