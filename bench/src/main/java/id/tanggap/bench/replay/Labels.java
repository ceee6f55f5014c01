package id.tanggap.bench.replay;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What other systems call channels and kinds of complaints, in our words. */
final class Labels {
    private static final String USUAL_CHANNEL = "WEB";

    private static final Map<String, String> CHANNELS = Map.of(
            "android", "MOBILE_APP",
            "whatsapp", "WHATSAPP",
            "qlue", "MOBILE_APP",
            "detik", "MOBILE_APP",
            "grasp", "TELEGRAM");

    /** The classes of SP4N-LAPOR!. */
    private static final Map<String, String> TYPES = Map.of(
            "aspirasi", "ASPIRATION",
            "permintaan informasi", "INFORMATION_REQUEST",
            "pengaduan berkadar pengawasan", "OVERSIGHT",
            "pengaduan tidak berkadar pengawasan", "ORDINARY");

    private Labels() {}

    /** A label that says nothing counts as the web form, which has no label in most systems. */
    static String channel(@Nullable String label) {
        return label == null ? USUAL_CHANNEL : CHANNELS.getOrDefault(key(label), USUAL_CHANNEL);
    }

    static @Nullable String type(@Nullable String label) {
        return label == null ? null : TYPES.get(key(label));
    }

    static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}
