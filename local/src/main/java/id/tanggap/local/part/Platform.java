package id.tanggap.local.part;

import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Workspace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The parts of the platform and how they are told of each other. The order serves the citizen: the edge and intake
 * need only PostgreSQL, so they come first; Keycloak starts beside them, Kafka and the other services follow. So does
 * the share of the processors when they are all busy: a complaint is taken in first, sent to its desk next, told and
 * counted last; what falls behind in a flood is caught up in larger batches.
 *
 * @param withPhone whether something stands in for those who carry messages
 */
public record Platform(Workspace workspace, Secrets secrets, boolean withPhone) {
    /** What is told in ways that only readers of this version understand. */
    private static final Map<String, String> ALL_OF_ONE_VERSION =
            Map.of("TANGGAP_CLOCKS_TOGETHER", "true", "TANGGAP_ROUTING_DECIDES", "true");

    private static final int FIRST = 0;
    private static final int NEXT = 4;
    private static final int LAST = 8;

    public static final String PHONE = Phone.NAME;

    static final String EDGE = "edge";
    static final String INTAKE = "intake";
    static final String RESPONSE = "response";

    /** A citizen can file a complaint when these are ready, a member of staff can log in with the second list. */
    public static final List<String> CITIZENS_DOOR = List.of(EDGE, INTAKE);

    public static final List<String> STAFF_DOOR = List.of(EDGE, Keycloak.NAME, RESPONSE);

    public List<Part> parts() {
        return Stream.concat(own().stream(), withPhone ? Stream.of(new Phone(workspace, channels())) : Stream.empty())
                .toList();
    }

    /** Where people find the phone. */
    public String phonePage() {
        return channels().page();
    }

    private Channels channels() {
        return new Channels(workspace, secrets);
    }

    private List<Part> own() {
        List<String> last = List.of(Postgres.NAME, Kafka.NAME, INTAKE, EDGE);
        return List.of(
                new Postgres(workspace, secrets),
                new Service(workspace, EDGE, "edge", Port.EDGE, Port.EDGE_MANAGEMENT, FIRST, List.of(), edge()),
                service(INTAKE, Port.INTAKE, Port.INTAKE_MANAGEMENT, FIRST, List.of(Postgres.NAME), intake()),
                new Keycloak(workspace, secrets),
                new Kafka(workspace, List.of(Postgres.NAME)),
                service("routing", Port.ROUTING, Port.ROUTING_MANAGEMENT, NEXT, last, Map.of()),
                service(RESPONSE, Port.RESPONSE, Port.RESPONSE_MANAGEMENT, NEXT, last, response()),
                service("notification", Port.NOTIFICATION, Port.NOTIFICATION_MANAGEMENT, LAST, last, notification()),
                service("reporting", Port.REPORTING, Port.REPORTING_MANAGEMENT, LAST, last, reporting()));
    }

    private Service service(
            String name, Port port, Port management, int niceness, List<String> after, Map<String, String> own) {
        Map<String, String> environment = new TreeMap<>(own);
        environment.putAll(ALL_OF_ONE_VERSION);
        environment.put("TANGGAP_PUBLIC_URL", workspace.publicUrl());
        environment.put(
                "TANGGAP_GOVERNMENTS_DIR",
                workspace.root().resolve("governments").toString());
        environment.put("TANGGAP_POSTGRES", workspace.address(Port.POSTGRES));
        environment.put("TANGGAP_DATABASE_PASSWORD", secrets.get(Secrets.database(name)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", workspace.address(Port.KAFKA));
        environment.put("TANGGAP_OIDC_URL", url(Port.KEYCLOAK) + "/auth/realms/tanggap");
        return new Service(workspace, name, name + "-service", port, management, niceness, after, environment);
    }

    private Map<String, String> edge() {
        return Map.of(
                "TANGGAP_PUBLIC_URL", workspace.publicUrl(),
                "TANGGAP_INTAKE_URL", url(Port.INTAKE),
                "TANGGAP_ROUTING_URL", url(Port.ROUTING),
                "TANGGAP_RESPONSE_URL", url(Port.RESPONSE),
                "TANGGAP_REPORTING_URL", url(Port.REPORTING),
                "TANGGAP_NOTIFICATION_URL", url(Port.NOTIFICATION),
                "TANGGAP_KEYCLOAK_URL", url(Port.KEYCLOAK));
    }

    private Map<String, String> intake() {
        return withChannels(Map.of(
                "TANGGAP_VAULT_MASTER_KEY", secrets.get(Secrets.VAULT),
                "TANGGAP_FILES_DIRECTORY", workspace.attachments().toString(),
                "TANGGAP_ROUTING_URL", url(Port.ROUTING),
                "TANGGAP_RESPONSE_URL", url(Port.RESPONSE),
                "TANGGAP_REPORTING_URL", url(Port.REPORTING),
                "TANGGAP_CLIENT_SECRET", secrets.get(Secrets.INTAKE_CLIENT)));
    }

    private Map<String, String> response() {
        return Map.of(
                "TANGGAP_FILES_DIRECTORY", workspace.files().toString(),
                "TANGGAP_FILES_MASTER_KEY", secrets.get(Secrets.FILES),
                "TANGGAP_CLIENT_SECRET", secrets.get(Secrets.RESPONSE_CLIENT));
    }

    private Map<String, String> reporting() {
        return Map.of("TANGGAP_PUBLIC_URL", workspace.publicUrl(), "TANGGAP_INTAKE_URL", url(Port.INTAKE));
    }

    private Map<String, String> notification() {
        return withChannels(Map.of(
                "TANGGAP_INTAKE_URL", url(Port.INTAKE),
                "TANGGAP_CLIENT_SECRET", secrets.get(Secrets.NOTIFICATION_CLIENT),
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", Integer.toString(workspace.port(Port.MAIL))));
    }

    private Map<String, String> withChannels(Map<String, String> own) {
        Map<String, String> environment = new TreeMap<>(own);
        if (withPhone) {
            environment.putAll(channels().environment());
        }
        return environment;
    }

    private String url(Port port) {
        return "http://" + workspace.address(port);
    }
}
