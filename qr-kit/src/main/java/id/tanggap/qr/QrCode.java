package id.tanggap.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code, to be drawn in dark on white.
 *
 * @param size of a side in modules, the quiet zone included
 * @param path what is dark, as the {@code d} of an SVG path, a module being a unit
 */
public record QrCode(int size, String path) {
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2);

    /** @throws IllegalArgumentException when the text is longer than a code can hold */
    public static QrCode of(String text) {
        var modules = encode(text);
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int run = run(modules, x, y);
                if (run > 0) {
                    path.append("M%d,%dh%dv1h-%dz".formatted(x, y, run, run));
                }
                x += run + 1;
            }
        }
        return new QrCode(modules.getWidth(), path.toString());
    }

    /**
     * The whole of it.
     *
     * @param alternative what it is, for those who cannot see it; without markup
     * @param width in the units of whoever draws it
     */
    public String svg(String alternative, int width) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%1$d" viewBox="0 0 %2$d %2$d" alt="%3$s">
                <title>%3$s</title><rect width="%2$d" height="%2$d" fill="#fff"/><path d="%4$s" fill="#000"/></svg>
                """.formatted(width, size, alternative, path);
    }

    /** How many dark modules stand side by side from here on. */
    private static int run(BitMatrix modules, int x, int y) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y)) {
            end++;
        }
        return end - x;
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }
}
