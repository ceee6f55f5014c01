package id.tanggap.intake.attachment;

import id.tanggap.file.store.StoreSettings;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where citizens' files are kept; the vault's master key seals them, and who looks for malware in them. */
@ConfigMapping(prefix = "tanggap.files")
interface FilesConfig {

    /** In a bucket, which other services may use too. */
    String FOLDER = "intake";

    /** It has to be there; all replicas share it. */
    Optional<Path> directory();

    /** Instead of a directory. */
    S3 s3();

    /** {@code host:port} of ClamAV's daemon; files are taken without being scanned where there is none. */
    Optional<String> scanner();

    /** What stays free on the disk for others. */
    @WithDefault("512M")
    MemorySize reserve();

    /** For how many files there is memory at a time. */
    @WithDefault("1")
    int inspectedAtOnce();

    /** How long a file waits for its complaint, which may have been written where there is no network. */
    @WithDefault("7D")
    Duration unclaimedFor();

    /** A bucket, which all replicas share. */
    interface S3 {
        Optional<URI> endpoint();

        /** As the store calls it; many take this one. */
        @WithDefault("us-east-1")
        String region();

        Optional<String> bucket();

        Optional<String> accessKey();

        Optional<String> secretKey();
    }

    default StoreSettings store() {
        return new StoreSettings(
                directory().orElse(null),
                reserve().asLongValue(),
                s3().endpoint().orElse(null),
                s3().region(),
                s3().bucket().orElse(null),
                FOLDER,
                s3().accessKey().orElse(null),
                s3().secretKey().orElse(null));
    }
}
