package id.tanggap.reporting.recap;

import id.tanggap.rest.PageKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page begins, and how many complaints of the month stand before it: rows keep their numbers over pages. */
record RecapKey(int before, PageKey after) {
    static final RecapKey START = new RecapKey(0, new PageKey(Instant.EPOCH, new UUID(0, 0)));

    static RecapKey after(RecapRow row) {
        return new RecapKey(row.no(), row.key());
    }

    String encode() {
        return before + "." + after.encode();
    }

    /** @return null when the text is no key that {@link #encode()} gave */
    static @Nullable RecapKey decode(String text) {
        var dot = text.indexOf('.');
        if (dot < 1 || dot > 9 || !text.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        var after = PageKey.decode(text.substring(dot + 1));
        return after == null ? null : new RecapKey(Integer.parseInt(text.substring(0, dot)), after);
    }
}
