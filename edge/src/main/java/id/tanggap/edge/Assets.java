package id.tanggap.edge;

import id.tanggap.citizen.Asset;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The files that the citizens' pages load, kept in memory as they are and compressed. */
final class Assets {
    private static final String GZIP = "gzip";
    private static final Set<Asset> AT_THE_ROOT = EnumSet.of(Asset.MARK, Asset.WORKER, Asset.MANIFEST);
    private static final Map<Asset, Buffer> PLAIN = all(Assets::plain);
    private static final Map<Asset, Buffer> SMALL = all(Assets::compressed);

    private Assets() {}

    /** Some have their place at the root too, where browsers ask for them. */
    static Optional<Asset> at(String path) {
        return Asset.at(path)
                .filter(asset -> path.startsWith(Asset.FOLDER)
                        || (AT_THE_ROOT.contains(asset) && path.equals("/" + asset.file())));
    }

    /** An address with a fingerprint is kept for good; a page of another version asks again. */
    static void answer(Asset asset, RoutingContext context) {
        var request = context.request();
        var response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType() + "; charset=utf-8")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .putHeader(
                        HttpHeaders.CACHE_CONTROL,
                        asset.address().equals(request.path()) ? Headers.FOR_GOOD : "no-cache");
        var small = takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (small) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        var content = Objects.requireNonNull((small ? SMALL : PLAIN).get(asset));
        request.resume();
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()))
                    .end();
        } else {
            response.end(content);
        }
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && accepted.contains(GZIP)
                && !accepted.matches(".*gzip\\s*;\\s*q=0(\\.0*)?(\\s*,.*)?$");
    }

    private static Map<Asset, Buffer> all(Function<byte[], Buffer> kept) {
        var all = new EnumMap<Asset, Buffer>(Asset.class);
        Arrays.stream(Asset.values()).forEach(asset -> all.put(asset, kept.apply(asset.content())));
        return all;
    }

    private static Buffer plain(byte[] content) {
        return Buffer.buffer(content);
    }

    private static Buffer compressed(byte[] content) {
        var small = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(small) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Buffer.buffer(small.toByteArray());
    }
}
