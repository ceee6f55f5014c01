package id.tanggap.intake.page.lodge;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What lies below the outlines of the map on which a pin is set; nothing unless the operator says so. */
@ConfigMapping(prefix = "tanggap.map")
public interface MapConfig {

    /** An address with the places {@code {z}}, {@code {x}} and {@code {y}}. */
    Optional<String> tiles();

    /** What the owner of the tiles wants to read on the map. */
    Optional<String> attribution();
}
