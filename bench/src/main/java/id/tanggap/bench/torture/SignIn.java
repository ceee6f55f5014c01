package id.tanggap.bench.torture;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.SignedOut;
import id.tanggap.bench.platform.LocalPlatform.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An officer's, kept as the workspace keeps it: renewed at half its time beside the work, and while nobody renews it the old one
 * is shown. Whoever is signed in is never asked for their password again.
 */
final class SignIn {
    /** Tokens are good for five minutes. */
    private static final Duration RENEWED_AFTER = Duration.ofSeconds(150);

    private static final Duration GOOD_FOR = Duration.ofSeconds(280);

    private final LocalPlatform platform;
    private final String person;
    private final Consumer<String> amiss;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile @Nullable Held held;

    SignIn(LocalPlatform platform, String person, Consumer<String> amiss) {
        this.platform = platform;
        this.person = person;
        this.amiss = amiss;
    }

    private record Held(Tokens tokens, long since) {
        static Held now(Tokens tokens) {
            return new Held(tokens, System.nanoTime());
        }

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - since > age.toNanos();
        }
    }

    /** What to show. */
    String pass() throws IOException, InterruptedException {
        var now = held == null ? begin() : held;
        if (now.isOlderThan(RENEWED_AFTER) && renewing.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> renew(now));
        }
        return "Bearer " + now.tokens().access();
    }

    /** Whether what is shown should be let in. */
    boolean isGood() {
        var now = held;
        return now != null && !now.isOlderThan(GOOD_FOR);
    }

    private synchronized Held begin() throws IOException, InterruptedException {
        var now = held == null ? Held.now(platform.signIn(person)) : held;
        held = now;
        return now;
    }

    private void renew(Held now) {
        try {
            held = Held.now(platform.renew(now.tokens()));
        } catch (SignedOut lost) {
            amiss.accept(person + " was signed out");
            held = null;
        } catch (IOException away) {
            // Whoever shows it next tries again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            renewing.set(false);
        }
    }
}
