package id.tanggap.reporting.record;

import id.tanggap.rest.PageKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page begins, and how many complaints stand before it: rows keep their numbers over pages. */
record RecordKey(int before, PageKey after) {
    static final RecordKey START = new RecordKey(0, new PageKey(Instant.EPOCH, new UUID(0, 0)));

    static RecordKey after(RecordRow row) {
        return new RecordKey(
                row.head().no(), new PageKey(row.head().receivedAt(), row.head().complaint()));
    }

    String encode() {
        return before + "." + after.encode();
    }

    /** @return null when the text is no key that {@link #encode()} gave */
    static @Nullable RecordKey decode(String text) {
        var dot = text.indexOf('.');
        if (dot < 1 || dot > 9 || !text.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        var after = PageKey.decode(text.substring(dot + 1));
        return after == null ? null : new RecordKey(Integer.parseInt(text.substring(0, dot)), after);
    }
}
