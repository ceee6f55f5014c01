package id.tanggap.response.casefile;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What may be attached, told by its first bytes and not by what the sender calls it. */
enum MediaKind {
    JPEG("image/jpeg", 0, "ffd8ff"),
    PNG("image/png", 0, "89504e470d0a1a0a"),
    WEBP("image/webp", 8, "57454250"),
    PDF("application/pdf", 0, "255044462d");

    private final String mediaType;
    private final int offset;
    private final String magic;

    MediaKind(String mediaType, int offset, String magic) {
        this.mediaType = mediaType;
        this.offset = offset;
        this.magic = magic;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<MediaKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        var length = magic.length() / 2;
        return content.length >= offset + length
                && HexFormat.of().formatHex(content, offset, offset + length).equals(magic);
    }
}
