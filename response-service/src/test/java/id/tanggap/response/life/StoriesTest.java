package id.tanggap.response.life;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.life.Life;
import id.tanggap.contracts.life.Seen;
import id.tanggap.contracts.life.Story;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the day on which a case lies on a desk, the desk shows what the published stories tell. */
class StoriesTest {
    static List<Story> stories() {
        return Story.published();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void showsWhatThePublishedStoriesTell(Story story) {
        var standing = Standing.NEW;
        var seen = Seen.NOTHING;
        var began = false;
        for (var step : story.steps()) {
            var event = step.told(Instant.EPOCH);
            began |= event instanceof Dispatched;
            if (began && seen.allows(Life.turn(step.type()))) {
                standing = standing.after(UUID.randomUUID(), event);
            }
            seen = seen.after(Life.turn(step.type()));
            if (began) {
                assertThat(standing.status().shown()).as("after %s", step).isEqualTo(step.state());
            }
        }
    }
}
