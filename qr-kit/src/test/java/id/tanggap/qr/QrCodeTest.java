package id.tanggap.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+),(\\d+)h(\\d+)v1h-\\3z");
    private static final int PIXELS = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://aduan.example/lacak/?nomor=SKA-4F7K-92XM",
                "http://localhost:8080/bukti/?akar=dd8346bcabc13ca7dd8346bcabc13ca7dd8346bcabc13ca7dd8346bcabc13ca7",
                "a"
            })
    void isReadAsWhatWasWritten(String text) throws ReaderException {
        var code = QrCode.of(text);

        assertThat(read(code)).isEqualTo(text);
        assertThat(code.svg("Kode QR", 110)).contains(code.path(), "<title>Kode QR</title>", "width=\"110\"");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> QrCode.of("a".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(QrCode code) throws ReaderException {
        int side = code.size() * PIXELS;
        var picture = new int[side * side];
        Arrays.fill(picture, 0xffffff);
        RUN.matcher(code.path())
                .results()
                .forEach(run -> darken(
                        picture,
                        side,
                        Integer.parseInt(run.group(1)) * PIXELS,
                        Integer.parseInt(run.group(2)) * PIXELS,
                        Integer.parseInt(run.group(3)) * PIXELS));
        var source = new RGBLuminanceSource(side, side, picture);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
                .getText();
    }

    private static void darken(int[] picture, int side, int x, int y, int width) {
        for (int row = y; row < y + PIXELS; row++) {
            Arrays.fill(picture, row * side + x, row * side + x + width, 0);
        }
    }
}
