package id.tanggap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.edge.client.Client;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void grantsTheBurstAndThenTheRate() {
        var buckets = new TokenBuckets(2, 3, 10, () -> now);
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isEqualTo(Duration.ofMillis(500));
        now = now.plusMillis(499);
        assertThat(buckets.take("a")).isPositive();
        now = now.plusMillis(1);
        assertThat(buckets.take("a")).isZero();
    }

    @Test
    void neverSavesUpMoreThanTheBurst() {
        var buckets = new TokenBuckets(100, 2, 10, () -> now);
        buckets.take("a");
        now = now.plusSeconds(3600);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void grantsNothingExtraWhenTheClockIsSetBack() {
        var buckets = new TokenBuckets(1, 1, 10, () -> now);
        buckets.take("a");
        now = now.minusSeconds(60);
        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(buckets.take("a")).isZero();
    }

    @Test
    void countsEachClientForItself() {
        var buckets = new TokenBuckets(1, 1, 10, () -> now);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("b")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void forgetsTheClientThatWasSilentLongest() {
        var buckets = new TokenBuckets(1, 1, 2, () -> now);
        buckets.take("a");
        buckets.take("b");
        buckets.take("a");
        buckets.take("c");
        assertThat(buckets.remembered()).isEqualTo(2);
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void countsAHouseholdsIpv6AddressesAsOneClient() {
        assertThat(client("2001:db8:1:2::1")).isEqualTo(client("2001:db8:1:2:ffff::9"));
        assertThat(client("2001:db8:1:3::1")).isNotEqualTo(client("2001:db8:1:2::1"));
        assertThat(client("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    private static String client(String address) {
        return Client.address(SocketAddress.inetSocketAddress(1234, address));
    }
}
