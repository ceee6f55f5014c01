package id.tanggap.messaging;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The machine's clock, unless a test brings its own. */
@Singleton
class SystemTime {
    @Produces
    @DefaultBean
    @Singleton
    InstantSource time() {
        return InstantSource.system();
    }
}
