package id.tanggap.reporting;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the service under test. */
@Singleton
public class SettableTime implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-10T03:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void set(String instant) {
        now = Instant.parse(instant);
    }
}
