package id.tanggap.reporting.facts;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How old the last event of each topic was when its facts were written: what a reader of the recap waits for. */
@ApplicationScoped
class ProjectionLag {
    private final InstantSource time;
    private final Map<String, AtomicLong> millisByTopic;

    ProjectionLag(InstantSource time, MeterRegistry meters) {
        this.time = time;
        this.millisByTopic = Topics.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        topic -> meters.gauge("projection.lag.millis", Tags.of("topic", topic), new AtomicLong())));
    }

    void taken(String topic, List<ReceivedEvent> events) {
        var age = Duration.between(events.getLast().envelope().time(), time.instant());
        millisByTopic.getOrDefault(topic, new AtomicLong()).set(age.toMillis());
    }
}
