package id.tanggap.learning.text;

/**
 * Values by index; all others are zero.
 *
 * @param indexes rising
 */
@SuppressWarnings("ArrayRecordComponent") // of one's own making, and never compared
public record SparseVector(int[] indexes, float[] values) {

    public int size() {
        return indexes.length;
    }
}
