package id.tanggap.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
    private static final URI API = URI.create("https://graph.facebook.com/v25.0");

    /** Hosts that resolve without asking anybody, in place of a provider's. */
    private static final Reach REACH = new Reach(API, Set.of("facebook.com", "8.8.8.8", "127.0.0.1", "localhost"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.facebook.com/v25.0/1",
                "https://graph.facebook.com/elsewhere",
                "https://8.8.8.8/file",
                "https://8.8.8.8:443/file?a=b",
            })
    void followsTheProvider(String address) {
        assertThat(REACH.reaches(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/file",
                "HTTPS://graph.facebook.com:8443/",
                "https://8.8.8.8:8443/file",
                "https://user@8.8.8.8/file",
                "https://graph.facebook.com@8.8.8.9/",
                "https://facebook.com.evil.example/",
                "https://evilfacebook.com/",
                "https://facebook.com%2eevil.example/",
                "https://evil.example/#graph.facebook.com",
                "https://evil.example/?graph.facebook.com",
                "https://evil.example/graph.facebook.com",
                "https:graph.facebook.com",
                "//graph.facebook.com/",
                "graph.facebook.com",
                "file:///etc/passwd",
                "ftp://graph.facebook.com/",
                "https://169.254.169.254/latest/meta-data",
                "https://2852039166/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:8.8.8.8]/",
                "https://8.8.8.8./",
                "https:///path",
                "",
            })
    void followsNobodyElse(String address) {
        assertThat(REACH.reaches(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://a.localhost/",
                "https://127.0.0.1/",
                "https://no.such.facebook.com/"
            })
    void refusesAHostThatResolvesInsideOrNotAtAll(String address) {
        assertThat(REACH.reaches(URI.create(address))).isFalse();
    }

    @Test
    void followsTheAddressThatTheOperatorSet() {
        var set = new Reach(URI.create("http://localhost:8091/v25.0"), Set.of("facebook.com"));

        assertThat(set.reaches(URI.create("http://localhost:8091/media/1"))).isTrue();
        assertThat(set.reaches(URI.create("http://localhost:8092/media/1"))).isFalse();
        assertThat(set.reaches(URI.create("https://localhost:8091/media/1"))).isFalse();
        assertThat(set.reaches(URI.create("http://a@localhost:8091/media/1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void knowsWhatIsInside(String address) throws UnknownHostException {
        assertThat(Reach.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "::ffff:1.1.1.1",
                "2a03:2880:f12f:83:face:b00c:0:25de",
            })
    void knowsWhatIsOutside(String address) throws UnknownHostException {
        assertThat(Reach.isInside(InetAddress.getByName(address))).isFalse();
    }
}
