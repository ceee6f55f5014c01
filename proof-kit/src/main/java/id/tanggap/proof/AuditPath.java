package id.tanggap.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is needed beside a leaf of a {@link MerkleTree} to come to its root: the siblings on the way up, the leaf's first. */
public final class AuditPath {
    private AuditPath() {}

    /**
     * The path of one leaf.
     *
     * @param index of the leaf, from 0
     * @param size of the tree in leaves
     * @param chunks as {@link MerkleTree#chunks()} gave them for the whole tree
     * @param leaves all leaves of the chunk that the leaf is in, and no others
     * @throws IllegalArgumentException when these do not belong together
     */
    public static List<Digest> of(long index, long size, List<Digest> chunks, List<Digest> leaves) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf %d in a tree of %d".formatted(index, size));
        }
        var chunk = index / Merkle.CHUNK;
        if (chunks.size() != Math.ceilDiv(size, Merkle.CHUNK)
                || leaves.size() != Math.min(Merkle.CHUNK, size - chunk * Merkle.CHUNK)
                || !MerkleTree.rootOf(leaves).equals(chunks.get((int) chunk))) {
            throw new IllegalArgumentException("These are not the leaves of chunk %d".formatted(chunk));
        }
        var path = new ArrayList<>(of((int) (index % Merkle.CHUNK), leaves));
        path.addAll(of((int) chunk, chunks));
        return path;
    }

    /** From the top of the tree down to the node; what is passed on the other side is the path. */
    private static List<Digest> of(int index, List<Digest> nodes) {
        var path = new ArrayList<Digest>();
        var place = index;
        var rest = nodes;
        while (rest.size() > 1) {
            var split = Integer.highestOneBit(rest.size() - 1);
            var left = rest.subList(0, split);
            var right = rest.subList(split, rest.size());
            if (place < split) {
                path.add(MerkleTree.rootOf(right));
                rest = left;
            } else {
                path.add(MerkleTree.rootOf(left));
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
                hash = Merkle.node(sibling, hash);
                // A last node without a sibling stands for its parents too.
                var alone = Long.numberOfTrailingZeros(node);
                node >>= alone;
                last >>= alone;
            } else {
                hash = Merkle.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : null;
    }
}
