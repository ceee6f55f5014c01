package id.tanggap.messaging;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The W3C trace context that an event carries from the request that began it to its last consumer. */
public final class Trace {
    /** The {@code traceparent} of the running request; null outside of one. */
    public static @Nullable String current() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    private Trace() {}
}
