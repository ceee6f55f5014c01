package id.tanggap.notification;

import id.tanggap.governments.Governments;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The governments of this installation, read at the start: with faulty data the service does not run. */
@Singleton
class InstalledGovernments {
    @Produces
    @Singleton
    @Startup
    Governments governments(@ConfigProperty(name = "tanggap.governments.dir") Optional<Path> directory) {
        return Governments.load(directory.orElse(null));
    }
}
