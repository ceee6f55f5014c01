package id.tanggap.edge.client;

import java.time.InstantSource;

/**
 * How long a client is waited for: at first, and longer the more it brings.
 *
 * @param firstMillis what everybody gets
 * @param bytesPerSecond the bytes that earn a second more
 * @param whole the largest body that is taken in whole, in bytes
 */
public record Patience(long firstMillis, long bytesPerSecond, long whole, InstantSource time) {

    /** In milliseconds. */
    long with(long bytes) {
        return firstMillis + bytes * 1_000 / bytesPerSecond;
    }

    long now() {
        return time.millis();
    }
}
