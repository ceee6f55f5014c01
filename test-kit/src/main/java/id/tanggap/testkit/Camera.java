package id.tanggap.testkit;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Takes pictures of four quarters, red and green above, blue and white below, and writes into them what cameras write. */
public final class Camera {
    public static final int WIDTH = 48;
    public static final int HEIGHT = 32;

    /** Of 24 times 16 pixels, left red, right green, made by {@code cwebp}: plain, and its right side transparent. */
    public static final byte[] WEBP = HexFormat.of().parseHex("""
            52494646640000005745425056503820580000009003009d012a180010003e6d2a9145a422a19804004006c4a009d3284480337ff7\
            0000cd8000feeda7fffc937fff51a7fd486dff9063f8e7b010ef077ec7e2b789fff2033cffd932c0e3ff2018fffb2658129a39aa86\
            0000""");

    /** 64 x 320 pixels of {@link #wave}. */
    public static final byte[] WAVING_WEBP = HexFormat.of().parseHex("""
            524946466601000057454250565038205a010000300d009d012a400040013f117eb656ac27a4a3a4133c718022094ddbd893effb57\
            f06d36b974ddc9dfb013cd041710c62f5b44f9ad691459963213dffb9fae43cf5dedf8795c96004ae7e1cff41f5b44f9fcb39f1469\
            0db4d0376b9fd04f98f669b950dfd5ffdb7d3ff44837e53fd8e3cf2000fe7a56f63d17a153e1dba7b884cb187d54a6d37ec8977b79\
            873ae2673ab78adfc1e360d43f6c33d3423601a365bfeb26804a711aedd73ff94be818623ce985974b74a9cce01b8c2d42658cc0ac\
            8e74700fddbac2d9ce2e5cfad18d44b640488170e10391f186277a4569fb869cb161143747d87f151327401cc5b1efb87be8e72bbb\
            09fbd7fb2e4322f77857e3bfe553757b959bf6785864066522ac6c14c880512e5bcbff3901de4ab0b10984f868b2f801ad8948ce1c\
            305d803a56b1b9a0af9f0e9cf5cf19a4e5f6234c215a5e153bf8e508b2569552a641bdfa3f7b6302c0ef7bfa3bec0000""");

    public static final byte[] WEBP_WITH_ALPHA = HexFormat.of().parseHex("""
            524946468c00000057454250565038580a000000100000001700000f0000414c504814000000010f30ff111142484078e0ff5add82\
            88fe47320356503820520000009003009d012a180010003e6d2c9245a422a19804004006c4a009d3284480337ff70000cd8000fef0\
            9b43ff20c7f1cf6021de0efd8fc56f13ffe40679ffb26581c7fe4031fff64cb038ffed941062c7100000""");

    public static final byte[] LOSSLESS_WEBP = HexFormat.of()
            .parseHex("5249464626000000574542505650384c1a0000002f17c003100fb0fff31ff31f3184048407feafd52d88e87f2433");

    /** A fifth of a second of a tone, made by {@code opusenc}, which wrote into it who spoke, and where. */
    public static final byte[] VOICE = HexFormat.of().parseHex("""
            4f676753000200000000000000004501d16e00000000fe0733da01134f7075734865616401013801803e00000000004f6767530000\
            00000000000000004501d16e01000000a3de668101b64f707573546167731f0000006c69626f70757320312e332e312c206c69626f\
            707573656e6320302e322e310400000023000000454e434f4445523d6f707573656e632066726f6d206f7075732d746f6f6c732030\
            2e32120000004152544953543d5369746920416d696e6168100000007469746c653d52756d6168207361796132000000454e434f44\
            45525f4f5054494f4e533d2d2d626974726174652038202d2d686172642d636272202d2d70616464696e6720304f6767530004b826\
            0000000000004501d16e020000000b1d510d0b14141414141414141414140b01839c02d01cfded9918ff5cab8b185f2e357808a8cc\
            3eb6cce13a0801d53585e1b6a1b988de6b089ea80efc012787c40cff47316a5a14782b0d580b41009e4af706d9dbd413d03c0ad7a8\
            053cd3d00b019d5fb0772f47847e2f436e645fb9abbd50b80b41009d5faefc012787c40e8d5d78c1eaddcd40089cf9431b7623dd6b\
            80acd0f92b463fd649fa40089d5fb0772f47847e35df5c73f636d1fcc41c100b41009f16c40f0edd6e5d23a9298fc1506bf9fa0b01\
            9e790c27b9dbd413d03c0d4314970b2f6a280b01a1b845bbb507ff0170a685f43d8aa8470f40""");

    public static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private Camera() {}

    public static byte[] jpeg() {
        return written("jpeg", quarters(BufferedImage.TYPE_3BYTE_BGR));
    }

