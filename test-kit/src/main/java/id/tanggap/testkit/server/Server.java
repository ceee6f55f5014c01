package id.tanggap.testkit.server;

/** A server that a test may stop and start again: the same address and the same data afterwards. */
public interface Server {
    /** {@code host:port}, the same over restarts. */
    String address();

    /** Stops it as an operator would; returns when its port is closed. */
    void stop();

    /** Starts it again; returns when it answers. */
    void start();
}
