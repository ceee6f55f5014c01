package id.tanggap.reporting.document.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** HTML to PDF with tags, as screen readers need them (PDF/UA), and with the fonts in the file. */
public final class Pdf {
    private static final List<Face> FACES = List.of(
            new Face("Liberation Sans", "LiberationSans-Regular", 400, FontStyle.NORMAL),
            new Face("Liberation Sans", "LiberationSans-Bold", 700, FontStyle.NORMAL),
            new Face("Liberation Sans", "LiberationSans-Italic", 400, FontStyle.ITALIC),
            new Face("Liberation Serif", "LiberationSerif-Regular", 400, FontStyle.NORMAL),
            new Face("Liberation Serif", "LiberationSerif-Bold", 700, FontStyle.NORMAL),
            new Face("Liberation Mono", "LiberationMono-Regular", 400, FontStyle.NORMAL));
    private static final Map<String, byte[]> FONTS = new ConcurrentHashMap<>();

    static {
        // It tells of every font and page, past the service's own log.
        XRLog.setLoggingEnabled(false);
    }

    private record Face(String family, String file, int weight, FontStyle style) {}

    private Pdf() {}

    /** It takes its time; it is for a thread that may block. */
    public static void write(String html, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        for (var face : FACES) {
            builder.useFont(
                    () -> new ByteArrayInputStream(FONTS.computeIfAbsent(face.file(), Pdf::font)),
                    face.family(),
                    face.weight(),
                    face.style(),
                    true);
        }
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withProducer("Tanggap");
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
    }

    /**
     * Without its table of substitutions: for Indonesian there are none, and looking for them in every word takes three
     * quarters of the whole time.
     */
    private static byte[] font(String file) {
        try (var in = Pdf.class.getResourceAsStream("/liberation/" + file + ".ttf")) {
            var font = Objects.requireNonNull(in, file).readAllBytes();
            var tables = ByteBuffer.wrap(font).getShort(4);
            for (int table = 0; table < tables; table++) {
                var entry = 12 + 16 * table;
                if (new String(font, entry, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                    font[entry] = 'X';
                }
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
