package id.tanggap.local.command;

import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What was asked for on the command line.
 *
 * @param without parts that are not started, because a developer runs them otherwise
 */
public record Options(String command, int port, Path data, Set<String> without, Set<Flag> flags) {
    private static final Path DEFAULT_DATA = Path.of(".tanggap");

    public enum Flag {
        DEMO,
        DETACH,
        MEMORY
    }

    private static final Map<String, Flag> FLAGS =
            Map.of("--demo", Flag.DEMO, "--detach", Flag.DETACH, "--memory", Flag.MEMORY);

    /** Take the next argument. */
    private static final Map<String, BiConsumer<Asked, String>> VALUED = Map.of(
            "--port", (asked, text) -> asked.port = port(text),
            "--data", (asked, text) -> asked.data = Path.of(text),
            "--without", (asked, text) -> asked.without = Set.of(text.split(",")));

    /** What was asked for so far. */
    private static final class Asked {
        private int port = Port.DEFAULT_FRONT_DOOR;
        private Path data = DEFAULT_DATA;
        private Set<String> without = Set.of();
        private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

        void take(String option, Iterator<String> rest) {
            var valued = VALUED.get(option);
            var flag = FLAGS.get(option);
            if (valued != null) {
                valued.accept(this, value(option, rest));
            } else if (flag != null) {
                flags.add(flag);
            } else {
                throw new Wrong("unknown option " + option);
            }
        }
    }

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
        Asked asked = new Asked();
        Iterator<String> rest = arguments.subList(1, arguments.size()).iterator();
        while (rest.hasNext()) {
            asked.take(rest.next(), rest);
        }
        return new Options(arguments.getFirst(), asked.port, asked.data, asked.without, asked.flags);
    }

    public boolean demo() {
        return flags.contains(Flag.DEMO);
    }

    public boolean detach() {
        return flags.contains(Flag.DETACH);
    }

    public boolean memory() {
        return flags.contains(Flag.MEMORY);
    }

    /** A relative data directory is meant from where the command was given, the default one from the checkout. */
    public Workspace workspace(Path root) {
        Path directory = data.equals(DEFAULT_DATA) ? root.resolve(data) : data.toAbsolutePath();
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
