package id.tanggap.rest;

import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Puts the trace id into the log lines of a request under the name that consumers use too. */
class CorrelationFilter {
    @ServerRequestFilter
    void correlate(ContainerRequestContext request) {
        var trace = Span.current().getSpanContext();
        if (trace.isValid()) {
            MDC.put("correlationId", trace.getTraceId());
        }
    }
}
