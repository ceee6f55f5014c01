package id.tanggap.testkit.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that have to be known before they are started, or outlive a stop. */
public final class FreePort {
    // Below the range from which the system gives ports to clients, which could be given one in between.
    private static final int LOWEST = 20_000;
    private static final int END = 32_000;

    /** One that nobody listens on now. */
    public static int any() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, END)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private FreePort() {}
}
