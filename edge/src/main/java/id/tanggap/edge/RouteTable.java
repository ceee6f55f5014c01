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
     * Ways to write a path that an upstream may read differently from us: with the host before it, doubled slashes, dot
     * segments, matrix parameters, fragments, backslashes, what is no printable ASCII, encoded slashes, encoded plain
     * characters and what only looks encoded. No page of ours writes them; with them somebody could walk around a guard or
     * out of a prefix.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "^(?!/)|//|/\\.{1,2}(/|$)|[;#\\\\]|[^!-~]|%(?![0-9a-f]{2})"
                    + "|%(2f|5c|00|3b|23|25|2e|2d|5f|7e|3[0-9]|[46][1-9a-f]|[57][0-9a])",
            Pattern.CASE_INSENSITIVE);

    private final List<Entry> entries;

    RouteTable(EdgeConfig config) {
        entries = config.routes().entrySet().stream()
                .flatMap(route -> route.getValue().paths().stream()
                        .map(path -> new Entry(route.getKey(), path, route.getValue())))
                .sorted(Comparator.comparingInt((Entry entry) -> entry.path().length())
                        .reversed())
                .toList();
    }

    List<Entry> entries() {
        return entries;
    }

    /** @param uri as the caller wrote it */
    Optional<Entry> find(String uri) {
        var path = uri.split("\\?", 2)[0];
        return unambiguous(path)
                ? entries.stream().filter(entry -> entry.isFor(path)).findFirst()
                : Optional.empty();
    }

    /** Whether only the last slash is missing. */
    boolean isFolder(String uri) {
        var folder = uri.split("\\?", 2)[0] + "/";
        return entries.stream()
                .anyMatch(entry -> entry.path().equals(folder) && entry.route().pages() == EdgeConfig.PagesOf.OURS);
    }

    static boolean unambiguous(String path) {
        return !AMBIGUOUS.matcher(path).find();
    }

    record Entry(String name, String path, EdgeConfig.Route route) {

        Entry {
            if (!path.startsWith("/") || !path.endsWith("/")) {
                throw new IllegalArgumentException(
                        "tanggap.edge.routes.%s.paths must start and end with a slash".formatted(name));
            }
        }

        /** The root stands for itself alone. */
        boolean isFor(String wanted) {
            return path.equals("/") ? wanted.equals("/") : wanted.startsWith(path);
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
