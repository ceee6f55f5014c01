package id.tanggap.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which headers cross the front door, in either direction. */
final class Headers {

    /** Speak of one connection only (RFC 9110 §7.6.1). */
    private static final List<String> HOP_BY_HOP = List.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "expect");

    /** About the way here, or that the method is another than the guards saw. */
    private static final Set<String> CLAIMS =
            Set.of("forwarded", "x-real-ip", "x-http-method", "x-http-method-override", "x-method-override");

    /** For what has another name when it has another content. */
    static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private static final String OWN_PICTURES = "img-src 'self' data: blob:";
    private static final String STRICT_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            OWN_PICTURES,
            "connect-src 'self'",
            "media-src 'self' blob:",
            // A document that a page fetched with its token is read inside that page.
            "frame-src blob:",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'");

    private Headers() {}

    static void dropHopByHop(MultiMap headers) {
        var named = headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        named.forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }

    /** An answer that has no end. */
    static boolean isEventStream(MultiMap headers) {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    /** Replaces whatever the caller claimed about itself and its way here by what the front door knows. */
    static void forwarded(MultiMap headers, HttpServerRequest request, URI publicUrl) {
        headers.names().stream().filter(Headers::isClaim).toList().forEach(headers::remove);
        var client = request.remoteAddress();
        if (client != null && client.hostAddress() != null) {
            headers.set("X-Forwarded-For", client.hostAddress());
        }
        headers.set("X-Forwarded-Proto", publicUrl.getScheme());
        headers.set("X-Forwarded-Host", publicUrl.getAuthority());
        headers.set("X-Forwarded-Port", Integer.toString(RouteTable.portOf(publicUrl)));
    }

    private static boolean isClaim(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded-") || CLAIMS.contains(lower);
    }

    /** What every answer of a service carries unless the service said otherwise: it may hold personal data. */
    static void answer(MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** Pages run our own scripts and nobody else's, and are shown inside nobody else's page. */
    static void page(MultiMap headers, String path, URI publicUrl) {
        policy(headers, publicUrl);
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        headers.set(HttpHeaders.CACHE_CONTROL, caching(path));
    }

    /** A citizen may tell where the matter is, and is asked by the browser then; how long it is kept the page says itself. */
    static void ofCitizens(MultiMap headers, URI publicUrl, Optional<String> tiles) {
        policy(headers, publicUrl);
        tiles.ifPresent(address -> headers.set("Content-Security-Policy", withPicturesOf(address)));
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)");
    }

    /** @param tiles an address with places in braces, of which {@code {s}} stands for some name before the host's */
    private static String withPicturesOf(String tiles) {
        var host = tiles.replaceFirst("^(https?://[^/]+)/.*$", "$1").replace("{s}", "*");
        return STRICT_POLICY.replace(OWN_PICTURES, OWN_PICTURES + " " + host);
    }

    private static void policy(MultiMap headers, URI publicUrl) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", STRICT_POLICY);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if ("https".equals(publicUrl.getScheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static String caching(String path) {
        if (path.startsWith("/staff/assets/")) {
            // The name holds a fingerprint of the content: another content has another name.
            return FOR_GOOD;
        }
        // Other scripts and styles are asked for again each time (304 mostly).
        return path.matches(".*\\.(js|css|svg|webmanifest)") ? "no-cache" : "no-store";
    }
}
