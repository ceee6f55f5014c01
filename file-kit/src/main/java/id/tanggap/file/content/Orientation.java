package id.tanggap.file.content;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** How a camera was held, in the order in which EXIF numbers it: how its picture is to be turned to stand upright. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(true, false, false),
    UPSIDE_DOWN(true, true, false),
    UPSIDE_DOWN_MIRRORED(false, true, false),
    ON_ITS_LEFT_MIRRORED(false, false, true),
    ON_ITS_LEFT(false, true, true),
    ON_ITS_RIGHT_MIRRORED(true, true, true),
    ON_ITS_RIGHT(true, false, true);

    private final boolean leftIsRight;
    private final boolean topIsBottom;
    /** After that, whether rows are columns. */
    private final boolean transposed;

    Orientation(boolean leftIsRight, boolean topIsBottom, boolean transposed) {
        this.leftIsRight = leftIsRight;
        this.topIsBottom = topIsBottom;
        this.transposed = transposed;
    }

    /** What cannot be is taken for upright. */
    static Orientation of(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    /** Turns it where it lies, without a second one beside it; of less than eight bits a pixel it stays as it is. */
    BufferedImage turn(BufferedImage picture) {
        var pixels = picture.getRaster();
        if (this == UPRIGHT || !(pixels.getSampleModel() instanceof ComponentSampleModel rows)) {
            return picture;
        }
        if (leftIsRight) {
            swapColumns(pixels);
        }
        if (topIsBottom) {
            swapRows(pixels);
        }
        var turned = transposed ? Raster.createWritableRaster(columns(rows), pixels.getDataBuffer(), null) : pixels;
        return new BufferedImage(picture.getColorModel(), turned, picture.isAlphaPremultiplied(), null);
    }

    private static ComponentSampleModel columns(ComponentSampleModel rows) {
        return new ComponentSampleModel(
                rows.getDataType(),
                rows.getHeight(),
                rows.getWidth(),
                rows.getScanlineStride(),
                rows.getPixelStride(),
                rows.getBandOffsets());
    }

    private static void swapRows(WritableRaster pixels) {
        var width = pixels.getWidth();
        for (int top = 0, bottom = pixels.getHeight() - 1; top < bottom; top++, bottom--) {
            var upper = pixels.getDataElements(0, top, width, 1, null);
            pixels.setDataElements(0, top, width, 1, pixels.getDataElements(0, bottom, width, 1, null));
            pixels.setDataElements(0, bottom, width, 1, upper);
        }
    }

    private static void swapColumns(WritableRaster pixels) {
        var height = pixels.getHeight();
        for (int left = 0, right = pixels.getWidth() - 1; left < right; left++, right--) {
            var first = pixels.getDataElements(left, 0, 1, height, null);
            pixels.setDataElements(left, 0, 1, height, pixels.getDataElements(right, 0, 1, height, null));
            pixels.setDataElements(right, 0, 1, height, first);
        }
    }
}
