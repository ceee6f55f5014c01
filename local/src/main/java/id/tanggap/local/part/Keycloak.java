package id.tanggap.local.part;

import id.tanggap.local.machine.Commands;
import id.tanggap.local.machine.Jvm;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Probe;
import id.tanggap.local.machine.Rest;
import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The login server, with its data in PostgreSQL like everybody's. The distribution is shared by all data directories
 * of a checkout, since what its build step fixes does not depend on them. It is run with the JVM directly: the start
 * script would put a shell between the supervisor and the process.
 */
record Keycloak(Workspace workspace, Secrets secrets) implements Part {
    static final String NAME = "keycloak";

    /** What Keycloak wants to know when it is built rather than when it is started. */
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--http-relative-path=/auth");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> after() {
        return List.of(Postgres.NAME);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path home = home();
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Realm.write(workspace, realm());
        Files.copy(realm(), imports.resolve("tanggap-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        Path built = home.resolve("lib/quarkus/built-with");
        try (FileChannel channel = FileChannel.open(
                        home.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            String options = String.join(" ", BUILD_OPTIONS);
            if (!Files.exists(built) || !Files.readString(built).equals(options)) {
                Commands.run(java("build", BUILD_OPTIONS), workspace.log(NAME), Duration.ofMinutes(5));
                Files.writeString(built, options);
            }
        }
    }

    @Override
    public List<String> command() {
        // Nice: while everything starts, the citizen's door comes first.
        List<String> command = new ArrayList<>(List.of("nice", "-n", "5"));
        command.addAll(java(
                "start",
                List.of(
                        "--optimized",
                        "--import-realm",
                        "--hostname=" + workspace.publicUrl() + "/auth",
                        "--hostname-admin=http://" + workspace.address(Port.KEYCLOAK) + "/auth",
                        "--hostname-backchannel-dynamic=true",
                        "--proxy-headers=xforwarded",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + workspace.port(Port.KEYCLOAK),
                        "--http-management-port=" + workspace.port(Port.KEYCLOAK_MANAGEMENT),
                        "--cache=local",
                        "--spi-theme--folder--dir=" + workspace.root().resolve("keycloak/themes"),
                        "--db-url=jdbc:postgresql://" + workspace.address(Port.POSTGRES) + "/"
                                + Secrets.KEYCLOAK_DATABASE,
                        "--db-username=" + Secrets.KEYCLOAK_DATABASE,
                        "--db-pool-initial-size=1",
                        "--db-pool-max-size=10")));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KC_DB_PASSWORD", secrets.get(Secrets.database(Secrets.KEYCLOAK_DATABASE)),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(Secrets.KEYCLOAK_ADMIN),
                "TANGGAP_INTAKE_CLIENT_SECRET", secrets.get(Secrets.INTAKE_CLIENT),
                "TANGGAP_RESPONSE_CLIENT_SECRET", secrets.get(Secrets.RESPONSE_CLIENT),
                "TANGGAP_NOTIFICATION_CLIENT_SECRET", secrets.get(Secrets.NOTIFICATION_CLIENT),
                "TANGGAP_DEMO_CLIENT_SECRET", secrets.get(Secrets.DEMO_CLIENT),
                "TANGGAP_REPLAY_CLIENT_SECRET", secrets.get(Secrets.REPLAY_CLIENT),
                "TANGGAP_DEMO_PASSWORD", secrets.get(Secrets.DEMO_PASSWORD));
    }

    /** Once for every realm that this directory's login server has not seen. Without it people log in all the same. */
    @Override
    public void settle() throws IOException {
        String realm = Files.readString(realm());
        Path seen = workspace.data().resolve("realm.settled.json");
        if (Files.exists(seen) && Files.readString(seen).equals(realm)) {
            return;
        }
        try {
            Rest rest = new Rest("http://" + workspace.address(Port.KEYCLOAK));
            Map<String, String> asAdmin = Realm.asAdmin(rest, secrets.get(Secrets.KEYCLOAK_ADMIN));
            Realm.supplement(rest, asAdmin, environment(), realm);
            Realm.guardMaster(rest, asAdmin, realm);
            Files.writeString(seen, realm);
        } catch (IOException e) {
            String trouble = "What the realm lacks could not be added: " + e.getMessage() + "\n";
            Files.writeString(workspace.log(NAME), trouble, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** The realm answers; the server's own readiness comes before the realm is imported. */
    @Override
    public boolean healthy() {
        return Probe.answersHttp(
                workspace.address(Port.KEYCLOAK), "/auth/realms/tanggap/.well-known/openid-configuration");
    }

    private List<String> java(String verb, List<String> options) {
        Path home = home();
        List<String> command = Jvm.start(workspace, NAME, Jvm.KEYCLOAK);
        for (String opened : List.of("util", "util.concurrent", "security", "lang")) {
            command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dfile.encoding=UTF-8",
                "-Djava.security.egd=file:/dev/urandom",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                // Otherwise each connection that died with the database fails one more person's sign-in.
                "-Dquarkus.datasource.jdbc.validate-on-borrow=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                verb));
        command.addAll(options);
        return command;
    }

    private Path realm() {
        return workspace.run("realm.json");
    }

    private Path home() {
        try (Stream<Path> unpacked = Files.list(workspace.root().resolve("local/target/keycloak"))) {
            return unpacked.max(java.util.Comparator.naturalOrder()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak is not unpacked, build the module local", e);
        }
    }
}
