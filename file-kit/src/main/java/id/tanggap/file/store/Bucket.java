package id.tanggap.file.store;

import java.net.URI;

/**
 * A folder in a bucket of a store that speaks S3, and who may use it.
 *
 * @param endpoint where the store is, as {@code https://s3.example.go.id}; the bucket is named in the path
 * @param region as the store calls it, for it is signed; many stores take {@code us-east-1}
 * @param folder whose files these are: several services may have one bucket, and none sweeps what is another's
 */
public record Bucket(URI endpoint, String region, String name, String folder, String accessKey, String secretKey) {

    /** Without the keys. */
    @Override
    public String toString() {
        return name + "/" + folder + " at " + endpoint;
    }
}
