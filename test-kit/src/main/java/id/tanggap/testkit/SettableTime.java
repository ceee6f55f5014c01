package id.tanggap.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of a service under test: stands still at an instant that a test sets, or runs like the machine's and as far
 * ahead of it as a test went on.
 */
public final class SettableTime implements InstantSource {
    private volatile InstantSource source;

    private SettableTime(InstantSource source) {
        this.source = source;
    }

    public static SettableTime running() {
        return new SettableTime(InstantSource.system());
    }

    /** @param instant as ISO 8601 writes it, in UTC */
    public static SettableTime at(String instant) {
        return new SettableTime(InstantSource.fixed(Instant.parse(instant)));
    }

    @Override
    public Instant instant() {
        return source.instant();
    }

    /** @param instant as ISO 8601 writes it, in UTC, at which it stands from now on */
    public void set(String instant) {
        source = InstantSource.fixed(Instant.parse(instant));
    }

    public void goOn(Duration by) {
        var before = source;
        source = () -> before.instant().plus(by);
    }
}
