package id.tanggap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much may be sent, and that the front door and the services say the same about it. */
@QuarkusTest
@WithTestResource(FakeUpstream.class)
class LimitsTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    private final Door door = new Door();

    @Inject
    EdgeConfig config;

    @Test
    void areThoseOfTheServices() {
        services().forEach((name, route) -> {
            var most = Stream.concat(
                            Stream.of(route.maxBody()),
                            config.guards().values().stream()
                                    .filter(guard -> route.paths().stream().anyMatch(guard.path()::startsWith))
                                    .flatMap(guard -> guard.maxBody().stream()))
                    .max(Comparator.comparing(MemorySize::asLongValue));
            assertThat(most.orElseThrow().asLongValue()).as(name).isEqualTo(limitOf(name));
            assertThat(route.maxBody().asLongValue()).as(name).isEqualTo(limitOfAll());
            assertThat(config.guards().values().stream()
                            .filter(guard -> guard.maxBody().isPresent())
                            .map(EdgeConfig.Guard::path)
                            .filter(path -> route.paths().stream().anyMatch(path::startsWith)))
                    .as(name + ": where files are sent to")
                    .containsExactlyInAnyOrderElementsOf(filesOf(name)
                            .filter(path -> path.startsWith("/api/"))
                            .toList());
        });
    }

    /** The pages are intake's; some of their forms bring files. */
    @Test
    void ofPagesAreThoseOfTheirService() {
        assertThat(config.guards().values().stream()
                        .filter(guard ->
                                guard.maxBody().isPresent() && !guard.path().startsWith("/api/"))
                        .map(guard -> guard.path() + " "
                                + guard.maxBody().orElseThrow().asLongValue()))
                .containsExactlyInAnyOrderElementsOf(filesOf("intake")
                        .filter(path -> !path.startsWith("/api/"))
                        .map(path -> path + " " + limitOf("intake"))
                        .toList());
    }

    /** Whatever a document tells of that is sent as something else than JSON is a file, and has a limit of its own. */
    @Test
    void areToldForEveryFile() {
        services()
                .keySet()
                .forEach(name -> document(name)
                        .getJsonObject("paths")
                        .forEach(path -> ((JsonObject) path.getValue()).forEach(operation -> {
                            if (takesAFile(operation.getValue())) {
                                assertThat(config.guards().values())
                                        .as(path.getKey())
                                        .anyMatch(guard -> guard.method().equalsIgnoreCase(operation.getKey())
                                                && guard.path()
                                                        .equals(path.getKey().replaceAll("\\{[^}]+}", "*"))
                                                && guard.maxBody().isPresent());
                            }
                        })));
    }

    @Test
    void letPassWhatIsJustSmallEnough() {
        limits().forEach((path, limit) -> {
            assertThat(send(path, limit, true)).as(path).startsWith("200").contains("\"length\":" + limit);
            assertThat(send(path, limit, false)).as(path).startsWith("200").contains("\"length\":" + limit);
        });
    }

    @Test
    void areNamedToWhoeverSendsAByteMore() {
        limits().forEach((path, limit) -> {
            var named = limit < 1 << 20 ? (limit >> 10) + " KiB" : (limit >> 20) + " MB";
            assertThat(send(path, limit + 1, true)).as(path).startsWith("413").contains(named);
            assertThat(send(path, limit + 1, false)).as(path).startsWith("413").contains(named);
            assertThat(send(path, limit * 3, false)).as(path).startsWith("413").contains(named);
        });
    }

    /** Whoever sends one goes on over the same connection, also with what may not be sent twice. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/intake/v1/x?", "/api/response/v1/cases/", "/lapor/", "/auth/realms/tanggap/"})
    void areNamedToWhoeverSendsALongAddress(String path) {
        for (int length : new int[] {4_001, 4_096, 4_100, 9_000, 60_000, 4_001}) {
            var refused =
                    door.send(door.at(path + "x".repeat(length - path.length())).POST(BodyPublishers.ofString("{}")));
            assertThat(refused.statusCode()).isEqualTo(414);
            assertThat(refused.body()).contains("urn:tanggap:masalah:alamat-terlalu-panjang");
            assertThat(send("/api/response/v1/x", 2, true)).startsWith("200");
        }
        assertThat(door.get(path + "x".repeat(4_000 - path.length())).statusCode())
                .isEqualTo(200);
    }

    private String send(String path, int length, boolean declared) {
        var bytes = new byte[length];
        var body = declared
                ? BodyPublishers.ofByteArray(bytes)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        var answer = door.send(door.at(path).POST(body));
        return answer.statusCode() + answer.body();
    }

    /** A call of each kind; in bytes. */
    private Map<String, Integer> limits() {
        return Map.of(
                "/api/intake/v1/complaints", 64 << 10,
                "/api/intake/v1/any", 64 << 10,
                "/api/response/v1/cases/0190a1b2-0000-7000-8000-000000000001/notes", 64 << 10,
                "/api/reporting/v1/any", 64 << 10,
                "/auth/realms/tanggap/login-actions/authenticate", 64 << 10,
                "/api/intake/v1/imports", 10 << 20,
                "/api/intake/v1/attachments", 11 << 20,
                "/api/response/v1/cases/0190a1b2-0000-7000-8000-000000000001/evidence", 11 << 20);
    }

    private Map<String, EdgeConfig.Route> services() {
        var services = new TreeMap<>(config.routes());
        services.remove("keycloak");
        services.remove("pages");
        services.remove("hooks");
        return services;
    }

    private static long limitOf(String service) {
        var own = settings(service).getProperty("quarkus.http.limits.max-body-size");
        return own == null ? limitOfAll() : bytes(own);
    }

    private static Stream<String> filesOf(String service) {
        return Stream.ofNullable(settings(service).getProperty("tanggap.sent.files"))
                .flatMap(paths -> Stream.of(paths.split(",")));
    }

    private static Properties settings(String service) {
        return properties(service + "-service/src/main/resources/application.properties");
    }

    private static long limitOfAll() {
        return bytes(properties("rest-kit/src/main/resources/META-INF/microprofile-config.properties")
                .getProperty("tanggap.sent.most"));
    }

    private static long bytes(String size) {
        return new MemorySizeConverter().convert(size).asLongValue();
    }

    private static boolean takesAFile(Object operation) {
        return operation instanceof JsonObject told
                && told
                        .getJsonObject("requestBody", new JsonObject())
                        .getJsonObject("content", new JsonObject())
                        .fieldNames()
                        .stream()
                        .anyMatch(type -> !type.equals("application/json"));
    }

    private static JsonObject document(String service) {
        return new JsonObject(read("contracts/src/main/resources/contracts/openapi/" + service + ".json"));
    }

    private static Properties properties(String file) {
        var read = new Properties();
        try (var reader = Files.newBufferedReader(CHECKOUT.resolve(file))) {
            read.load(reader);
            return read;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(CHECKOUT.resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
