package id.tanggap.response.refused;

import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.response.life.Action;
import org.jspecify.annotations.Nullable;

/** Why something that was done changed nothing, in Indonesian. */
public final class NoEffect {
    private static final String OBJECTED_FIRST = "Tidak berlaku: warga lebih dahulu mengajukan keberatan.";

    /**
     * @param action of the officer
     * @param reason an {@link ActRefusal}; null when it had its effect
     */
    public static @Nullable String of(String action, @Nullable String reason) {
        if (reason == null) {
            return null;
        }
        var why = ActRefusal.valueOf(reason);
        return why == ActRefusal.OVERTAKEN && Action.RESOLVE.name().equals(action) ? OBJECTED_FIRST : of(why);
    }

    public static String of(ActRefusal reason) {
        return switch (reason) {
            case MOVED -> "Tidak berlaku: aduan ini lebih dahulu dialihkan ke instansi lain.";
            case ENDED -> "Tidak berlaku: aduan ini lebih dahulu berakhir.";
            case OVERTAKEN -> "Tidak berlaku: penanganan aduan ini lebih dahulu dilanjutkan.";
        };
    }

    private NoEffect() {}
}
