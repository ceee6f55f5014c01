package id.tanggap.file.content;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken, told by their first bytes and not by what the sender calls them. */
public enum Kind {
    JPEG(Name.JPEG, 0, "ffd8ff", "jpg", "jpg|jpeg|jpe|jfif"),
    PNG(Name.PNG, 0, "89504e470d0a1a0a", "png", "png"),
    WEBP(Name.WEBP, 8, "57454250", "webp", "webp"),
    PDF(Name.PDF, 0, "255044462d", "pdf", "pdf"),
    /** A voice message. */
    OGG(Name.OGG, 0, "4f67675300", "ogg", "ogg|oga|opus");

    /** The media types, for annotations. */
    public static final class Name {
        public static final String JPEG = "image/jpeg";
        public static final String PNG = "image/png";
        public static final String WEBP = "image/webp";
        public static final String PDF = "application/pdf";
        public static final String OGG = "audio/ogg";

        private Name() {}
    }

    private final String mediaType;
    private final int offset;
    private final String magic;
    private final String extension;
    private final String extensions;

    Kind(String mediaType, int offset, String magic, String extension, String extensions) {
        this.mediaType = mediaType;
        this.offset = offset;
        this.magic = magic;
        this.extension = extension;
        this.extensions = extensions;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    public String extension() {
        return extension;
    }

    public boolean isNamedBy(String extension) {
        return extension.toLowerCase(Locale.ROOT).matches(extensions);
    }

    static Optional<Kind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        var length = magic.length() / 2;
        return content.length >= offset + length
                && HexFormat.of().formatHex(content, offset, offset + length).equals(magic);
    }
}
