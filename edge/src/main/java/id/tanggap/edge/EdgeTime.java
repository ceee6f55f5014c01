package id.tanggap.edge;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one place where the clock of the machine comes in. */
class EdgeTime {

    @Produces
    @Singleton
    InstantSource time() {
        return InstantSource.system();
    }
}
