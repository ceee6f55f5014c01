package id.tanggap.bench.routing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is learned and what is asked afterwards, both the oldest first. Near copies may stand on both sides, as they do in
 * life; exact copies were taken out when the file was made.
 */
record Split(List<Decision> learned, List<Decision> asked) {
    private static final int FIFTH = 5;

    /** Asks a fifth that is always the same, however the file is sorted. */
    static Split random(List<Decision> decisions) {
        Predicate<Decision> asked = decision -> decision.hash() % FIFTH == 0;
        return new Split(
                decisions.stream().filter(asked.negate()).toList(),
                decisions.stream().filter(asked).toList());
    }

    /** Asks the newest fifth. */
    static Split newest(List<Decision> decisions) {
        var end = decisions.size() - decisions.size() / FIFTH;
        return new Split(decisions.subList(0, end), decisions.subList(end, decisions.size()));
    }

    /** The first four bytes of SHA-256, as a number that is not negative. */
    static long hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
