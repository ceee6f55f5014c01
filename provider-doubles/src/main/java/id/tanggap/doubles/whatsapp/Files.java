package id.tanggap.doubles.whatsapp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What citizens sent, as long as there is room. */
final class Files {
    static final Duration ADDRESS_HOLDS = Duration.ofMinutes(5);

    private static final int MOST = 200;
    private static final long MOST_BYTES = 48L * 1024 * 1024;

    private final AtomicLong next;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private long bytes;

    /** @param start of this double: ids are others than those that an earlier one gave */
    Files(Instant start) {
        next = new AtomicLong(start.toEpochMilli() * 100);
    }

    record Kept(String id, String type, byte[] content) {
        String digest() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException everyJvmKnowsIt) {
                throw new IllegalStateException(everyJvmKnowsIt);
            }
        }
    }

    synchronized Kept keep(String type, byte[] content) {
        var file = new Kept(Long.toString(next.incrementAndGet()), type, content);
        kept.put(file.id(), file);
        bytes += content.length;
        while (kept.size() > MOST || bytes > MOST_BYTES) {
            var oldest = kept.entrySet().iterator();
            bytes -= oldest.next().getValue().content().length;
            oldest.remove();
        }
        return file;
    }

    synchronized @Nullable Kept get(String id) {
        return kept.get(id);
    }

    /** Whether an address with this time in it still leads to a file. */
    static boolean holds(String until, Instant now) {
        return until.matches("\\d{1,12}") && now.isBefore(Instant.ofEpochSecond(Long.parseLong(until)));
    }
}
