package id.tanggap.channel.whatsapp;

import static id.tanggap.channel.Fault.CONFIG;
import static id.tanggap.channel.Fault.CONTENT;
import static id.tanggap.channel.Fault.QUALITY;
import static id.tanggap.channel.Fault.RECIPIENT;
import static id.tanggap.channel.Fault.THROTTLED;
import static id.tanggap.channel.Fault.TRANSIENT;
import static id.tanggap.channel.Fault.WINDOW_CLOSED;

import id.tanggap.channel.Fault;
import java.util.Map;
import java.util.Set;

/** Reads the codes by which the Cloud API says what is wrong; their titles and subcodes change and mean nothing. */
final class WhatsAppFaults {
    private static final Map<Fault, Set<Integer>> CODES = Map.of(
            TRANSIENT, Set.of(1, 2, 131000, 131016, 131057, 133004, 135000),
            THROTTLED, Set.of(4, 80007, 130429, 131056),
            WINDOW_CLOSED, Set.of(131047),
            RECIPIENT, Set.of(131021, 131026, 131030, 131050),
            CONTENT,
                    Set.of(
                            100, 131008, 131009, 131051, 131052, 131053, 132000, 132001, 132005, 132007, 132012, 132015,
                            132016, 132018, 132068, 132069),
            CONFIG, Set.of(0, 3, 10, 190, 368, 130497, 131005, 131031, 131037, 131042, 131045, 133010),
            QUALITY, Set.of(131048, 130472, 131049));

    /** Meta keeps these for permissions. */
    private static final int FIRST_PERMISSION = 200;

    private static final int LAST_PERMISSION = 299;

    /** A code that nobody wrote down here passes, or runs into the end of the time for it. */
    static Fault of(int code) {
        if (code >= FIRST_PERMISSION && code <= LAST_PERMISSION) {
            return CONFIG;
        }
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(TRANSIENT);
    }

    /** What is kept and logged of it. */
    static String cause(int code) {
        return "WA " + code;
    }

    private WhatsAppFaults() {}
}
