package id.tanggap.file.store;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/** A server that speaks S3, verifies every signature, and keeps its objects in memory. */
final class S3Server implements AutoCloseable {
    private static final String BUCKET = "berkas";
    private static final String ACCESS_KEY = "tanggap";
    private static final String SECRET_KEY = "rahasia-uji";

    private final BlobStore objects = BlobStores.create("transient-nio2", new Properties());
    private final S3Proxy server;
    private final URI endpoint;

    S3Server() throws Exception {
        objects.createContainer(BUCKET);
        server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .stopTimeout(0)
                .build();
        server.start();
        endpoint = URI.create("http://127.0.0.1:" + server.getPort());
    }

    Bucket bucket() {
        return bucket(BUCKET, "satu", SECRET_KEY);
    }

    Bucket bucketOfAnother() {
        return bucket(BUCKET, "satulagi", SECRET_KEY);
    }

    Bucket bucket(String name, String folder, String secretKey) {
        return new Bucket(endpoint, "id-jkt-1", name, folder, ACCESS_KEY, secretKey);
    }

    BlobStore objects() {
        return objects;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        objects.close();
    }
}
