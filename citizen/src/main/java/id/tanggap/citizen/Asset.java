package id.tanggap.citizen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that pages load. Its address holds a fingerprint of all of them together, so that scripts may name each other as
 * neighbours; another content of any of them is another address.
 */
public enum Asset {
    STYLE("tanggap.css", "text/css"),
    MARK("favicon.svg", "image/svg+xml"),
    DOM("dom.js"),
    HTTP("http.js"),
    WORDS("words.js"),
    HOME("home.js"),
    QUEUE("queue.js"),
    /** Has to lie at the root, to look after all pages. */
    WORKER("sw.js"),
    MANIFEST("manifest.webmanifest", "application/manifest+json"),
    LODGE("lodge.js"),
    PHOTOS("photos.js"),
    EXIF("exif.js"),
    TAKEN("taken.js"),
    PLACE("place.js"),
    SUGGEST("suggest.js"),
    MAP("map.js"),
    MAP_STYLE("map.css", "text/css"),
    LEAFLET("leaflet.js"),
    LEAFLET_STYLE("leaflet.css", "text/css"),
    WARNING("warning.js"),
    RECEIPT("receipt.js"),
    PICTURE("picture.js"),
    /** The receipt as it is printed. */
    PAPER("paper.css", "text/css"),
    /** What is kept on a device. */
    DEVICE("device.js"),
    TRACK("track.js"),
    FOLLOW("follow.js"),
    PROOF("proof.js"),
    VERIFY("verify.js");

    /** What the addresses of all begin with. */
    public static final String FOLDER = "/assets/";

    private static final int FINGERPRINT = 16;
    private static final String VERSION = fingerprint();

    private final String file;
    private final String mediaType;
    private final String content;

    Asset(String script) {
        this(script, "text/javascript");
    }

    Asset(String file, String mediaType) {
        this.file = file;
        this.mediaType = mediaType;
        this.content = read(file);
    }

    /** The name without a fingerprint, or with one, which may be that of another version. */
    public static Optional<Asset> at(String path) {
        var file = path.substring(path.lastIndexOf('/') + 1);
        return Arrays.stream(values()).filter(asset -> asset.file.equals(file)).findFirst();
    }

    /** Where it lies for good. */
    public String address() {
        return FOLDER + VERSION + "/" + file;
    }

    public String file() {
        return file;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String file) {
        try (var asset = Asset.class.getResourceAsStream("assets/" + file)) {
            if (asset == null) {
                throw new IllegalStateException("Missing asset " + file);
            }
            var text = new String(asset.readAllBytes(), StandardCharsets.UTF_8);
            return file.endsWith(".js") ? Comments.LINES.matcher(text).replaceAll("") : text;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** They stay at home: of a script they are a third, and no browser reads them. */
    private static final class Comments {
        static final Pattern LINES =
                Pattern.compile("(?ms)^\\s*(/\\*\\*(?:(?!\\*/).)*+\\*/|//[^\\n]*)\\s*\\n|^[ \\t]+");
    }

    private static String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(values()).forEach(asset -> digest.update(asset.content()));
            return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is missing", impossible);
        }
    }
}
