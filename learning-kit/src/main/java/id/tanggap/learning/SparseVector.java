package id.tanggap.learning;

/**
 * Values by index; all others are zero.
 *
 * @param indexes rising
 */
@SuppressWarnings("ArrayRecordComponent") // of one's own making, and never compared
record SparseVector(int[] indexes, float[] values) {

    int size() {
        return indexes.length;
    }
}
