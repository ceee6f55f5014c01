package id.tanggap.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Of all nodes side by side: leaves, or the roots of chunks. */
    static Digest root(List<Digest> nodes) {
        var tree = new MerkleTree();
        nodes.forEach(tree::add);
        return tree.root();
    }

    /**
     * The audit path of one leaf, the sibling of the leaf first: what is needed beside the leaf to come to the root.
     *
     * @param index of the leaf, from 0
     * @param size of the tree in leaves
     * @param chunks as {@link MerkleTree#chunks()} gave them for the whole tree
     * @param leaves all leaves of the chunk that the leaf is in, and no others
     * @throws IllegalArgumentException when these do not belong together
     */
    public static List<Digest> path(long index, long size, List<Digest> chunks, List<Digest> leaves) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf %d in a tree of %d".formatted(index, size));
        }
        var chunk = index / CHUNK;
        if (chunks.size() != Math.ceilDiv(size, CHUNK)
                || leaves.size() != Math.min(CHUNK, size - chunk * CHUNK)
                || !root(leaves).equals(chunks.get((int) chunk))) {
            throw new IllegalArgumentException("These are not the leaves of chunk %d".formatted(chunk));
        }
        var path = new ArrayList<>(path((int) (index % CHUNK), leaves));
        path.addAll(path((int) chunk, chunks));
        return path;
    }

    /** From the top of the tree down to the node; what is passed on the other side is the path. */
    private static List<Digest> path(int index, List<Digest> nodes) {
        var path = new ArrayList<Digest>();
        var place = index;
        var rest = nodes;
        while (rest.size() > 1) {
            var split = Integer.highestOneBit(rest.size() - 1);
            var left = rest.subList(0, split);
            var right = rest.subList(split, rest.size());
            if (place < split) {
                path.add(root(right));
                rest = left;
            } else {
                path.add(root(left));
                rest = right;
                place -= split;
            }
        }
        return path.reversed();
    }

    /**
     * The root that leaf and path lead to, after RFC 9162, section 2.1.3.2.
     *
     * @return null when there is no such leaf in a tree of this size, or its path has another length
     */
    public static @Nullable Digest rootOf(Digest leaf, long index, long size, List<Digest> path) {
        if (index < 0 || index >= size) {
            return null;
        }
        var node = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return null;
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(sibling, hash);
                // A last node without a sibling stands for its parents too.
                var alone = Long.numberOfTrailingZeros(node);
                node >>= alone;
                last >>= alone;
            } else {
                hash = node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : null;
    }
}
