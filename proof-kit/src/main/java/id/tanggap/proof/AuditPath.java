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
        var path = of((int) (index % Merkle.CHUNK), leaves);
        path.addAll(of((int) chunk, chunks));
        return path;
    }

    /** The path within the half that the node is in, and then the root of the other half. */
    private static List<Digest> of(int index, List<Digest> nodes) {
        if (nodes.size() <= 1) {
            return new ArrayList<>();
        }
        var split = Integer.highestOneBit(nodes.size() - 1);
        var left = nodes.subList(0, split);
        var right = nodes.subList(split, nodes.size());
        var path = index < split ? of(index, left) : of(index - split, right);
        path.add(MerkleTree.rootOf(index < split ? right : left));
        return path;
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
        var climb = new Climb(leaf, index, size - 1);
        for (var sibling : path) {
            if (climb.isAtTheRoot()) {
                return null;
            }
            climb.past(sibling);
        }
        return climb.isAtTheRoot() ? climb.hash : null;
    }

    /** A node and the last one of its level. */
    private static final class Climb {
        private Digest hash;
        private long node;
        private long last;

        Climb(Digest hash, long node, long last) {
            this.hash = hash;
            this.node = node;
            this.last = last;
        }

        boolean isAtTheRoot() {
            return last == 0;
        }

        void past(Digest sibling) {
            if ((node & 1) == 1 || node == last) {
                hash = Merkle.node(sibling, hash);
                // A last node without a sibling stands for its parents too.
                up(Long.numberOfTrailingZeros(node));
            } else {
                hash = Merkle.node(hash, sibling);
            }
            up(1);
        }

        private void up(int levels) {
            node >>= levels;
            last >>= levels;
        }
    }
}
