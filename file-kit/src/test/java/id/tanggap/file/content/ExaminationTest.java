package id.tanggap.file.content;

import static id.tanggap.testkit.Camera.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspected.Reason;
import id.tanggap.file.content.Inspected.Refused;
import id.tanggap.testkit.Camera;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExaminationTest {
    private static final int MOST = 1 << 20;
    private static final byte[] ZIP = "PK\3\4<script>alert(1)</script>PK\5\6".getBytes(StandardCharsets.ISO_8859_1);

    private final Examination examination = new Examination(MOST);

    static Stream<Arguments> whole() throws IOException {
        return Stream.of(
                Arguments.of(Kind.JPEG, Kind.JPEG, Camera.jpeg()),
                Arguments.of(Kind.JPEG, Kind.JPEG, Camera.progressive()),
                Arguments.of(Kind.JPEG, Kind.JPEG, Camera.cmyk()),
                Arguments.of(Kind.JPEG, Kind.JPEG, Camera.withExif(Camera.jpeg(), Camera.exif(6, -7.5, 110.8))),
                Arguments.of(Kind.PNG, Kind.PNG, Camera.png(BufferedImage.TYPE_3BYTE_BGR)),
                Arguments.of(Kind.PNG, Kind.PNG, Camera.png(BufferedImage.TYPE_4BYTE_ABGR)),
                Arguments.of(Kind.PNG, Kind.PNG, Camera.png(BufferedImage.TYPE_BYTE_INDEXED)),
                Arguments.of(Kind.PNG, Kind.PNG, Camera.png(BufferedImage.TYPE_BYTE_BINARY)),
                Arguments.of(Kind.PNG, Kind.PNG, Camera.png(BufferedImage.TYPE_USHORT_GRAY)),
                Arguments.of(Kind.WEBP, Kind.JPEG, Camera.WEBP),
                Arguments.of(Kind.WEBP, Kind.PNG, Camera.WEBP_WITH_ALPHA),
                Arguments.of(Kind.WEBP, Kind.PNG, Camera.LOSSLESS_WEBP),
                Arguments.of(Kind.PDF, Kind.PDF, Camera.PDF),
                Arguments.of(Kind.OGG, Kind.OGG, Camera.VOICE));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void takesWhatIsWholeAndLeavesOutWhatIsHungOnBehind(Kind told, Kind kept, byte[] content) {
        assertThat(Kind.of(content)).contains(told);

        var passed = passed(content);

        assertThat(passed.kind()).isEqualTo(kept);
        assertThat(Kind.of(passed.content())).contains(kept);
        var second = passed(joined(content, ZIP));
        assertThat(second.content()).isEqualTo(passed.content());
    }

    @ParameterizedTest
    @MethodSource("whole")
    void refusesWhatEndsTooEarly(Kind told, Kind kept, byte[] content) {
        for (int tenth = 0; tenth < 10; tenth++) {
            var part = Arrays.copyOf(content, content.length * tenth / 10);
            assertThat(examination.of(part))
                    .as("%s of %s bytes", told, part.length)
                    .isIn(new Refused(Reason.BROKEN), new Refused(Reason.UNKNOWN_KIND));
        }
        assertThat(examination.of(Arrays.copyOf(content, content.length - 8))).isEqualTo(new Refused(Reason.BROKEN));
    }

    /** It may pass for another picture; it must not do harm. */
    @Property(tries = 300)
    void survivesWhatIsBroken(@ForAll @IntRange(max = 13) int which, @ForAll int at, @ForAll byte value)
            throws IOException {
        var content =
                ((byte[]) Objects.requireNonNull(whole().toList().get(which).get()[2])).clone();
        content[Math.floorMod(at, content.length)] = value;

        assertThat(examination.of(content)).isNotNull();
    }

    @Test
    void leavesOutOfAVoiceWhatWasWrittenBesideIt() {
        var sent = new String(Camera.VOICE, StandardCharsets.ISO_8859_1);
        assertThat(sent).contains("Siti Aminah", "Rumah saya");
        var kept = passed(Camera.VOICE).content();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("Siti", "Rumah", "opusenc")
                .endsWith(sent.substring(sent.length() - 100));
        assertThat(passed(kept).content()).isEqualTo(kept);
        assertThat(examination.of(joined(kept, kept))).isInstanceOf(Passed.class);
    }

    /** Nobody may change a page and leave its number. */
    @Property(tries = 200)
    void refusesAVoiceThatWasChanged(@ForAll int at, @ForAll @IntRange(min = 1, max = 255) int change) {
        var voice = Camera.VOICE.clone();
        voice[Math.floorMod(at, voice.length)] ^= (byte) change;
        assertThat(examination.of(voice)).isIn(new Refused(Reason.BROKEN), new Refused(Reason.UNKNOWN_KIND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ffd8ff", "ffd8ffd9", "ffd8ffe000104a46494600010100000100010000ffd9"})
    void refusesWhatOnlyBeginsLikeAPicture(String hex) {
        assertThat(examination.of(hex(hex))).isIn(new Refused(Reason.BROKEN), new Refused(Reason.UNKNOWN_KIND));
    }

    @Test
    void goesByWhatAFileIs() {
        assertThat(examination.of(ZIP)).isEqualTo(new Refused(Reason.UNKNOWN_KIND));
        assertThat(examination.of("<svg/>".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Refused(Reason.UNKNOWN_KIND));
        assertThat(examination.of("RIFF\4\0\0\0WEBP".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Refused(Reason.BROKEN));
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(examination.of(Arrays.copyOf(Camera.jpeg(), MOST + 1))).isEqualTo(new Refused(Reason.TOO_LARGE));
    }

    @Test
    void refusesAFloodBeforeAnythingIsUnpacked() throws IOException {
        var header = hex("ffc0 0011 08 ea60 ea60 03");
        var jpeg = Camera.jpeg();
        var at = indexOf(jpeg, hex("ffc0 0011"));
        System.arraycopy(header, 0, jpeg, at, header.length);
        assertThat(examination.of(jpeg)).isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));

        var webp = Camera.LOSSLESS_WEBP.clone();
        Arrays.fill(webp, 21, 24, (byte) 0xFF);
        assertThat(examination.of(webp)).isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));
        assertThat(examination.of(pngOf(60_000, 60_000))).isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));
        assertThat(examination.of(pngOf(0, 5))).isEqualTo(new Refused(Reason.BROKEN));
    }

    /** A decoder has whole rows in memory beside the picture. */
    @ParameterizedTest
    @CsvSource({"120000000, 1", "65536, 2", "1, 120000000"})
    void refusesAFloodInOneDirection(int width, int height) throws IOException {
        assertThat(examination.of(pngOf(width, height))).isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));
    }

    /** Told component by component it is unpacked as a whole, outside the heap. */
    @Test
    void refusesAFloodOfComponents() throws IOException {
        var jpeg = Camera.jpeg();
        var frame = hex("ffc0 0011 08 0726 ffdc 03");
        System.arraycopy(frame, 0, jpeg, indexOf(jpeg, hex("ffc0 0011")), frame.length);
        jpeg[indexOf(jpeg, hex("ffda 000c 03")) + 4] = 1;

        assertThat(examination.of(jpeg)).isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));
    }

    @Test
    void refusesWhatGrowsWhenItIsMadeAnew() {
        var packed = Camera.WAVING_WEBP;

        assertThat(new Examination(packed.length).of(packed)).isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));
    }

    /** A text of a gigabyte in a megabyte, which a reader of metadata would unpack. */
    @Test
    void unpacksNothingButPixels() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.writeBytes("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var bomb = new DeflaterOutputStream(packed)) {
            for (int megabyte = 0; megabyte < 900; megabyte++) {
                bomb.write(new byte[1 << 20]);
            }
        }
        var png = Camera.withChunk(Camera.png(BufferedImage.TYPE_BYTE_INDEXED), "zTXt", packed.toByteArray());

        assertThat(passed(png).content().length).isLessThan(5_000);
    }

    @ParameterizedTest
    @CsvSource({
        "1, R G B W",
        "2, G R W B",
        "3, W B G R",
        "4, B W R G",
        "5, R B G W",
        "6, B R W G",
        "7, W G B R",
        "8, G W R B",
        "9, R G B W"
    })
    void turnsItUpright(int orientation, String quarters) {
        var exif = Camera.exif(orientation, -7.5, 110.8);

        assertThat(quarters(passed(Camera.withExif(Camera.jpeg(), exif)))).isEqualTo(quarters);
        assertThat(quarters(passed(Camera.withChunk(Camera.png(BufferedImage.TYPE_4BYTE_ABGR), "eXIf", exif))))
                .isEqualTo(quarters);
        var turned = picture(passed(Camera.withExifInWebp(exif)));
        var lying = orientation >= 5 && orientation <= 8;
        assertThat(turned.getWidth()).isEqualTo(lying ? 16 : 24);
        assertThat(turned.getHeight()).isEqualTo(lying ? 24 : 16);
    }

    /** A place in which a picture can say where it was taken, or who lives there. */
    private record Told(String place, boolean read, Function<Said, byte[]> picture) {
        @Override
        public String toString() {
            return place;
        }
    }

    /** @param words of even length, as everything else */
    private record Said(byte[] exif, byte[] xmp, byte[] words) {}

    private static final List<Told> PLACES = List.of(
            new Told("JPEG, EXIF", true, it -> Camera.withExif(Camera.jpeg(), it.exif())),
            new Told("JPEG, EXIF of several scans", true, it -> Camera.withExif(progressive(), it.exif())),
            new Told(
                    "JPEG, EXIF behind another segment",
                    true,
                    it -> Camera.withSegment(Camera.withExif(Camera.jpeg(), it.exif()), 0xE2, it.words())),
            new Told(
                    "JPEG, EXIF with more behind it",
                    true,
                    it -> Camera.withExif(Camera.jpeg(), joined(it.exif(), joined(it.words(), Camera.jpeg())))),
            new Told(
                    "JPEG, XMP",
                    true,
                    it -> Camera.withSegment(
                            Camera.jpeg(), 0xE1, joined(ascii("http://ns.adobe.com/xap/1.0/\0"), it.xmp()))),
            new Told(
                    "JPEG, XMP beside EXIF without a position",
                    true,
                    it -> Camera.withExif(
                            Camera.withSegment(
                                    Camera.jpeg(), 0xE1, joined(ascii("http://ns.adobe.com/xap/1.0/\0"), it.xmp())),
                            Camera.exif(1, 0, 0))),
            new Told(
                    "JPEG, IPTC",
                    false,
                    it -> Camera.withSegment(Camera.jpeg(), 0xED, joined(ascii("Photoshop 3.0\0008BIM"), it.words()))),
            new Told("JPEG, comment", false, it -> Camera.withSegment(Camera.jpeg(), 0xFE, it.words())),
            new Told(
                    "JPEG, behind its end",
                    false,
                    it -> joined(Camera.jpeg(), Camera.withExif(Camera.jpeg(), joined(it.exif(), it.words())))),
            new Told("PNG, eXIf", true, it -> inPng("eXIf", it.exif())),
            new Told("PNG, XMP", true, it -> inPng("iTXt", joined(ascii("XML:com.adobe.xmp\0\0\0\0\0"), it.xmp()))),
            new Told("PNG, iTXt", false, it -> inPng("iTXt", joined(ascii("Comment\0\0\0\0\0"), it.words()))),
            new Told("PNG, tEXt", false, it -> inPng("tEXt", joined(ascii("Comment\0"), it.words()))),
            new Told(
                    "PNG, profile as text",
                    false,
                    it -> inPng(
                            "tEXt",
                            joined(
                                    ascii("Raw profile type exif\0"),
                                    ascii(HexFormat.of().formatHex(it.exif()))))),
            new Told("PNG, private", false, it -> inPng("siTi", it.words())),
            new Told(
                    "PNG, behind its end",
                    false,
                    it -> joined(Camera.png(BufferedImage.TYPE_3BYTE_BGR), joined(it.exif(), it.words()))),
            new Told("WebP, EXIF", true, it -> Camera.withExifInWebp(it.exif())),
            new Told("WebP, XMP", true, it -> Camera.withChunkInWebp("XMP ", it.xmp())),
            new Told("WebP, unknown", false, it -> Camera.withChunkInWebp("SITI", it.words())));

    static List<Told> places() {
        return PLACES;
    }

    @ParameterizedTest
    @MethodSource("places")
    void tellsWhereItWasTakenAndKeepsNothingThatSaysIt(Told told) {
        for (var position : List.of(
                new Position(-7.566123, 110.825142), new Position(7.25, -110.5), new Position(-0.000123, 0.5))) {
            var said = new Said(
                    Camera.exif(1, position.lat(), position.lon()),
                    padded(Camera.xmp(position.lat(), position.lon())),
                    ascii("GPSLatitude -7.566123 Rumah Bu Siti!"));

            var passed = passed(told.picture().apply(said));

            assertThat(passed.position()).isEqualTo(told.read() ? position : null);
            var kept = new String(passed.content(), StandardCharsets.ISO_8859_1);
            assertThat(kept)
                    .doesNotContain("Exif", "eXIf", "EXIF", "XMP", "adobe", "GPS", "Telepon", "Siti", "7.566123")
                    .doesNotContain(latin(rational(position.lat())), latin(rational(position.lon())))
                    .doesNotContain(HexFormat.of().formatHex(rational(position.lat())));
        }
    }

    @Property(tries = 200)
    void readsEveryPositionThatProgramsRepeat(
            @ForAll @DoubleRange(min = -90, max = 90) double lat,
            @ForAll @DoubleRange(min = -180, max = 180) double lon) {
        var position = Position.ofXmp(Camera.xmp(lat, lon));

        assertThat(position == null ? 0 : position.lat()).isEqualTo(lat, within(1e-6));
        assertThat(position == null ? 0 : position.lon()).isEqualTo(lon, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            exif:GPSLatitude='7,33,58S' exif:GPSLongitude='110,49,30E' | -7.566111 | 110.825
            exif:GPSLatitude='91,0.0S' exif:GPSLongitude='110,49,30E'  |           |
            exif:GPSLatitude='7,33,58S'                                |           |
            exif:GPSLatitude='-7.5' exif:GPSLongitude='110.8'          |           |
            """)
    void readsMinutesWithAndWithoutSeconds(String xmp, @Nullable Double lat, @Nullable Double lon) {
        assertThat(Position.ofXmp(ascii(xmp))).isEqualTo(lat == null || lon == null ? null : new Position(lat, lon));
    }

    private static byte[] inPng(String chunk, byte[] data) {
        return Camera.withChunk(Camera.png(BufferedImage.TYPE_3BYTE_BGR), chunk, data);
    }

    private static byte[] progressive() {
        try {
            return Camera.progressive();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] padded(byte[] words) {
        return words.length % 2 == 0 ? words : joined(words, new byte[] {' '});
    }

    /** As {@link Camera#exif} writes it. */
    private static byte[] rational(double degrees) {
        return ByteBuffer.allocate(8)
                .putInt((int) Math.round(Math.abs(degrees) * 10_000_000))
                .putInt(10_000_000)
                .array();
    }

    @Property(tries = 200)
    void readsEveryPosition(
            @ForAll @DoubleRange(min = -90, max = 90) double lat,
            @ForAll @DoubleRange(min = -180, max = 180) double lon) {
        var position = Exif.read(Camera.exif(1, lat, lon)).position();

        assertThat(position == null ? 0 : position.lat()).isEqualTo(lat, within(1e-6));
        assertThat(position == null ? 0 : position.lon()).isEqualTo(lon, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "91, 0", "-90.1, 20", "12, 181", "12, -200"})
    void knowsNoPositionThatIsNowhere(double lat, double lon) {
        assertThat(Exif.read(Camera.exif(1, lat, lon)).position()).isNull();
    }

    @Property(tries = 300)
    void readsNothingOutOfNoise(@ForAll byte[] noise) {
        var behindAHeader = ByteBuffer.allocate(noise.length + 8)
                .putInt(0x4D4D002A)
                .putInt(8)
                .put(noise)
                .array();

        assertThat(passed(Camera.withExif(Camera.jpeg(), behindAHeader)).kind()).isEqualTo(Kind.JPEG);
    }

    @Test
    void keepsTheColoursOfEveryKindOfPicture() throws IOException {
        assertThat(quarters(passed(Camera.cmyk()))).isEqualTo("R G B W");
        assertThat(quarters(passed(Camera.progressive()))).isEqualTo("R G B W");
        assertThat(quarters(passed(Camera.png(BufferedImage.TYPE_BYTE_INDEXED))))
                .isEqualTo("R G B W");
        assertThat(picture(passed(Camera.WEBP)).getRGB(2, 8) & 0xFF0000).isGreaterThan(0xD00000);
        var transparent = picture(passed(Camera.WEBP_WITH_ALPHA));
        assertThat(transparent.getRGB(2, 8) >>> 24).isEqualTo(255);
        assertThat(transparent.getRGB(22, 8) >>> 24).isZero();
    }

    /** A decoder that guesses a block from its neighbours wrongly tints more and more of a picture. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void tintsNoPartOfAWebp(int quarter) {
        var picture = picture(passed(Camera.WAVING_WEBP));
        var deviation = new double[3];
        for (int y = quarter * 80; y < quarter * 80 + 80; y++) {
            for (int x = 0; x < 64; x++) {
                var wave = Camera.wave(x, y);
                var colour = new Color(picture.getRGB(x, y));
                deviation[0] += colour.getRed() - wave[0];
                deviation[1] += colour.getGreen() - wave[1];
                deviation[2] += colour.getBlue() - wave[2];
            }
        }

        assertThat(deviation).usingComparatorWithPrecision(2.0 * 80 * 64).containsExactly(0, 0, 0);
    }

    @Test
    void leavesOutPixelsOfWhatIsLargerThanMemory() throws IOException {
        var large = new Examination(10 << 20);

        var passed = (Passed) large.of(pngOf(9_000, 5_000));

        assertThat(passed.reduced()).isTrue();
        assertThat(picture(passed).getWidth()).isEqualTo(4_500);
        assertThat(picture(passed).getHeight()).isEqualTo(2_500);
        assertThat(passed(Camera.jpeg()).reduced()).isFalse();
    }

    private Passed passed(byte[] content) {
        assertThat(examination.of(content)).isInstanceOf(Passed.class);
        return (Passed) examination.of(content);
    }

    private static BufferedImage picture(Passed passed) {
        try {
            return ImageIO.read(new ByteArrayInputStream(passed.content()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** From top left to bottom right. */
    private static String quarters(Passed passed) {
        var picture = picture(passed);
        int right = picture.getWidth() - 5;
        int bottom = picture.getHeight() - 5;
        return IntStream.of(
                        picture.getRGB(4, 4),
                        picture.getRGB(right, 4),
                        picture.getRGB(4, bottom),
                        picture.getRGB(right, bottom))
                .mapToObj(ExaminationTest::letter)
                .reduce((all, one) -> all + " " + one)
                .orElseThrow();
    }

    private static String letter(int rgb) {
        var colour = new Color(rgb);
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        boolean blue = colour.getBlue() > 128;
        return red && green && blue ? "W" : red ? "R" : green ? "G" : blue ? "B" : "?";
    }

    /** All black, whatever its size: one bit a pixel would not be left out, so three bytes. */
    private static byte[] pngOf(int width, int height) throws IOException {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var rows = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(rows)) {
            for (int row = 0; row < Math.min(height, 5_000); row++) {
                packed.write(new byte[1 + 3 * Math.min(width, 9_000)]);
            }
        }
        var start = hex("89504e470d0a1a0a");
        var end = hex("00000000 49454e44 ae426082");
        var withHeader = Camera.withChunk(joined(start, new byte[25]), "IHDR", header);
        var chunk = Camera.withChunk(new byte[33], "IDAT", rows.toByteArray());
        return joined(
                joined(start, Arrays.copyOfRange(withHeader, 33, withHeader.length)),
                joined(Arrays.copyOfRange(chunk, 33, chunk.length), end));
    }

    private static int indexOf(byte[] content, byte[] part) {
        return IntStream.range(0, content.length - part.length)
                .filter(at -> Arrays.equals(content, at, at + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
