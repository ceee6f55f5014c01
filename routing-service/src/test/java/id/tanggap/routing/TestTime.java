package id.tanggap.routing;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves on. */
@Mock
@Singleton
public class TestTime implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    public void goOn(Duration by) {
        ahead = ahead.plus(by);
    }
}
