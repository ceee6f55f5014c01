package id.tanggap.local.part;

import id.tanggap.local.machine.Jvm;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Probe;
import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of the services, or the edge: a Quarkus application that says on its management port when it is ready.
 *
 * @param module the directory of its Maven module
 * @param management where it says how it is
 * @param niceness how far it steps back when the processors are busy, 0 for not at all
 * @param own the settings that only this one has
 */
record Service(
        Workspace workspace,
        String name,
        String module,
        Port port,
        Port management,
        int niceness,
        List<String> after,
        Map<String, String> own)
        implements Trainable {

    @Override
    public void prepare() throws IOException {
        if (!Files.exists(jar())) {
            throw new IOException("%s is not built: %s is missing"
                    .formatted(name, workspace.root().relativize(jar())));
        }
    }

    @Override
    public List<String> command() {
        return command(AotCache.of(workspace, this).flags());
    }

    @Override
    public List<String> flags() {
        return Jvm.ofService(name);
    }

    @Override
    public List<Path> jars() {
        return List.of(jar().getParent());
    }

    /**
     * Another replica: they may come and go at any time, so nothing needs to be faked for it. It reads the topics in a
     * group of its own, so that the partitions of the running one need not be dealt out anew; what both take has its
     * effect once.
     */
    @Override
    public Service trainee(Workspace ground) {
        Map<String, String> environment = new TreeMap<>(own);
        environment.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GROUP_ID", Trainable.TRAINING + "-" + name);
        environment.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_AUTO_OFFSET_RESET", "latest");
        return new Service(ground, name, module, port, management, niceness, List.of(), environment);
    }

    @Override
    public List<String> command(List<String> flags) {
        List<String> command = new ArrayList<>(List.of("nice", "-n", Integer.toString(niceness)));
        command.addAll(Jvm.start(workspace, name, flags()));
        command.addAll(flags);
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-jar");
        command.add(jar().toString());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(own);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(workspace.port(port)));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(workspace.port(management)));
        return environment;
    }

    @Override
    public boolean healthy() {
        return Probe.answersHttp(workspace.address(management), "/q/health/ready");
    }

    Path jar() {
        return workspace.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
