package id.tanggap.file.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is told to keep files: a directory or a bucket, and nowhere by default, where nobody would look for them.
 *
 * @param directory that is there; all replicas share it
 * @param reserve bytes that stay free on the directory's disk for others
 * @param endpoint where the store is, of which the rest is told then too
 * @param folder in the bucket, of this service alone
 */
public record StoreSettings(
        @Nullable Path directory,
        long reserve,
        @Nullable URI endpoint,
        String region,
        @Nullable String bucket,
        String folder,
        @Nullable String accessKey,
        @Nullable String secretKey) {

    /**
     * What they name.
     *
     * @throws IllegalStateException when that is no place or two, or one that is not to be had, with a sentence for whoever set it
     */
    public Store open() {
        if (directory != null && !namesABucket()) {
            return Directory.open(directory, reserve);
        }
        if (directory != null || !namesABucket()) {
            throw new IllegalStateException(
                    "Files are kept in TANGGAP_FILES_DIRECTORY or at TANGGAP_FILES_S3_ENDPOINT: exactly one has to be set");
        }
        return S3.open(new Bucket(
                told("ENDPOINT", endpoint),
                region,
                told("BUCKET", bucket),
                folder,
                told("ACCESS_KEY", accessKey),
                told("SECRET_KEY", secretKey)));
    }

    private boolean namesABucket() {
        return Stream.of(endpoint, bucket, accessKey, secretKey).anyMatch(Objects::nonNull);
    }

    private static <T> T told(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("TANGGAP_FILES_S3_" + name + " is missing");
        }
        return value;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return directory == null ? bucket + "/" + folder + " at " + endpoint : directory.toString();
    }
}
