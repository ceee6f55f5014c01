package id.tanggap.local.command;

import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param without parts that are not started, because a developer runs them otherwise
 */
public record Options(
        String command, int port, Path data, Set<String> without, boolean demo, boolean detach, boolean memory) {

    /** The command line is wrong; the message says how. */
    public static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Wrong(String message) {
            super(message);
        }
    }

    public static Options parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Wrong("a command is missing");
        }
        int port = Port.DEFAULT_FRONT_DOOR;
        Path data = Path.of(".tanggap");
        Set<String> without = Set.of();
        boolean demo = false;
        boolean detach = false;
        boolean memory = false;
        Iterator<String> rest = arguments.subList(1, arguments.size()).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--port" -> port = port(value(option, rest));
                case "--data" -> data = Path.of(value(option, rest));
                case "--without" -> without = Set.of(value(option, rest).split(","));
                case "--demo" -> demo = true;
                case "--detach" -> detach = true;
                case "--memory" -> memory = true;
                default -> throw new Wrong("unknown option " + option);
            }
        }
        return new Options(arguments.getFirst(), port, data, without, demo, detach, memory);
    }

    /** A relative data directory is meant from where the command was given, the default one from the checkout. */
    public Workspace workspace(Path root) {
        Path directory = data.equals(Path.of(".tanggap")) ? root.resolve(data) : data.toAbsolutePath();
        return new Workspace(root, directory.normalize(), port);
    }

    /** The same with the port that the running one was given. */
    public Workspace recorded(Path root) throws IOException {
        Workspace workspace = workspace(root);
        Path recorded = workspace.run("port");
        return Files.exists(recorded)
                ? new Workspace(
                        root, workspace.data(), port(Files.readString(recorded).strip()))
                : workspace;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Wrong(option + " needs a value");
        }
        return rest.next();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 1023 && port <= Port.HIGHEST_FRONT_DOOR) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Answered below, like a number out of range.
        }
        throw new Wrong("--port needs a number from 1024 to " + Port.HIGHEST_FRONT_DOOR + ", not " + text);
    }
}
