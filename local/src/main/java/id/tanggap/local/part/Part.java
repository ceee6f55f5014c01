package id.tanggap.local.part;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One process of the platform: how it is started, what it waits for, when it is ready. */
public interface Part {

    String name();

    /** The parts that must be ready before this one is started; it is stopped before they are. */
    default List<String> after() {
        return List.of();
    }

    /** How long a start, the very first included, may take on a slow, busy machine before it counts as failed. */
    default Duration patience() {
        return Duration.ofMinutes(6);
    }

    /** Before the process starts, each time; must be repeatable. */
    default void prepare() throws IOException, InterruptedException {}

    List<String> command();

    /** Added to the environment of the supervisor; secrets go here and never on the command line. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Asked often while the part starts; false on any trouble. */
    boolean healthy();

    /** After the part has become ready and before those that wait for it are started; must be repeatable. */
    default void settle() throws IOException {}

    /** Asks the process to end. */
    default void stop(ProcessHandle process) {
        process.destroy();
    }
}
