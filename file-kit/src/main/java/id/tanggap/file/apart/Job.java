package id.tanggap.file.apart;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done apart, and with how much. The process is started from the jars that our own classes come from, whether they
 * are in a build, an image or a test.
 *
 * @param main begins with {@link Worker#begin}
 * @param needed one class of each further jar that the work needs
 * @param heap in megabytes; the machine itself takes up to 70 more
 * @param patience how long it may keep others waiting, in all
 * @param background whether it stands back behind all other work on the machine
 */
public record Job(Class<?> main, List<Class<?>> needed, int heap, Duration patience, boolean background) {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final List<String> STANDING_BACK = List.of("/usr/bin/nice", "-n", "19");

    private static final List<String> BOUNDS = List.of(
            "-Xss512k",
            "-XX:MaxMetaspaceSize=48m",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:MaxDirectMemorySize=8m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED");

    public Job {
        needed = List.copyOf(needed);
    }

    /** The same with another bound in time. */
    public Job within(Duration other) {
        return new Job(main, needed, heap, other, background);
    }

    Process start(List<String> arguments) throws IOException {
        var builder = new ProcessBuilder(line(arguments))
                .directory(new File("/"))
                // It may quote what it reads.
                .redirectError(Redirect.DISCARD);
        // Our keys are among it.
        builder.environment().clear();
        return builder.start();
    }

    private List<String> line(List<String> arguments) {
        var line = new ArrayList<String>();
        if (background && Files.isExecutable(Path.of(STANDING_BACK.getFirst()))) {
            line.addAll(STANDING_BACK);
        }
        line.addAll(List.of(JAVA.toString(), "-Xmx" + heap + "m"));
        line.addAll(BOUNDS);
        line.addAll(List.of("-cp", classPath(), main.getName()));
        line.addAll(arguments);
        return line;
    }

    private String classPath() {
        return Stream.concat(Stream.of(main, Worker.class), needed.stream())
                .map(Job::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException strange) {
            throw new IllegalStateException(type.getName() + " stands in no file", strange);
        }
    }
}
