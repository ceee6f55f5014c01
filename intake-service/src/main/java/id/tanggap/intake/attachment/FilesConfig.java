package id.tanggap.intake.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where citizens' files are kept; the vault's master key seals them. */
@ConfigMapping(prefix = "tanggap.files")
interface FilesConfig {

    /** It has to be there; all replicas share it. */
    Optional<Path> directory();

    /** What stays free on the disk for others. */
    @WithDefault("512M")
    MemorySize reserve();

    /** For how many files there is memory at a time. */
    @WithDefault("1")
    int inspectedAtOnce();

    /** How long a file waits for its complaint, which may have been written where there is no network. */
    @WithDefault("7D")
    Duration unclaimedFor();
}
