package id.tanggap.reporting.record;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** {@code ?format=csv} asks for the same as the header {@code Accept: text/csv}: a plain link can set no header. */
class FormatFilter {
    @ServerRequestFilter(preMatching = true)
    void choose(ContainerRequestContext request) {
        var format = request.getUriInfo().getQueryParameters().getFirst("format");
        if ("csv".equals(format)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, "text/csv");
        } else if ("xlsx".equals(format)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, RecordResource.XLSX);
        }
    }
}
