package id.tanggap.local.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the parts that are written in Java are run; the one place for their memory. */
public final class Jvm {
    public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k",
            "-Djava.awt.headless=true",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private static final List<String> SERVICE = service("-Xmx192m");

    /** Has photos in memory as they were sent and as they are kept; a process beside it has their pixels. */
    private static final List<String> RESPONSE = service("-Xmx256m");

    /** Learns from up to nine thousand cases, which takes most of it for a minute. */
    private static final List<String> ROUTING = service("-Xmx384m");

    /** Lays out a report of two thousand lines now and then. */
    private static final List<String> REPORTING = service("-Xmx384m");

    public static final List<String> KAFKA = flags("-Xms64m", "-Xmx256m", "-XX:ReservedCodeCacheSize=64m");

    /** A start for a few logins: the second compiler would cost it more than it brings. */
    public static final List<String> KEYCLOAK = flags(
            "-Xms64m",
            "-Xmx384m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:TieredStopAtLevel=1");

    /** Keeps in memory what is sent to and from it, files included, for as long as there is room. */
    public static final List<String> PHONE =
            flags("-Xms16m", "-Xmx192m", "-XX:ReservedCodeCacheSize=32m", "-XX:TieredStopAtLevel=1");

    private Jvm() {}

    /** The beginning of a command line; the data directory in it tells our processes from strangers. */
    public static List<String> start(Workspace workspace, String part, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.add("-Dtanggap.part=" + part);
        command.add("-Dtanggap.data=" + workspace.data());
        command.addAll(flags);
        return command;
    }

    public static List<String> ofService(String name) {
        return switch (name) {
            case "response" -> RESPONSE;
            case "routing" -> ROUTING;
            case "reporting" -> REPORTING;
            default -> SERVICE;
        };
    }

    // No bound on metaspace: the step that writes a start cache would inherit it and has to hold all classes twice.
    private static List<String> service(String heap) {
        return flags(
                "-Xms32m",
                heap,
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-XX:SurvivorRatio=4",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxDirectMemorySize=64m");
    }

    private static List<String> flags(String... memory) {
        List<String> flags = new ArrayList<>(List.of(memory));
        flags.addAll(COMMON);
        return List.copyOf(flags);
    }
}
