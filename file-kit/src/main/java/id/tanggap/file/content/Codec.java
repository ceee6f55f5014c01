package id.tanggap.file.content;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Unpacks pictures into pixels and packs pixels into pictures, in memory alone. */
final class Codec {
    /** What is lost is not seen. */
    private static final float QUALITY = 0.9f;

    private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();
    private static final ImageReaderSpi JPEG = new JPEGImageReaderSpi();

    static {
        // It stands on the platform's own reader, which it looks for there.
        IIORegistry.getDefaultInstance().registerServiceProvider(JPEG, ImageReaderSpi.class);
    }

    private Codec() {}

    static BufferedImage unpack(Kind kind, Anatomy picture) throws IOException {
        var reader = reader(kind);
        try (var in = new ByteArrayImageInputStream(picture.essence())) {
            reader.setInput(in, true, true);
            var wanted = reader.getDefaultReadParam();
            var stride = picture.size().stride();
            wanted.setSourceSubsampling(stride, stride, 0, 0);
            return reader.read(0, wanted);
        } finally {
            reader.dispose();
        }
    }

    static byte[] pack(Kind kind, BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByMIMEType(kind.mediaType()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), wanted(writer, kind));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam wanted(ImageWriter writer, Kind kind) {
        var wanted = writer.getDefaultWriteParam();
        if (kind == Kind.JPEG) {
            wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wanted.setCompressionQuality(QUALITY);
        }
        return wanted;
    }

    private static ImageReader reader(Kind kind) throws IOException {
        return switch (kind) {
            case JPEG -> JPEG.createReaderInstance();
            case WEBP -> WEBP.createReaderInstance();
            case PNG, PDF -> ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
        };
    }
}
