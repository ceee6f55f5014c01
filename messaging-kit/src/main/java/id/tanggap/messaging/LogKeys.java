package id.tanggap.messaging;

import id.tanggap.contracts.wire.Envelope;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the log is about, by ids only and under the same keys everywhere: {@code complaintId}, {@code eventId},
 * {@code correlationId}. For a {@code try}; afterwards the thread is as it was before, whatever ran in between.
 */
public final class LogKeys implements AutoCloseable {
    private final Map<String, @Nullable Object> before = new TreeMap<>();

    private LogKeys() {}

    public static LogKeys ofComplaint(@Nullable Object complaint) {
        return new LogKeys().with("complaintId", complaint);
    }

    public static LogKeys of(Envelope envelope) {
        return ofComplaint(envelope.subject()).event(envelope.id()).correlation(envelope.correlationId());
    }

    public LogKeys event(@Nullable Object event) {
        return with("eventId", event);
    }

    public LogKeys correlation(@Nullable String correlation) {
        return with("correlationId", correlation);
    }

    private LogKeys with(String key, @Nullable Object value) {
        if (value != null) {
            before.putIfAbsent(key, MDC.get(key));
            MDC.put(key, value);
        }
        return this;
    }

    @Override
    public void close() {
        before.forEach((key, value) -> {
            if (value == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, value);
            }
        });
    }
}
