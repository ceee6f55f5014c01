package id.tanggap.intake.page.lodge;

import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Once an hour: nobody comes back for what was typed a week ago. */
@ApplicationScoped
class DraftSweep {
    private static final Pace PACE = new Pace(Duration.ofHours(1), Duration.ofMinutes(1));

    private final Watch watch;

    DraftSweep(Drafts drafts, Vertx vertx) {
        watch = new Watch("Drafts", vertx, PACE, () -> drafts.sweep().replaceWith(PACE.longestSleep()));
    }

    void start(@Observes StartupEvent event) {
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }
}
