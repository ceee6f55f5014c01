package id.tanggap.local.command;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Jvm;
import id.tanggap.local.machine.RunLock;
import id.tanggap.local.machine.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code up --detach}: the same supervisor in the background; returns when all is ready or has failed.
 *
 * @param main of the program, which is started once more
 */
public record Detached(Workspace workspace, Console console, Class<?> main) {

    public int up(Options options) throws IOException, InterruptedException {
        Path log = forget();
        Process supervisor = new ProcessBuilder(command(options))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        follow(log, supervisor, options.demo() ? Demo.marker(workspace) : workspace.readyMarker());
        boolean demonstrated = !options.demo() || isDemonstrated();
        return supervisor.isAlive() && demonstrated ? Exit.OK : Exit.FAILED;
    }

    /** @return the log, which begins anew */
    private Path forget() throws IOException {
        workspace.createDirectories();
        if (RunLock.held(workspace)) {
            throw new IOException("already running on " + workspace.data());
        }
        Path log = workspace.log("tanggap");
        Files.deleteIfExists(log);
        Files.deleteIfExists(workspace.readyMarker());
        Files.deleteIfExists(Demo.marker(workspace));
        return log;
    }

    /** Shows what is said until the awaited file is there, or nobody is left to write it. */
    private static void follow(Path log, Process supervisor, Path awaited) throws IOException, InterruptedException {
        try (RandomAccessFile lines = new RandomAccessFile(log.toFile(), "r")) {
            boolean done = false;
            while (!done) {
                done = Files.exists(awaited) || supervisor.waitFor(200, TimeUnit.MILLISECONDS);
                byte[] fresh = new byte[(int) (lines.length() - lines.getFilePointer())];
                lines.readFully(fresh);
                System.out.print(new String(fresh, StandardCharsets.UTF_8));
            }
        }
    }

    private boolean isDemonstrated() throws IOException {
        Path marker = Demo.marker(workspace);
        return Files.exists(marker) && Files.readString(marker).equals(Demo.DONE);
    }

    private List<String> command(Options options) {
        List<String> command = new ArrayList<>(List.of("nohup", Jvm.JAVA.toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "up",
                "--port",
                Integer.toString(options.port()),
                "--data",
                workspace.data().toString()));
        if (!options.without().isEmpty()) {
            command.addAll(List.of("--without", String.join(",", options.without())));
        }
        if (options.demo()) {
            command.add("--demo");
        }
        return command;
    }
}
