package id.tanggap.intake.page.follow;

import id.tanggap.intake.page.frame.Visit;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Number and secret of the complaint that is looked at, in a cookie that this service alone can read and that opens in no
 * other browser; gone when the browser is closed. The secret stands in no address.
 */
@RequestScoped
class OwnKey {
    private static final String COOKIE = "aduan";
    private static final Pattern LOCKED = Pattern.compile("([\\w-]{1,200})\\.([\\w-]{1,400})");

    private final Visit visit;
    private final Seal seal;

    OwnKey(Visit visit, Seal seal) {
        this.visit = visit;
        this.seal = seal;
    }

    record Pair(String number, String secret) {
        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Pair[…]";
        }
    }

    void keep(String number, String secret) {
        var locked = seal.lock(visit.id(), (number + "\n" + secret).getBytes(StandardCharsets.UTF_8));
        visit.give(COOKIE, text(locked.wrappedKey()) + "." + text(locked.content()), -1);
    }

    void forget() {
        visit.give(COOKIE, "", 0);
    }

    /** Null when none is looked at. */
    @Nullable
    Pair kept() {
        var cookie = visit.cookie(COOKIE);
        var parts = LOCKED.matcher(cookie == null ? "" : cookie);
        return parts.matches() ? opened(new Locked(bytes(parts.group(1)), bytes(parts.group(2)))) : null;
    }

    private @Nullable Pair opened(Locked locked) {
        try {
            var lines = new String(seal.unlock(visit.id(), locked), StandardCharsets.UTF_8).split("\n", 2);
            return new Pair(lines[0], lines[1]);
        } catch (IllegalStateException ofAnotherBrowser) {
            return null;
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
