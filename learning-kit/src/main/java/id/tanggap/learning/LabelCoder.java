package id.tanggap.learning;

import org.jspecify.annotations.Nullable;

/**
 * Turns labels into what is learned, and back. Labels that differ only by place, such as one branch office for each
 * village, become one code: a few examples of each then teach what all have in common, and the place decides which one
 * is meant.
 */
public interface LabelCoder {

    /** What is learned for this label; the label itself if the place has no part in it. */
    String encode(String label, @Nullable String place);

    /** The label that the code means at this place, or null when it means none there. */
    @Nullable
    String decode(String code, @Nullable String place);

    /** Learns every label as it is. */
    static LabelCoder identity() {
        return new LabelCoder() {
            @Override
            public String encode(String label, @Nullable String place) {
                return label;
            }

            @Override
            public String decode(String code, @Nullable String place) {
                return code;
            }
        };
    }
}
