package id.tanggap.proof;

/**
 * The tree of RFC 6962, section 2.1, with SHA-256. Leaves and inner nodes are hashed with different first bytes, so that
 * neither passes for the other; splits are at powers of two, so that a tree over the roots of chunks of {@value #CHUNK}
 * leaves is the top of the tree over the leaves.
 */
public final class Merkle {
    /** Leaves in a chunk; the last chunk of a tree may have fewer. */
    public static final int CHUNK = 1_024;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    public static Digest leaf(byte[] bytes) {
        return Digest.sha256(LEAF, bytes);
    }

    static Digest node(Digest left, Digest right) {
        return Digest.sha256(NODE, left.shared(), right.shared());
    }
}
