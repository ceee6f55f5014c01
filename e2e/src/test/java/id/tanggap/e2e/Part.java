package id.tanggap.e2e;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The one list of our own parts, which docker-compose.yml, k8s/ and the local run are held against.
 *
 * @param name in service names, addresses and the local run's files
 * @param module the Maven module and the image's name
 * @param port where it listens unless told otherwise
 * @param needed environment variables without which it does not work as meant
 */
record Part(String name, String module, int port, Set<String> needed) {
    private static final Set<String> HTTP = Set.of("QUARKUS_HTTP_HOST", "QUARKUS_HTTP_PORT");
    private static final Set<String> SERVICE =
            Set.of("TANGGAP_POSTGRES", "TANGGAP_DATABASE_PASSWORD", "KAFKA_BOOTSTRAP_SERVERS", "TANGGAP_OIDC_URL");

    /** What an installation may add where it has reason to. */
    private static final Set<String> OPTIONAL = Set.of(
            "TANGGAP_CLOCKS_TOGETHER",
            "TANGGAP_ROUTING_DECIDES",
            "TANGGAP_GOVERNMENTS_DIR",
            "TANGGAP_FILES_S3_ENDPOINT",
            "TANGGAP_FILES_S3_REGION",
            "TANGGAP_FILES_S3_BUCKET",
            "TANGGAP_FILES_S3_ACCESS_KEY",
            "TANGGAP_FILES_S3_SECRET_KEY",
            "TANGGAP_FILES_SCANNER",
            "TANGGAP_CHANNEL_ULAS_WA_VERIFY",
            "TANGGAP_CHANNEL_ULAS_WA_SIGNING",
            "TANGGAP_CHANNEL_ULAS_WA_TOKEN",
            "TANGGAP_CHANNEL_KRA_WA_VERIFY",
            "TANGGAP_CHANNEL_KRA_WA_SIGNING",
            "TANGGAP_CHANNEL_KRA_WA_TOKEN",
            "TANGGAP_MAP_TILES",
            "TANGGAP_MAP_ATTRIBUTION",
            "QUARKUS_MANAGEMENT_PORT",
            "TANGGAP_PUBLIC_URL",
            "QUARKUS_MAILER_FROM",
            "QUARKUS_MAILER_USERNAME",
            "QUARKUS_MAILER_PASSWORD",
            "QUARKUS_MAILER_START_TLS",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES");

    static final int KEYCLOAK_PORT = 8089;

    /** Where each says how it is; only who runs the platform reaches it. */
    static final int MANAGEMENT_PORT = 9000;

    static final List<Part> ALL = List.of(
            new Part(
                    "edge",
                    "edge",
                    8080,
                    union(
                            HTTP,
                            Set.of(
                                    "TANGGAP_PUBLIC_URL",
                                    "TANGGAP_INTAKE_URL",
                                    "TANGGAP_ROUTING_URL",
                                    "TANGGAP_RESPONSE_URL",
                                    "TANGGAP_REPORTING_URL",
                                    "TANGGAP_NOTIFICATION_URL",
                                    "TANGGAP_KEYCLOAK_URL"))),
            service(
                    "intake",
                    8081,
                    "TANGGAP_VAULT_MASTER_KEY",
                    "TANGGAP_FILES_DIRECTORY",
                    "TANGGAP_PUBLIC_URL",
                    "TANGGAP_REPORTING_URL",
                    "TANGGAP_ROUTING_URL",
                    "TANGGAP_RESPONSE_URL",
                    "TANGGAP_CLIENT_SECRET"),
            service("routing", 8082),
            service("response", 8083, "TANGGAP_CLIENT_SECRET", "TANGGAP_FILES_DIRECTORY", "TANGGAP_FILES_MASTER_KEY"),
            service("reporting", 8084, "TANGGAP_PUBLIC_URL", "TANGGAP_INTAKE_URL"),
            service(
                    "notification",
                    8085,
                    "TANGGAP_PUBLIC_URL",
                    "TANGGAP_INTAKE_URL",
                    "TANGGAP_CLIENT_SECRET",
                    "QUARKUS_MAILER_HOST",
                    "QUARKUS_MAILER_PORT"));

    private static Part service(String name, int port, String... own) {
        return new Part(name, name + "-service", port, union(HTTP, union(SERVICE, Set.of(own))));
    }

    /** What is wrong with the value of a {@code TANGGAP_<PART>_URL} where parts are reached by their names. */
    static List<String> misledAddresses(String where, String variable, String value) {
        return Stream.concat(
                        ALL.stream().map(part -> new Target(part.name, part.port)),
                        Stream.of(new Target("keycloak", KEYCLOAK_PORT)))
                .filter(target -> target.variable().equals(variable) && !value.equals(target.url()))
                .map(target -> "%s: %s leads to %s instead of %s".formatted(where, variable, value, target.url()))
                .toList();
    }

    private record Target(String name, int port) {
        String variable() {
            return "TANGGAP_" + name.toUpperCase(Locale.ROOT) + "_URL";
        }

        String url() {
            return "http://" + name + ":" + port;
        }
    }

    /** What is wrong with the environment that a description gives this part. */
    List<String> findingsIn(String where, Set<String> given) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(given);
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(needed);
        unknown.removeAll(OPTIONAL);
        return Stream.concat(
                        missing.stream().map(variable -> where + ": misses the variable " + variable),
                        unknown.stream().map(variable -> where + ": knows no variable " + variable))
                .toList();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }
}
