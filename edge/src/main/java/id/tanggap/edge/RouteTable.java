package id.tanggap.edge;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who answers for which path. The longest matching prefix wins. */
@Singleton
class RouteTable {

    /**
     * Ways to write a path that an upstream may read differently from us: doubled slashes, dot segments, matrix parameters,
     * backslashes, encoded slashes and encoded plain characters. No page of ours writes them; with them somebody could walk
     * around a guard or out of a prefix.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "//|/\\.{1,2}(/|$)|[;\\\\]|%(2f|5c|00|3b|2e|2d|5f|7e|3[0-9]|[46][1-9a-f]|[57][0-9a])",
            Pattern.CASE_INSENSITIVE);

    private final List<Entry> entries;

    RouteTable(EdgeConfig config) {
        entries = config.routes().entrySet().stream()
                .map(route -> new Entry(route.getKey(), route.getValue()))
                .sorted(Comparator.comparingInt((Entry entry) -> entry.path().length())
                        .reversed())
                .toList();
    }

    List<Entry> entries() {
        return entries;
    }

    Optional<Entry> find(String path) {
        return unambiguous(path)
                ? entries.stream()
                        .filter(entry -> path.startsWith(entry.path()))
                        .findFirst()
                : Optional.empty();
    }

    static boolean unambiguous(String path) {
        return !AMBIGUOUS.matcher(path).find();
    }

    record Entry(String name, EdgeConfig.Route route) {

        Entry {
            if (!route.path().startsWith("/") || !route.path().endsWith("/")) {
                throw new IllegalArgumentException(
                        "tanggap.edge.routes.%s.path must start and end with a slash".formatted(name));
            }
        }

        String path() {
            return route.path();
        }

        String host() {
            return route.upstream().getHost();
        }

        int port() {
            return portOf(route.upstream());
        }

        boolean secure() {
            return "https".equals(route.upstream().getScheme());
        }
    }

    static int portOf(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme().toLowerCase(Locale.ROOT)) ? 443 : 80;
    }
}
