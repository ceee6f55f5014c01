package id.tanggap.file.apart;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a process begins that was started for a {@link Job}. */
public final class Worker {
    private static final int BUFFER = 64 << 10;

    private Worker() {}

    /**
     * Sees to it that the process ends with the one that started it, and before that one where memory is short.
     *
     * @return where it says what came of its work
     */
    public static DataOutputStream begin() {
        ProcessHandle.current()
                .parent()
                .ifPresent(other ->
                        other.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        beTheFirstToGo();
        return new DataOutputStream(new BufferedOutputStream(System.out, BUFFER));
    }

    private static void beTheFirstToGo() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000", WRITE);
        } catch (IOException _) {
            // Elsewhere than on Linux there is no such wish.
        }
    }
}
