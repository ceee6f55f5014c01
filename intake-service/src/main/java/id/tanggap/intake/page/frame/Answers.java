package id.tanggap.intake.page.frame;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How pages answer. */
public final class Answers {
    /** Nothing of a page is kept by anybody on the way; the browser may keep it for the button Back. */
    private static final String OWN = "private, no-cache";

    private Answers() {}

    public static Uni<Response> page(TemplateInstance page) {
        return page(200, page);
    }

    public static Uni<Response> page(int status, TemplateInstance page) {
        return page(status, page, OWN);
    }

    /** A page that shows what is nobody else's: the button Back asks for it anew. */
    public static Uni<Response> ownPage(int status, TemplateInstance page) {
        return page(status, page, "no-store");
    }

    private static Uni<Response> page(int status, TemplateInstance page, String caching) {
        return page.createUni()
                .map(html -> Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .header(HttpHeaders.CACHE_CONTROL, caching)
                        .entity(html)
                        .build());
    }

    /** To a page that can be loaded anew without doing again what was done. */
    public static Uni<Response> goTo(String path) {
        // Without the host, which the front door alone knows.
        return Uni.createFrom()
                .item(Response.status(Response.Status.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, path)
                        .build());
    }

    /** The same, and the browser forgets what it showed: somebody else may sit there next. */
    public static Uni<Response> leaveTo(String path) {
        return goTo(path)
                .map(answer -> Response.fromResponse(answer)
                        .header("Clear-Site-Data", "\"cache\"")
                        .build());
    }
}
