package id.tanggap.bench.torture;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.SignedOut;
import id.tanggap.bench.platform.LocalPlatform.Tokens;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An officer's, kept as the workspace keeps it: renewed at half its time, and while nobody renews it the old one is shown. */
final class SignIn {
    /** Tokens are good for five minutes. */
    private static final Duration RENEWED_AFTER = Duration.ofSeconds(150);

    private final LocalPlatform platform;
    private final String person;
    private final Told told;
    private @Nullable Tokens tokens;
    private long since;

    SignIn(LocalPlatform platform, String person, Told told) {
        this.platform = platform;
        this.person = person;
        this.told = told;
    }

    /** What to show; whoever is signed in is never asked for their password again. */
    synchronized String pass() throws IOException, InterruptedException {
        var known = tokens;
        if (known == null) {
            return keep(platform.signIn(person));
        }
        return System.nanoTime() - since < RENEWED_AFTER.toNanos() ? shown(known) : renewed(known);
    }

    private String renewed(Tokens known) throws IOException, InterruptedException {
        try {
            return keep(platform.renew(known));
        } catch (SignedOut lost) {
            told.unanswered(person + " was signed out");
            return keep(platform.signIn(person));
        } catch (IOException away) {
            return shown(known);
        }
    }

    private String keep(Tokens fresh) {
        tokens = fresh;
        since = System.nanoTime();
        return shown(fresh);
    }

    private static String shown(Tokens tokens) {
        return "Bearer " + tokens.access();
    }
}
