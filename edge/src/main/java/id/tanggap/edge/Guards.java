package id.tanggap.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tighter rules for what strangers may call: how large, and how often from one address. */
@Singleton
class Guards {

    private final List<Guard> guards;

    Guards(EdgeConfig config, InstantSource time) {
        guards = config.guards().values().stream()
                .map(rule -> new Guard(
                        rule.method(),
                        pattern(rule.path()),
                        rule.maxBody().asLongValue(),
                        rule.perSecond() > 0
                                ? new TokenBuckets(rule.perSecond(), rule.burst(), config.rememberedClients(), time)
                                : null))
                .toList();
    }

    Optional<Guard> of(HttpServerRequest request) {
        return guards.stream().filter(guard -> guard.guards(request)).findFirst();
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(
                Stream.of(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+", "", "/?")));
    }

    /**
     * Whom a limit counts as one client: an IPv4 address, or the /64 of an IPv6 address, for a household has a whole /64 to
     * pick addresses from.
     */
    static String client(@Nullable SocketAddress address) {
        if (address == null || address.hostAddress() == null) {
            return "unknown";
        }
        try {
            return InetAddress.getByName(address.hostAddress()) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : address.hostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address.hostAddress();
        }
    }

    record Guard(
            String method,
            Pattern path,
            long maxBody,
            @Nullable TokenBuckets buckets) {

        boolean guards(HttpServerRequest request) {
            return request.method().name().equals(method)
                    && path.matcher(request.path()).matches();
        }

        Duration waitFor(HttpServerRequest request) {
            return buckets == null ? Duration.ZERO : buckets.take(client(request.remoteAddress()));
        }
    }
}
