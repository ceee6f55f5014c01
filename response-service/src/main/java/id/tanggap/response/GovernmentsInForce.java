package id.tanggap.response;

import id.tanggap.governments.Governments;
import id.tanggap.masking.Maskings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the governments' files once; the service does not start on faulty ones. */
@Singleton
class GovernmentsInForce {
    @Produces
    @Singleton
    Governments governments(@ConfigProperty(name = "tanggap.governments.dir") Optional<Path> directory) {
        return Governments.load(directory.orElse(null));
    }

    @Produces
    @Singleton
    @Startup
    Maskings maskings(Governments governments) {
        return new Maskings(governments.all());
    }
}
