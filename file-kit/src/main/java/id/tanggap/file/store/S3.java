package id.tanggap.file.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A folder in a bucket, which the replicas of a service share. A file is one object, which the store takes whole or not at all. */
public final class S3 implements Store {
    private static final Logger LOG = System.getLogger(S3.class.getName());

    /** What stores say that have no room, or no more for this account: AWS's, Ceph's and MinIO's codes. */
    private static final Set<String> FULL =
            Set.of("QuotaExceeded", "XMinioAdminBucketQuotaExceeded", "XMinioStorageFull");

    private static final int INSUFFICIENT_STORAGE = 507;
    private static final int SERVER_ERRORS = 500;

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    /** With what is tried again; whoever uploads hears within thirty seconds. */
    private static final Duration IN_ALL = Duration.ofSeconds(20);

    private static final Place PROBE = new Place(new UUID(0, 0), new UUID(0, 0));

    private final S3Client client;
    private final String bucket;
    private final String folder;

    private S3(Bucket bucket) {
        this.client = client(bucket);
        this.bucket = bucket.name();
        this.folder = bucket.folder() + "/";
    }

    /**
     * One that may be written to. A store that does not answer now may answer later.
     *
     * @throws IllegalStateException when the store refuses what we do with it, with a sentence for whoever set it
     */
    public static S3 open(Bucket bucket) {
        var store = new S3(bucket);
        try {
            store.put(PROBE, new byte[0]);
            store.delete(PROBE);
        } catch (IOException trouble) {
            if (trouble.getCause() instanceof S3Exception refused && refused.statusCode() < SERVER_ERRORS) {
                throw new IllegalStateException("The bucket for files cannot be written to: " + bucket, trouble);
            }
            LOG.log(Level.WARNING, "{0}: files cannot be kept or read now: {1}", bucket, trouble.getMessage());
        }
        return store;
    }

    /** Asked and answered as every store understands it, and by nothing that stands on the machine. */
    private static S3Client client(Bucket bucket) {
        return S3Client.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of(bucket.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                .forcePathStyle(true)
                .serviceConfiguration(how -> how.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(how -> how.apiCallTimeout(IN_ALL)
                        .defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }

    @Override
    public boolean put(Place place, byte[] content) throws IOException {
        return asked(() -> {
            try {
                client.putObject(request -> request.bucket(bucket).key(key(place)), RequestBody.fromBytes(content));
                return true;
            } catch (S3Exception refused) {
                if (isFull(refused)) {
                    return false;
                }
                throw refused;
            }
        });
    }

    private static boolean isFull(S3Exception refused) {
        var details = refused.awsErrorDetails();
        return refused.statusCode() == INSUFFICIENT_STORAGE
                || (details != null && FULL.contains(String.valueOf(details.errorCode())));
    }

    @Override
    public byte @Nullable [] get(Place place) throws IOException {
        return S3.<byte @Nullable []>asked(() -> {
            try {
                return client.getObjectAsBytes(request -> request.bucket(bucket).key(key(place)))
                        .asByteArrayUnsafe();
            } catch (NoSuchKeyException _) {
                return null;
            }
        });
    }

    @Override
    public void delete(Place place) throws IOException {
        asked(() -> client.deleteObject(request -> request.bucket(bucket).key(key(place))));
    }

    @Override
    public int sweep(Instant before, UnaryOperator<Set<Place>> known) throws IOException {
        var sweep = new Sweep(known, place -> {
            delete(place);
            return true;
        });
        var objects = asked(() -> client.listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(folder))
                .contents()
                .iterator());
        while (asked(objects::hasNext)) {
            var place = placeOf(objects.next(), before);
            if (place != null) {
                sweep.over(place);
            }
        }
        return sweep.end();
    }

    private @Nullable Place placeOf(S3Object object, Instant before) {
        return object.lastModified().isBefore(before) ? Names.place(object.key().substring(folder.length())) : null;
    }

    private String key(Place place) {
        return folder + Names.path(place);
    }

    private static <T extends @Nullable Object> T asked(Supplier<T> request) throws IOException {
        try {
            return request.get();
        } catch (SdkException trouble) {
            throw new IOException("The bucket for files: " + trouble.getMessage(), trouble);
        }
    }
}
