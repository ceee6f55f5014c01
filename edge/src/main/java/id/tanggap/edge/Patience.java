package id.tanggap.edge;

import java.time.InstantSource;

/**
 * How long a client is waited for: at first, and longer the more it brings.
 *
 * @param firstMillis what everybody gets
 * @param bytesPerSecond the bytes that earn a second more
 * @param whole the largest body that is taken in whole, in bytes
 */
record Patience(long firstMillis, long bytesPerSecond, long whole, InstantSource time) {

    static Patience of(EdgeConfig.Patience config, InstantSource time) {
        return new Patience(
                config.atFirst().toMillis(),
                config.perSecond().asLongValue(),
                config.whole().asLongValue(),
                time);
    }

    /** In milliseconds. */
    long with(long bytes) {
        return firstMillis + bytes * 1_000 / bytesPerSecond;
    }

    long now() {
        return time.millis();
    }
}
