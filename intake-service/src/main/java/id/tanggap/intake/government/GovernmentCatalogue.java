package id.tanggap.intake.government;

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
class GovernmentCatalogue {
    @Produces
    @Singleton
    Governments governments(@ConfigProperty(name = "tanggap.governments.dir") Optional<String> directory) {
        return Governments.load(directory.map(Path::of).orElse(null));
    }

    @Produces
    @Singleton
    @Startup
    Maskings maskings(Governments governments) {
        return new Maskings(governments.all());
    }
}
