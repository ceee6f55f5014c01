package id.tanggap.local;

import id.tanggap.local.command.Demo;
import id.tanggap.local.command.Detached;
import id.tanggap.local.command.Doctor;
import id.tanggap.local.command.Down;
import id.tanggap.local.command.Exit;
import id.tanggap.local.command.Options;
import id.tanggap.local.command.Status;
import id.tanggap.local.command.Up;
import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Directories;
import id.tanggap.local.machine.RunLock;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Secrets;
import id.tanggap.local.process.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The commands of the script {@code tanggap} that concern the run on this machine. */
final class Tanggap {
    private Tanggap() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return run(Options.parse(arguments));
        } catch (Options.Wrong e) {
            System.err.println("tanggap: " + e.getMessage());
            return Exit.USAGE;
        } catch (IOException e) {
            System.err.println("tanggap: " + e.getMessage());
            return Exit.FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        }
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("tanggap.root", "."))
                .toAbsolutePath()
                .normalize();
        Console console = new Console(System.out);
        return switch (options.command()) {
            case "up" ->
                options.detach()
                        ? new Detached(options.workspace(root), console, Tanggap.class).up(options)
                        : new Up(options.workspace(root), console, InstantSource.system())
                                .run(options.without(), options.demo());
            case "down" -> new Down(options.recorded(root), console).run();
            case "status" -> new Status(options.recorded(root), console).run(options.memory());
            case "demo" -> demo(options.recorded(root), console);
            case "reset" -> reset(options.workspace(root), console);
            case "doctor" -> new Doctor(options.workspace(root), console).run();
            default -> throw new Options.Wrong("unknown command " + options.command());
        };
    }

    private static int demo(Workspace workspace, Console console) throws IOException, InterruptedException {
        if (!Files.exists(workspace.readyMarker())) {
            throw new IOException("nothing that is ready runs on " + workspace.data());
        }
        return new Demo(workspace, Secrets.in(workspace.data()), console).run();
    }

    private static int reset(Workspace workspace, Console console) throws IOException {
        if (!Files.exists(workspace.data())) {
            console.say("Nothing to remove, there is no " + workspace.data());
            return Exit.OK;
        }
        if (!Files.exists(workspace.data().resolve("secrets.properties"))) {
            throw new IOException(workspace.data() + " is not a data directory of tanggap, not touched");
        }
        try (RunLock _ = RunLock.take(workspace)) {
            Leftovers.stop(workspace, console);
            Directories.delete(workspace.data());
        }
        console.say("Removed " + workspace.data());
        return Exit.OK;
    }
}
