package id.tanggap.local.part;

import id.tanggap.local.machine.Jvm;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Probe;
import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** One broker that is its own controller, in a process of its own ({@link KafkaNode}). */
record Kafka(Workspace workspace, List<String> after) implements Trainable {
    static final String NAME = "kafka";
    private static final long LEAST_ROOM = 128L << 20;

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("num.partitions", "6"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("offsets.topic.num.partitions", "6"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "2"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
            // The projections are built anew from all that was ever told.
            Map.entry("log.retention.ms", "-1"),
            // A run that rests for weeks must find its place again.
            Map.entry("offsets.retention.minutes", "525600"));

    @Override
    public String name() {
        return NAME;
    }

    /** A broker that is started without room may take its own metadata for corrupt, and forgets its topics. */
    @Override
    public void prepare() throws IOException {
        long room = Files.getFileStore(workspace.data()).getUsableSpace();
        if (room < LEAST_ROOM) {
            throw new IOException("%d MB are free where it needs %d".formatted(room >> 20, LEAST_ROOM >> 20));
        }
        Files.deleteIfExists(marker());
        try (Writer writer = Files.newBufferedWriter(properties())) {
            settings().store(writer, "Written at each start");
        }
    }

    @Override
    public List<String> command() {
        return command(AotCache.of(workspace, this).flags());
    }

    @Override
    public List<String> flags() {
        return Jvm.KAFKA;
    }

    @Override
    public List<Path> jars() {
        return List.of(jar(), workspace.libraries());
    }

    /** A broker of its own, with an empty store. */
    @Override
    public Kafka trainee(Workspace ground) {
        return new Kafka(ground, List.of());
    }

    @Override
    public List<String> command(List<String> flags) {
        List<String> command = Jvm.start(workspace, NAME, Jvm.KAFKA);
        command.addAll(flags);
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                jar() + ":" + workspace.libraries() + "/*",
                KafkaNode.class.getName(),
                properties().toString(),
                marker().toString()));
        return command;
    }

    @Override
    public boolean healthy() {
        return Files.exists(marker()) && Probe.accepts(workspace.port(Port.KAFKA));
    }

    private Path jar() {
        return workspace.root().resolve("local/target/local.jar");
    }

    private Path properties() {
        return workspace.run("kafka.properties");
    }

    private Path marker() {
        return workspace.run("kafka.topics");
    }

    private Properties settings() {
        String broker = "PLAINTEXT://" + workspace.address(Port.KAFKA);
        String controller = workspace.address(Port.KAFKA_CONTROLLER);
        Properties settings = new Properties();
        settings.putAll(SETTINGS);
        settings.putAll(Map.of(
                // Fixed voters rather than a quorum in the log: the ports may differ from one start to the next.
                "controller.quorum.voters",
                "1@" + controller,
                "listeners",
                broker + ",CONTROLLER://" + controller,
                "advertised.listeners",
                broker,
                "log.dirs",
                workspace.data().resolve("kafka").toString()));
        return settings;
    }
}
