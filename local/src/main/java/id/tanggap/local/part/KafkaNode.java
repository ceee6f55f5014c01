package id.tanggap.local.part;

import id.tanggap.contracts.wire.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The main class of the broker's process: formats an empty store, starts Kafka as its own start script would, makes
 * the topics and says that they are there by a marker file. One process instead of three short ones beside the broker.
 */
final class KafkaNode {
    private KafkaNode() {}

    /** Takes the broker's properties and the path of the marker. */
    public static void main(String[] arguments) throws IOException {
        Path properties = Path.of(arguments[0]);
        Path ready = Path.of(arguments[1]);
        Files.deleteIfExists(ready);
        Properties settings = read(properties);
        if (!Files.exists(Path.of(settings.getProperty("log.dirs"), "meta.properties"))) {
            format(properties);
        }
        Thread.ofPlatform().daemon().name("topics").start(() -> announce(settings, ready));
        kafka.Kafka.main(new String[] {properties.toString()});
    }

    private static Properties read(Path properties) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(properties)) {
            settings.load(reader);
        }
        return settings;
    }

    private static void format(Path properties) throws IOException {
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString()};
        if (StorageTool.execute(arguments, System.out) != 0) {
            throw new IOException("Kafka's store could not be formatted");
        }
    }

    private static void announce(Properties settings, Path ready) {
        Map<String, Object> client = Map.of(
                "bootstrap.servers",
                settings.getProperty("advertised.listeners").replaceFirst(".*//", ""),
                // A broker that reads its whole log again takes its time; whoever started it says when that is too
                // long.
                "default.api.timeout.ms",
                Integer.MAX_VALUE);
        try (Admin admin = Admin.create(client)) {
            admin.listTopics().names().get();
            refuseStrays(Path.of(settings.getProperty("log.dirs")));
            createTopics(admin);
            Files.createFile(ready);
        } catch (IOException | ExecutionException e) {
            System.err.println("The topics could not be made: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a broker knows of no longer it has put aside; topics made anew would hide that. */
    static void refuseStrays(Path logs) throws IOException {
        try (DirectoryStream<Path> strays = Files.newDirectoryStream(logs, "complaint.*-stray")) {
            if (strays.iterator().hasNext()) {
                throw new IOException(
                        "the broker has lost topics whose records stand in " + logs + "/complaint.*-stray."
                                + " Restore its directory from a copy, or remove these to begin without them");
            }
        }
    }

    private static void createTopics(Admin admin) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = Topics.withDeadLetters()
                .map(topic -> new NewTopic(topic, Topics.PARTITIONS, (short) 1).configs(Topics.SETTINGS))
                .toList();
        for (var creation : admin.createTopics(topics).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
