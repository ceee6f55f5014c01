package id.tanggap.intake.page.frame;

import id.tanggap.citizen.Language;
import id.tanggap.governments.Governments;
import id.tanggap.intake.vault.Seal;
import id.tanggap.rest.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at a page, known again by a random cookie until the browser is closed. The cookie stands for what was
 * typed and for receipts that are not kept yet; it is kept nowhere but in that browser.
 */
@RequestScoped
public class Visit {
    private static final String VISITOR = "tanggap";
    private static final String LANGUAGE = "bahasa";
    private static final String LODGED = "pemda";
    private static final int BYTES = 16;
    private static final long A_YEAR = 365L * 24 * 3600;

    private final RoutingContext request;
    private final Seal seal;
    private final Governments governments;
    private final SecureRandom random = new SecureRandom();
    private @Nullable String visitor;

    Visit(CurrentVertxRequest current, Seal seal, Governments governments) {
        this.request = current.getCurrent();
        this.seal = seal;
        this.governments = governments;
    }

    /** By which what is kept for the visitor is found; nobody can tell the cookie from it. */
    public byte[] visitor() {
        return seal.fingerprint(("visitor\n" + cookieOfVisitor()).getBytes(StandardCharsets.UTF_8));
    }

    /** The same as an id. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(visitor());
    }

    public Frame frame() {
        return frame(newToken());
    }

    /** Gives no cookie, and so no form that could be sent. */
    Frame frameOfStranger() {
        return frame("");
    }

    private Frame frame(String token) {
        var lodged = cookie(LODGED);
        return new Frame(
                language(),
                request.normalizedPath(),
                token,
                governments.all(),
                lodged == null || governments.find(lodged) == null ? "" : lodged);
    }

    /**
     * Whether a form bears a token that a page of ours gave to this very browser, now or long ago: what was written without
     * a connection may come days later.
     */
    public boolean gave(@Nullable String token) {
        var parts = token == null ? new String[0] : token.split("\\.", 2);
        return cookie(VISITOR) != null
                && parts.length == 2
                && MessageDigest.isEqual(
                        proof(parts[0]).getBytes(StandardCharsets.UTF_8), parts[1].getBytes(StandardCharsets.UTF_8));
    }

    /** For a form that no page of ours gave to this browser. */
    public static Response stranger() {
        return Problem.of(
                403,
                "formulir-tidak-dikenal",
                "Formulir tidak dikenal",
                "Buka kembali halaman ini, lalu kirim sekali lagi. Peramban Anda perlu mengizinkan kuki.");
    }

    public void speak(Language language) {
        give(LANGUAGE, language.tag(), A_YEAR);
    }

    public void lodgesWith(String government) {
        give(LODGED, government, A_YEAR);
    }

    /** Null when there is none. */
    public @Nullable String cookie(String name) {
        var cookie = request.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }

    /** @param seconds how long; below zero until the browser is closed, zero takes it back */
    public void give(String name, String value, long seconds) {
        var cookie = Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure("https".equals(request.request().getHeader("X-Forwarded-Proto")));
        if (seconds >= 0) {
            cookie.setMaxAge(seconds);
        }
        request.response().addCookie(cookie);
    }

    private Language language() {
        return Language.of(cookie(LANGUAGE)).orElse(Language.INDONESIAN);
    }

    /** Another one on each page, so that nothing can be learnt from the length of what is compressed. */
    private String newToken() {
        var nonce = randomText();
        return nonce + "." + proof(nonce);
    }

    private String proof(String nonce) {
        var proof = seal.fingerprint(("form\n" + cookieOfVisitor() + "\n" + nonce).getBytes(StandardCharsets.UTF_8));
        return text(proof);
    }

    private String cookieOfVisitor() {
        if (visitor == null) {
            visitor = cookie(VISITOR);
        }
        if (visitor == null) {
            visitor = randomText();
            give(VISITOR, visitor, -1);
        }
        return visitor;
    }

    private String randomText() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
