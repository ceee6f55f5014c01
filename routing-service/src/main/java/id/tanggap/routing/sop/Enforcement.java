package id.tanggap.routing.sop;

import id.tanggap.governments.Governments;
import id.tanggap.governments.file.InvalidGovernment;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts changed files of the governments into force without a restart. Faulty ones are refused with file, line and field
 * in the log, and the old ones stay; {@code governments.faults} counts them until they are mended.
 */
@ApplicationScoped
class Enforcement {
    private static final Logger LOG = Logger.getLogger(Enforcement.class);

    private final Handbook handbook;
    private final Event<InForce> inForce;
    private final Optional<String> directory;
    private final AtomicInteger faults;
    private @Nullable FolderWatch watch;

    Enforcement(
            Handbook handbook,
            Event<InForce> inForce,
            MeterRegistry meters,
            @ConfigProperty(name = "tanggap.governments.dir") Optional<String> directory) {
        this.handbook = handbook;
        this.inForce = inForce;
        this.directory = directory;
        this.faults = meters.gauge("governments.faults", new AtomicInteger());
    }

    void start(@Observes StartupEvent event) {
        directory.ifPresent(folder -> watch = FolderWatch.of(Path.of(folder), () -> enforce(Path.of(folder))));
        inForce.fire(new InForce());
    }

    void stop(@Observes ShutdownEvent event) {
        if (watch != null) {
            watch.close();
        }
    }

    private void enforce(Path folder) {
        try {
            handbook.enforce(Governments.load(folder));
            faults.set(0);
            LOG.info("The changed files of the governments are in force");
            inForce.fire(new InForce());
        } catch (InvalidGovernment refused) {
            faults.set(refused.faults().size());
            LOG.errorf(
                    "The changed files of the governments are refused, the old ones stay in force:%n%s",
                    refused.getMessage());
        }
    }
}
