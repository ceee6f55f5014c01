package id.tanggap.response.casefile;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What may be attached, told by its first bytes and not by what the sender calls it. */
enum MediaKind {
    JPEG(Name.JPEG, 0, "ffd8ff"),
    PNG(Name.PNG, 0, "89504e470d0a1a0a"),
    WEBP(Name.WEBP, 8, "57454250"),
    PDF(Name.PDF, 0, "255044462d");

    /** The media types, for annotations. */
    static final class Name {
        static final String JPEG = "image/jpeg";
        static final String PNG = "image/png";
        static final String WEBP = "image/webp";
        static final String PDF = "application/pdf";

        private Name() {}
    }

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
