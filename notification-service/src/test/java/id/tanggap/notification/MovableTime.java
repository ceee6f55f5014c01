package id.tanggap.notification;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's clock, and whatever a test puts before it. */
@Singleton
public class MovableTime implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    public void forward(Duration duration) {
        ahead = ahead.plus(duration);
    }
}
