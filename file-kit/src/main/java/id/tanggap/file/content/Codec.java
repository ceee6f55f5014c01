package id.tanggap.file.content;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

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

    /** Null when it would become larger than this. */
    static byte @Nullable [] pack(Kind kind, BufferedImage picture, int mostBytes) throws IOException {
        var writer = ImageIO.getImageWritersByMIMEType(kind.mediaType()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new Bounded(bytes, mostBytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), wanted(writer, kind));
        } catch (Full _) {
            return null;
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Takes so many bytes and no more. */
    private static final class Bounded extends MemoryCacheImageOutputStream {
        private final int most;

        Bounded(OutputStream out, int most) {
            super(out);
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            ask(1);
            super.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            ask(length);
            super.write(bytes, from, length);
        }

        private void ask(int length) throws IOException {
            if (getStreamPosition() + length > most) {
                throw new Full();
            }
        }
    }

    private static final class Full extends IOException {
        private static final long serialVersionUID = 1;
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
            case PNG, PDF, OGG ->
                ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
        };
    }
}
