package id.tanggap.reporting;

import id.tanggap.proof.Digest;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Digests as the database keeps them: one after the other, without anything in between. */
public final class Digests {
    private static final int LENGTH = 32;

    public static List<Digest> split(byte[] bytes) {
        var digests = new ArrayList<Digest>(bytes.length / LENGTH);
        for (int from = 0; from < bytes.length; from += LENGTH) {
            digests.add(Digest.of(Arrays.copyOfRange(bytes, from, from + LENGTH)));
        }
        return digests;
    }

    public static Buffer joined(List<Digest> digests) {
        var bytes = Buffer.buffer(digests.size() * LENGTH);
        digests.forEach(digest -> bytes.appendBytes(digest.bytes()));
        return bytes;
    }

    private Digests() {}
}
