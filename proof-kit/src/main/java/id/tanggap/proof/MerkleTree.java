package id.tanggap.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that grows leaf by leaf. It keeps the roots of its perfect subtrees, one for each 1 in the binary number of its
 * leaves, and the root of every chunk: with these stored (32 bytes for 1,024 leaves), {@link AuditPath#of} needs only the
 * leaves of one chunk again.
 */
public final class MerkleTree {
    private static final int CHUNK_HEIGHT = Integer.numberOfTrailingZeros(Merkle.CHUNK);

    /** The largest first. */
    private final List<Digest> perfect = new ArrayList<>();

    private final List<Digest> chunks = new ArrayList<>();
    private long size;

    /** Of all nodes side by side: leaves, or the roots of chunks. */
    static Digest rootOf(List<Digest> nodes) {
        var tree = new MerkleTree();
        nodes.forEach(tree::add);
        return tree.root();
    }

    public void add(Digest leaf) {
        var hash = leaf;
        var height = 0;
        for (var full = size; (full & 1) == 1; full >>= 1) {
            hash = Merkle.node(perfect.removeLast(), hash);
            height++;
            if (height == CHUNK_HEIGHT) {
                chunks.add(hash);
            }
        }
        perfect.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** Of the leaves so far; of none it is the SHA-256 of nothing. */
    public Digest root() {
        return size == 0 ? Digest.sha256() : joined(perfect);
    }

    /** The roots of every {@value Merkle#CHUNK} leaves so far, the last one of those that are left. */
    public List<Digest> chunks() {
        var all = new ArrayList<>(chunks);
        var left = Long.bitCount(size % Merkle.CHUNK);
        if (left > 0) {
            all.add(joined(perfect.subList(perfect.size() - left, perfect.size())));
        }
        return all;
    }

    private static Digest joined(List<Digest> perfect) {
        return perfect.reversed().stream()
                .reduce((right, left) -> Merkle.node(left, right))
                .orElseThrow();
    }
}
