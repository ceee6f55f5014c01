package id.tanggap.file.store;

import static id.tanggap.file.store.StoreContract.content;
import static id.tanggap.file.store.StoreContract.keeping;
import static id.tanggap.file.store.StoreContract.place;
import static id.tanggap.file.store.StoreContract.tomorrow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class S3Test implements StoreContract {
    private final S3Server server = new S3Server();
    private final Store store = S3.open(server.bucket());
    private final Store replica = S3.open(server.bucket());

    S3Test() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Store replica() {
        return replica;
    }

    @Override
    public List<String> paths() {
        var folder = server.bucket().folder() + "/";
        var paths = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var request = ListObjectsV2Request.builder()
                    .bucket(server.bucket().name())
                    .prefix(folder)
                    .continuationToken(next);
            var page = server.objects().list(request.build());
            page.contents().forEach(object -> paths.add(object.key().substring(folder.length())));
            next = page.nextContinuationToken();
        } while (next != null);
        return paths;
    }

    @Override
    public void lay(String path) {
        var request = PutObjectRequest.builder()
                .bucket(server.bucket().name())
                .key(server.bucket().folder() + "/" + path)
                .contentLength((long) content().length)
                .build();
        server.objects().putBlob(request, new ByteArrayInputStream(content()));
    }

    /** Of the same owner, for two services may know one complaint. */
    @Test
    void leavesWhatAnotherServiceKeepsInTheSameBucket() throws IOException {
        var another = S3.open(server.bucketOfAnother());
        var place = place();
        another.put(place, content());

        assertThat(store.get(place)).isNull();
        assertThat(store.sweep(tomorrow(), keeping())).isZero();
        store.delete(place);

        assertThat(another.get(place)).isEqualTo(content());
    }

    @Test
    void saysAtOnceThatThereIsNoSuchBucket() {
        assertThatThrownBy(() -> S3.open(server.bucket("salah", "satu", "rahasia-uji")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The bucket for files cannot be written to: salah/satu at http://127.0.0.1:");
    }

    @Test
    void saysAtOnceThatItIsNotLetIn() {
        assertThatThrownBy(() -> S3.open(server.bucket(server.bucket().name(), "satu", "salah")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The bucket for files cannot be written to: berkas/satu at http://127.0.0.1:")
                .hasMessageNotContaining("salah");
    }

    @Test
    void failsWhileTheServerIsAwayAndSaysNothingIsMissing() throws Exception {
        server.close();

        assertThatThrownBy(() -> store.get(place())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.put(place(), content())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.delete(place())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.sweep(tomorrow(), keeping())).isInstanceOf(IOException.class);
    }

    @Test
    void isOpenedWhileTheServerIsAway() throws Exception {
        server.close();

        assertThat(S3.open(server.bucket())).isNotNull();
    }

    /** As stores put it: RFC 4918, Ceph's and MinIO's quotas; and what is no lack of room. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            507, XMinioStorageFull,              true
            507, InsufficientStorage,            true
            507, ,                               true
            403, QuotaExceeded,                  true
            400, XMinioAdminBucketQuotaExceeded, true
            403, AccessDenied,                   false
            400, EntityTooLarge,                 false
            404, NoSuchBucket,                   false
            """)
    void tellsAFullStoreFromOneThatRefuses(int status, String code, boolean full) throws IOException {
        var refusing = refusing(status, code == null ? "" : "<Error><Code>" + code + "</Code></Error>");
        try {
            var address = URI.create("http://127.0.0.1:" + refusing.getAddress().getPort());
            if (full) {
                assertThat(S3.open(bucket(address)).put(place(), content())).isFalse();
            } else {
                assertThatThrownBy(() -> S3.open(bucket(address))).isInstanceOf(IllegalStateException.class);
            }
        } finally {
            refusing.stop(0);
        }
    }

    private static Bucket bucket(URI address) {
        return new Bucket(address, "us-east-1", "penuh", "satu", "tanggap", "rahasia-uji");
    }

    /** Everything but what asks to delete. */
    private static HttpServer refusing(int status, String body) throws IOException {
        var answer = body.getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var deletes = exchange.getRequestMethod().equals("DELETE");
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(deletes ? 204 : status, deletes || answer.length == 0 ? -1 : answer.length);
            if (!deletes) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
        return server;
    }
}
