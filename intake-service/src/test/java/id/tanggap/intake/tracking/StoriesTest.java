package id.tanggap.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.life.Story;
import id.tanggap.intake.tracking.Course.Fact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A citizen is told what the published stories tell. */
class StoriesTest {
    private static final Instant RECEIPT = Instant.parse("2026-03-02T05:00:00Z");

    /** Of these the newest is kept beside the others; of what offices do, the newest of each kind. */
    private static final Set<Step> KEPT_ALL =
            Set.of(Step.NEEDS_INFO, Step.ANSWERED, Step.REPLIED, Step.OBJECTED, Step.WITHDRAWN, Step.REJECTED);

    static List<Story> stories() {
        return Story.published();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void tellsWhatThePublishedStoriesTell(Story story) {
        var heard = new ArrayList<Heard>();
        for (var step : story.steps()) {
            hear(heard, step);

            assertThat(new Course(heard.stream().map(Heard::fact).toList()).status())
                    .as("after %s", step)
                    .isEqualTo(step.state());
        }
    }

    private record Heard(Class<? extends Event> event, Fact fact) {}

    private static void hear(List<Heard> heard, Story.Step step) {
        var told = told(step.type());
        if (told != null) {
            heard.removeIf(one -> one.event() == step.type() && !KEPT_ALL.contains(told));
            heard.add(new Heard(step.type(), new Fact(told, RECEIPT.plus(step.at(), ChronoUnit.MINUTES), null)));
        }
    }

    /** Null when the citizen is told nothing of it. */
    private static @Nullable Step told(Class<? extends Event> event) {
        if (event == ReturnedAsMisrouted.class) {
            return Step.REDELEGATED;
        }
        return event == DispositionIssued.class
                ? Step.IN_PROGRESS
                : Arrays.stream(Step.values())
                        .filter(step -> step.turn().event() == event)
                        .findFirst()
                        .orElse(null);
    }
}
