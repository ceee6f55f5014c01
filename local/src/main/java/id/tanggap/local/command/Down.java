package id.tanggap.local.command;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.RunLock;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.process.Leftovers;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code down}: stops the running one of a data directory, and what a killed one left. */
public record Down(Workspace workspace, Console console) {
    private static final int PATIENCE_SECONDS = 180;

    public int run() throws IOException, InterruptedException {
        Optional<ProcessHandle> supervisor = RunLock.holder(workspace);
        if (supervisor.isPresent()) {
            stop(supervisor.get());
            console.say("Stopped");
        } else {
            Leftovers.stop(workspace, console);
            console.say("Not running");
        }
        return Exit.OK;
    }

    private static void stop(ProcessHandle supervisor) throws IOException, InterruptedException {
        supervisor.destroy();
        for (int i = 0; i < PATIENCE_SECONDS * 10 && supervisor.isAlive(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (supervisor.isAlive()) {
            throw new IOException("process %d does not stop".formatted(supervisor.pid()));
        }
    }
}
