package id.tanggap.intake.past.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.Encoder;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.ArrayUtils;
import org.codehaus.stax2.XMLInputFactory2;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** How the process that reads is started: from our own jars, wherever they are, with little memory and behind all others. */
final class ReaderCommand {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path NICE = Path.of("/usr/bin/nice");

    /** With what the machine itself needs it stays below 200 MB, which the service's own limit has to leave. */
    private static final List<String> BOUNDS = List.of(
            "-Xmx128m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=48m",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:MaxDirectMemorySize=8m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null");

    /** One class of each jar that is needed to read a file. */
    private static final List<Class<?>> NEEDED = List.of(
            ReaderProcess.class,
            CSVFormat.class,
            ReadableWorkbook.class,
            InputFactoryImpl.class,
            XMLInputFactory2.class,
            ZipFile.class,
            IOUtils.class,
            ArrayUtils.class,
            Encoder.class);

    private ReaderCommand() {}

    static Process start() throws IOException {
        var builder = new ProcessBuilder(line()).directory(new File("/")).redirectError(Redirect.DISCARD);
        // The key of the vault is among it.
        builder.environment().clear();
        return builder.start();
    }

    private static List<String> line() {
        var line = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            line.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        line.add(JAVA.toString());
        line.addAll(BOUNDS);
        line.addAll(List.of("-cp", classPath(), ReaderProcess.class.getName()));
        return line;
    }

    private static String classPath() {
        return NEEDED.stream().map(ReaderCommand::place).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException strange) {
            throw new IllegalStateException(type.getName() + " stands in no file", strange);
        }
    }
}
