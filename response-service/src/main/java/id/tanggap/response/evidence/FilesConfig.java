package id.tanggap.response.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where files are kept, and how they are sealed. */
@ConfigMapping(prefix = "tanggap.files")
interface FilesConfig {

    /** It has to be there; all replicas share it. */
    Optional<Path> directory();

    /** 32 random bytes in base64; lost, it takes all files with it. */
    Optional<String> masterKey();

    /** What stays free on the disk for others. */
    @WithDefault("512M")
    MemorySize reserve();

    /** For how many files there is memory at a time. */
    @WithDefault("1")
    int inspectedAtOnce();
}
