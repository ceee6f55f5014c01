package id.tanggap.proof.file;

import id.tanggap.proof.Merkle;
import id.tanggap.proof.MerkleTree;
import id.tanggap.proof.Require;
import id.tanggap.proof.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the file of a whole recap leaf by leaf; the stream is the caller's to buffer and to close. */
public final class RecapWriter {
    private final OutputStream out;
    private final Recap recap;
    private final MerkleTree tree = new MerkleTree();

    /** Writes the first line. */
    public RecapWriter(OutputStream out, Recap recap) throws IOException {
        this.out = out;
        this.recap = recap;
        Json.COMPACT.writeValue(out, recap);
        out.write('\n');
    }

    /**
     * @param leaf the text as it was hashed: the recap's head first, then the entries in order
     * @throws IllegalArgumentException when it has a line feed or more than a mebibyte
     */
    public void add(String leaf) throws IOException {
        Require.leaf(leaf, "leaf");
        var text = Utf8.encode(leaf);
        var hash = Merkle.leaf(text);
        tree.add(hash);
        out.write((hash.hex() + " ").getBytes(StandardCharsets.US_ASCII));
        out.write(text);
        out.write('\n');
    }

    /** @throws IllegalStateException when the leaves are not the ones that the first line has promised */
    public void finish() throws IOException {
        out.flush();
        if (tree.size() != recap.size() || !tree.root().equals(recap.root())) {
            throw new IllegalStateException("%d leaves with the root %s are not the %d of the recap with the root %s"
                    .formatted(tree.size(), tree.root(), recap.size(), recap.root()));
        }
    }
}
