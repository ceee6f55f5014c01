package id.tanggap.file.store;

import java.net.URI;

/**
 * A bucket of a store that speaks S3, and who may use it.
 *
 * @param endpoint where the store is, as {@code https://s3.example.go.id}; the bucket is named in the path
 * @param region as the store calls it, for it is signed; many stores take {@code us-east-1}
 */
public record Bucket(URI endpoint, String region, String name, String accessKey, String secretKey) {

    /** Without the keys. */
    @Override
    public String toString() {
        return name + " at " + endpoint;
    }
}
