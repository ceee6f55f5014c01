package id.tanggap.intake.channel;

import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Once an hour: what was dealt with is forgotten in its time. */
@ApplicationScoped
class InboundSweep {
    private static final Pace PACE = new Pace(Duration.ofHours(1), Duration.ofMinutes(1));

    private final Watch watch;

    InboundSweep(InboundEvents events, Vertx vertx) {
        watch = new Watch(
                "What providers brought", vertx, PACE, () -> events.sweep().replaceWith(PACE.longestSleep()));
    }

    void start(@Observes StartupEvent event) {
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }
}