    public static byte[] png(int type) {
        return written("png", quarters(type));
    }

    static BufferedImage quarters(int type) {
        var picture = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, quarter(x < WIDTH / 2, y < HEIGHT / 2).getRGB());
            }
        }
        return picture;
    }

    private static Color quarter(boolean left, boolean above) {
        return above ? left ? Color.RED : Color.GREEN : left ? Color.BLUE : Color.WHITE;
    }

    public static byte[] written(String format, BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] progressive() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var wanted = writer.getDefaultWriteParam();
            wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(quarters(BufferedImage.TYPE_3BYTE_BGR), null, null), wanted);
        }
        return out.toByteArray();
    }

    /** As Photoshop writes for printers: four inks, turned round. */
    public static byte[] cmyk() throws IOException {
        var inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                var colour = quarter(x < WIDTH / 2, y < HEIGHT / 2);
                inks.setPixel(x, y, new int[] {colour.getRed(), colour.getGreen(), colour.getBlue(), 255});
            }
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(inks, null, null));
        }
        return withSegment(out.toByteArray(), 0xEE, HexFormat.of().parseHex("41646f6265006400000000" + "00"));
    }

    public static byte[] withExif(byte[] jpeg, byte[] tiff) {
        return withSegment(jpeg, 0xE1, joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff));
    }

    /** Right behind the start. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] segment) {
        return ByteBuffer.allocate(jpeg.length + segment.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (segment.length + 2))
                .put(segment)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Right behind the header. */
    public static byte[] withChunk(byte[] png, String name, byte[] data) {
        var chunk = joined(name.getBytes(StandardCharsets.US_ASCII), data);
        var crc = new CRC32();
        crc.update(chunk);
        return ByteBuffer.allocate(png.length + chunk.length + 8)
                .put(png, 0, 33)
                .putInt(data.length)
                .put(chunk)
                .putInt((int) crc.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }

    /** As programs repeat what a camera wrote. */
    public static byte[] xmp(double lat, double lon) {
        return """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="%s">
                <exif:GPSLongitude>%s</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta>""".formatted(minutes(lat, "NS"), minutes(lon, "EW")).getBytes(StandardCharsets.UTF_8);
    }

    private static String minutes(double degrees, String sides) {
        var whole = (int) Math.abs(degrees);
        return String.format(
                Locale.ROOT, "%d,%.8f%c", whole, (Math.abs(degrees) - whole) * 60, sides.charAt(degrees < 0 ? 1 : 0));
    }

    /** As the last chunk, announced in the header. */
    public static byte[] withExifInWebp(byte[] tiff) {
        return withChunkInWebp("EXIF", tiff);
    }

    /** @param data of even length */
    public static byte[] withChunkInWebp(String name, byte[] data) {
        var simple = ByteBuffer.wrap(WEBP).order(ByteOrder.LITTLE_ENDIAN);
        var all = ByteBuffer.allocate(WEBP.length + 18 + 8 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        all.put(WEBP, 0, 4).putInt(all.capacity() - 8).put(WEBP, 8, 4);
        all.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(name.equals("EXIF") ? 0x08 : 0x04);
        all.put(new byte[] {23, 0, 0, 15, 0, 0}).put(WEBP, 12, simple.capacity() - 12);
        all.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
        return all.array();
    }

    /** Red, green and blue of a picture that nowhere stays as it is, so that a decoder's faults add up. */
    public static int[] wave(int x, int y) {
        int red = (int) (128 + 100 * Math.sin(x / 30.0) * Math.cos(y / 40.0));
        return new int[] {red, 255 - red, 128};
    }

    /** What a telephone writes: its name, how it was held, and where. */
    public static byte[] exif(int orientation, double lat, double lon) {
        var out = ByteBuffer.allocate(194);
        out.putInt(0x4D4D002A).putInt(8);
        out.putShort((short) 3);
        entry(out, 0x010F, 2, 8, 50);
        entry(out, 0x0112, 3, 1, orientation << 16);
        entry(out, 0x8825, 4, 1, 58);
        out.putInt(0);
        out.put("Telepon\0".getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) 4);
        entry(out, 1, 2, 2, (lat < 0 ? 'S' : 'N') << 24);
        entry(out, 2, 5, 3, 112);
        entry(out, 3, 2, 2, (lon < 0 ? 'W' : 'E') << 24);
        entry(out, 4, 5, 3, 136);
        out.putInt(0);
        degrees(out, lat);
        degrees(out, lon);
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer out, double degrees) {
        out.putInt((int) Math.round(Math.abs(degrees) * 10_000_000)).putInt(10_000_000);
        out.putInt(0).putInt(1).putInt(0).putInt(1);
    }

    public static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
