package id.tanggap.edge;

import id.tanggap.edge.EdgeConfig.PagesOf;
import id.tanggap.edge.client.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Pages that are answers to a failure and thus have no address of their own. */
final class Pages {

    /** Shown in place of Keycloak's while it starts; goes on by itself, with or without scripts. */
    static final Buffer SIGN_IN_STARTING = read("sign-in-starting.html");

    static final String MEDIA_TYPE = "text/html; charset=utf-8";

    static final Buffer NOT_FOUND = read("not-found.html");

    private static final String REFUSED = read("refused.html").toString();

    private Pages() {}

    /** Whose page is to be shown; none to a program. */
    static PagesOf wanted(EdgeConfig.Route route, HttpServerRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html") ? route.pages() : PagesOf.NONE;
    }

    /** Null where the problem is told as it is. */
    static @Nullable Buffer of(Problem problem, PagesOf pages) {
        return switch (pages) {
            case NONE -> null;
            case KEYCLOAK -> problem.passes() ? SIGN_IN_STARTING : null;
            case OURS -> refused(problem);
        };
    }

    private static Buffer refused(Problem problem) {
        return Buffer.buffer(REFUSED.replace("{title}", problem.title()).replace("{detail}", problem.detail()));
    }

    private static Buffer read(String name) {
        try (var page = Pages.class.getResourceAsStream(name)) {
            if (page == null) {
                throw new IllegalStateException("Missing page " + name);
            }
            return Buffer.buffer(page.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
