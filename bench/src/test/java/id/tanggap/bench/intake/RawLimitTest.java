package id.tanggap.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatformFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real server: the figures do not matter here, that there are some does. */
class RawLimitTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"", "/usr/bin"})
    void measuresWithAndWithoutPgbenchAndLeavesNothingBehind(String search) throws Exception {
        var platform = LocalPlatformFixture.empty(data);
        try (var raw = RawLimit.open(platform, search)) {
            for (var limit : RawLimit.Limit.values()) {
                var result = raw.measure(limit, 1);

                assertThat(result.accepted()).isPositive();
                assertThat(result.p99Millis())
                        .isGreaterThanOrEqualTo(result.p50Millis())
                        .isPositive();
            }
            assertThat(timersPerOutboxRow(platform)).isEqualTo(2);
        }
        assertThatThrownBy(() -> platform.connectAsSuperuser("tanggap_bench").close())
                .hasMessageContaining("does not exist");
    }

    private static long timersPerOutboxRow(LocalPlatform platform) throws Exception {
        try (var connection = platform.connectAsSuperuser("tanggap_bench");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select (select count(*) from timer) / (select count(*) from outbox)")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
