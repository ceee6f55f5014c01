package id.tanggap.file.store;

import static id.tanggap.file.store.StoreContract.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTest {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:9");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void openADirectory() {
        assertThat(new StoreSettings(directory, 0, null, "us-east-1", null, "satu", null, null).open())
                .isInstanceOf(Directory.class);
    }

    @Test
    void openABucket() throws Exception {
        try (var server = new S3Server()) {
            var bucket = server.bucket();

            var store = new StoreSettings(
                            null,
                            0,
                            bucket.endpoint(),
                            bucket.region(),
                            bucket.name(),
                            bucket.folder(),
                            bucket.accessKey(),
                            bucket.secretKey())
                    .open();

            assertThat(store.put(place(), StoreContract.content())).isTrue();
        }
    }

    @Test
    void nameOnePlaceAlone() {
        assertThatThrownBy(() -> settings(null, null, null, null).open())
                .hasMessageEndingWith("exactly one has to be set");
        assertThatThrownBy(() -> new StoreSettings(directory, 0, ENDPOINT, "us-east-1", "b", "satu", "k", "s").open())
                .hasMessageEndingWith("exactly one has to be set");
        assertThatThrownBy(() -> new StoreSettings(directory, 0, null, "us-east-1", null, "satu", null, "s").open())
                .hasMessageEndingWith("exactly one has to be set");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            false, b, k, s, ENDPOINT
            true,   , k, s, BUCKET
            true,  b,  , s, ACCESS_KEY
            true,  b, k,  , SECRET_KEY
            """)
    void nameWhatIsMissing(
            boolean endpoint,
            @Nullable String bucket,
            @Nullable String accessKey,
            @Nullable String secretKey,
            String missing) {
        assertThatThrownBy(() -> settings(endpoint ? ENDPOINT : null, bucket, accessKey, secretKey)
                        .open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("TANGGAP_FILES_S3_" + missing + " is missing");
    }

    @Test
    void tellNoKeys() {
        assertThat(settings(ENDPOINT, "berkas", "kunci", "rahasia")).hasToString("berkas/satu at http://127.0.0.1:9");
        assertThat(new Bucket(ENDPOINT, "us-east-1", "berkas", "satu", "kunci", "rahasia"))
                .hasToString("berkas/satu at http://127.0.0.1:9");
    }

    private static StoreSettings settings(
            @Nullable URI endpoint, @Nullable String bucket, @Nullable String accessKey, @Nullable String secretKey) {
        return new StoreSettings(null, 0, endpoint, "us-east-1", bucket, "satu", accessKey, secretKey);
    }
}
