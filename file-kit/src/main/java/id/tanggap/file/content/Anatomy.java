package id.tanggap.file.content;

import org.jspecify.annotations.Nullable;

/**
 * What the outside of a picture tells before anything of it is unpacked.
 *
 * @param size as the header has it
 * @param essence the file without all that its pixels do not need
 * @param exif what the camera wrote, if it did
 * @param xmp what programs wrote who worked on it, likewise
 */
record Anatomy(Size size, byte[] essence, byte @Nullable [] exif, byte @Nullable [] xmp) {

    /**
     * @param bytesPerPixel once unpacked
     * @param mostPixels that this kind may have: fewer where all of them have to be unpacked to leave some out
     */
    record Size(int width, int height, int bytesPerPixel, int mostPixels) {
        /** A picture in memory; sixteen million pixels of a photo. */
        private static final long MOST_BYTES = 48L << 20;

        /** As much as a JPEG can tell; decoders have whole rows in memory beside the picture. */
        private static final int LONGEST_SIDE = 65_535;

        Size {
            if (width <= 0 || height <= 0) {
                throw new IllegalArgumentException("no pixels");
            }
        }

        boolean isFlood() {
            return Math.max(width, height) > LONGEST_SIDE || (long) width * height > mostPixels;
        }

        /** Of how many pixels in a row and in a column one is kept, so that the picture fits into memory. */
        int stride() {
            var stride = 1;
            while (bytes(stride) > MOST_BYTES) {
                stride++;
            }
            return stride;
        }

        private long bytes(int stride) {
            return (long) Math.ceilDiv(width, stride) * Math.ceilDiv(height, stride) * bytesPerPixel;
        }
    }
}
