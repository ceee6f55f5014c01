package id.tanggap.testkit.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** The real broker in this JVM, KRaft, one node. */
final class EmbeddedKafka implements Server {
    private final int port = FreePort.any();
    private final Path directory = Scratch.directoryOf(this, "tanggap-kafka");
    private final String cluster = Uuid.randomUuid().toString();
    private final Properties properties = properties();
    private @Nullable KafkaRaftServer running;

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void start() {
        format();
        running = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        running.startup();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            running = null;
        }
    }

    /** Formats the log directory; a directory that is formatted already stays as it is. */
    private void format() {
        var config = directory.resolve("server.properties");
        try (var out = Files.newOutputStream(config)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var arguments =
                new String[] {"format", "-t", cluster, "-c", config.toString(), "--ignore-formatted", "--standalone"};
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        if (StorageTool.execute(arguments, quiet) != 0) {
            throw new IllegalStateException("Kafka's directory cannot be formatted: " + directory);
        }
    }

    private Properties properties() {
        var controller = FreePort.any();
        var properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("listeners", "BROKER://localhost:" + port + ",CONTROLLER://localhost:" + controller),
                Map.entry("advertised.listeners", "BROKER://localhost:" + port),
                Map.entry("inter.broker.listener.name", "BROKER"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.quorum.bootstrap.servers", "localhost:" + controller),
                Map.entry("log.dirs", directory.resolve("log").toString()),
                Map.entry("num.partitions", "3"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216")));
        return properties;
    }
}
