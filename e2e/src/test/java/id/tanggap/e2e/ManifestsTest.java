package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestsTest {
    private static final Map<String, String> FILES = read();

    @Test
    void describeOurPartsSafely() {
        assertThat(new Manifests(FILES).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            intake.yaml        | livenessProbe:              | livenessProb:                | unknown field livenessProb
            intake.yaml        | maxSurge: 1                 | maxSurges: 1                 | unknown field maxSurges
            intake.yaml        | sizeLimit: 512Mi            | sizeLimit: large             | SizeLimit: Character l is neither
            intake.yaml        | replicas: 2                 | replicas: two                | intake.yaml: Cannot deserialize
            intake.yaml        | kind: PodDisruptionBudget   | kind: PodDisruptionBudgets   | intake.yaml: unknown kind
            ingress.yaml       | name: edge                  | name: intake                 | Ingress: opens intake to the world
            settings.yaml      | TANGGAP_POSTGRES            | TANGGAP_POSTGRESS            | routing: misses the variable TANGGAP_POSTGRES
            settings.yaml      | keycloak:8089               | keycloak:8080                | edge: TANGGAP_KEYCLOAK_URL leads to http://keycloak:8080
            settings.yaml      | 'kind: ConfigMap\\nmetadata:\\n  name: mail' | 'kind: Secret\\nmetadata:\\n  name: mail' | mail: a Secret in the repository
            response.yaml      | '  name: response'          | '  name: respons'            | response: has no Deployment
            response.yaml      | readinessProbe              | startupProbe                 | response.yaml: found duplicate key
            response.yaml      | readinessProbe              | readinesProbe                | response: has no readiness probe
            response.yaml      | health/started              | health/live                  | response: has no startup probe
            response.yaml      | memory: 768Mi               | cpu: 1                       | response: has no resources
            response.yaml      | readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | response: may gain privileges
            response.yaml      | runAsNonRoot: true          | runAsNonRoot: false          | response: may run as root
            response.yaml      | response-service:0.1.0      | response-service:latest      | response: does not run a pinned image
            response.yaml      | containerPort: 8083         | containerPort: 8080          | response: does not listen on port 8083
            response.yaml      | containerPort: 9000         | containerPort: 9001          | response: does not listen on port 8083 and its management port
            response.yaml      | port: management            | port: http                   | response: has no liveness probe
            response.yaml      | port: 8083                  | port: 80                     | response: has no Service on port 8083
            response.yaml      | value: "8083"               | value: "8080"                   | response: is told another port
            response.yaml      | maxSkew: 1                  | maxSkew: 1.5                 | response.yaml: Cannot
            edge.yaml          | http://routing:8082         | http://routing:8081          | edge: TANGGAP_ROUTING_URL leads to http://routing:8081
            kustomization.yaml | intake.yaml                 | intakes.yaml                 | kustomization.yaml: lists intakes.yaml, which is not there
            kustomization.yaml | '  - intake.yaml\\n'        | ''                           | kustomization.yaml: does not list intake.yaml
            kustomization.yaml | resources:                  | resource:                    | kustomization.yaml: unknown field resource
            """)
    void findsWhatIsBroken(String file, String good, String bad, String finding) {
        Map<String, String> broken = new TreeMap<>(FILES);
        String wanted = good.translateEscapes();
        assertThat(FILES.get(file)).contains(wanted);

        broken.compute(file, (_, text) -> String.valueOf(text).replace(wanted, bad.translateEscapes()));

        assertThat(new Manifests(broken).findings()).anyMatch(found -> found.contains(finding));
    }

    private static Map<String, String> read() {
        try (Stream<Path> files = Files.list(Checkout.ROOT.resolve("k8s"))) {
            Map<String, String> texts = new TreeMap<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .forEach(name -> texts.put(name, Checkout.read("k8s/" + name)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
