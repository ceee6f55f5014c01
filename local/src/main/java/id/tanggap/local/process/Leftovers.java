package id.tanggap.local.process;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.PidFile;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Part;
import id.tanggap.local.part.Platform;
import id.tanggap.local.part.Secrets;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Parts whose supervisor was killed: they still run and hold ports and files. */
public final class Leftovers {
    private static final long PATIENCE_SECONDS = 20;

    private Leftovers() {}

    /** In reverse order, so that PostgreSQL goes when nobody uses it any more. */
    public static void stop(Workspace workspace, Console console) throws IOException {
        if (!java.nio.file.Files.exists(workspace.run(""))) {
            return;
        }
        for (Part part : new Platform(workspace, Secrets.in(workspace.data()), true)
                .parts()
                .reversed()) {
            PidFile file = PidFile.of(workspace, part.name());
            Optional<ProcessHandle> process = file.process();
            if (process.isPresent()) {
                stop(part, process.get(), console);
            }
            file.delete();
        }
    }

    private static void stop(Part part, ProcessHandle process, Console console) throws IOException {
        console.part(part.name(), "left over from an earlier run (process %d), stopped".formatted(process.pid()));
        part.stop(process);
        await(process);
    }

    private static void await(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
