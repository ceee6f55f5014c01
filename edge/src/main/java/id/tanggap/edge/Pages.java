package id.tanggap.edge;

import id.tanggap.citizen.Language;
import id.tanggap.edge.EdgeConfig.PagesOf;
import id.tanggap.edge.client.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pages that are answers to a failure and thus have no address of their own; the citizens' in the reader's language. */
final class Pages {

    /** Shown in place of Keycloak's while it starts; goes on by itself, with or without scripts. */
    static final Buffer SIGN_IN_STARTING = read("sign-in-starting.html");

    static final String MEDIA_TYPE = "text/html; charset=utf-8";

    private static final String NOT_FOUND = read("not-found.html").toString();

    private static final String REFUSED = read("refused.html").toString();

    private static final Pattern SAID = Pattern.compile("\\{f\\.say\\('([^']+)'\\)}");

    /** As intake's pages keep it. */
    private static final String LANGUAGE = "bahasa";

    private Pages() {}

    /** @param pages whose page is to be shown; none to a program */
    record Reader(PagesOf pages, Language language) {}

    static Reader reader(EdgeConfig.Route route, HttpServerRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var wanted = accept != null && accept.contains("text/html") ? route.pages() : PagesOf.NONE;
        return new Reader(wanted, language(request));
    }

    /** Null where the problem is told as it is. */
    static @Nullable Buffer of(Problem problem, Reader reader) {
        return switch (reader.pages()) {
            case NONE -> null;
            case KEYCLOAK -> problem.passes() ? SIGN_IN_STARTING : null;
            case OURS -> refused(problem, reader.language());
        };
    }

    static Buffer notFound(HttpServerRequest request) {
        return Buffer.buffer(in(language(request), NOT_FOUND));
    }

    private static Buffer refused(Problem problem, Language language) {
        return Buffer.buffer(in(language, REFUSED)
                .replace("{title}", language.say(problem.title()))
                .replace("{detail}", language.say(problem.sentence(), problem.value())));
    }

    private static String in(Language language, String page) {
        return SAID.matcher(page)
                .replaceAll(said -> Matcher.quoteReplacement(language.say(said.group(1))))
                .replace("{language}", language.tag());
    }

    private static Language language(HttpServerRequest request) {
        var cookie = request.getCookie(LANGUAGE);
        return Language.of(cookie == null ? null : cookie.getValue()).orElse(Language.INDONESIAN);
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
