package id.tanggap.edge;

import id.tanggap.edge.client.Client;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for single things that may be called: how large, how often from one address, and on which lane. */
@Singleton
class Guards {

    private final List<Guard> guards;

    Guards(EdgeConfig config, InstantSource time) {
        guards = config.guards().values().stream()
                .map(rule -> new Guard(
                        rule,
                        pattern(rule.path()),
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
                Stream.of(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+", "", "/?")),
                Pattern.CASE_INSENSITIVE);
    }

    record Guard(
            EdgeConfig.Guard rule, Pattern path, @Nullable TokenBuckets buckets) {

        /** HEAD is answered by what answers GET. */
        boolean guards(HttpServerRequest request) {
            var method = request.method().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.method();
            return method.name().equals(rule.method())
                    && path.matcher(request.path()).matches();
        }

        Duration waitFor(HttpServerRequest request) {
            return buckets == null ? Duration.ZERO : buckets.take(Client.address(request.remoteAddress()));
        }
    }
}
