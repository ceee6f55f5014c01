package id.tanggap.response.projection;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.RECEIVED;
import static id.tanggap.response.DeskFixture.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever its clocks tell: the desk shows the nearest of those that run, under its name. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class NearestClockTest {
    private static final int STORIES = 25;
    private static final int WORDS = 8;
    /** Of an agency in Surakarta; the last is one that the desk does not wait for. */
    private static final List<String> RULES =
            List.of("PROMISE", "division-answer", "enter-answer", "objection-answer", "complainant-reply");

    private final DeskFixture desk = new DeskFixture("dishub");
    private final Random random = new Random(19);

    @Test
    void isOneThatRuns() {
        var running = new TreeMap<UUID, Map<String, Instant>>();
        for (var story = 0; story < STORIES; story++) {
            var id = desk.dispatch();
            running.put(id, told(id));
        }

        running.forEach((id, clocks) -> await().atMost(SOON).untilAsserted(() -> {
            var file = desk.admin().get(CASES + id).jsonPath();
            var nearest = nearestOf(clocks);
            assertThat(file.getString("nextClock")).isEqualTo(nearest == null ? null : nearest.getKey());
            assertThat(file.getString("nextDueAt"))
                    .isEqualTo(nearest == null ? null : nearest.getValue().toString());
        }));
    }

    /** Says this and that of its clocks; answers those that run after it. */
    private Map<String, Instant> told(UUID id) {
        var running = new TreeMap<>(Map.of("PROMISE", RECEIVED.plus(Duration.ofHours(48))));
        for (var word = 0; word < WORDS; word++) {
            var rule = RULES.get(random.nextInt(RULES.size()));
            // No two are due at once.
            desk.say(id, said(rule, RECEIVED.plusSeconds(60L * random.nextInt(10_000) + RULES.indexOf(rule)), running));
        }
        return running;
    }

    /** One more word of a clock, and what it means for those that run. */
    private Event said(String rule, Instant due, Map<String, Instant> running) {
        var kind = rule.equals("PROMISE") ? ClockKind.PROMISE : ClockKind.STEP;
        if (running.containsKey(rule) && random.nextBoolean()) {
            running.remove(rule);
            return random.nextBoolean()
                    ? new ClockPaused(kind, rule, RECEIVED, due)
                    : new ClockMet(kind, rule, "dishub", RECEIVED, 1L, due, RECEIVED, false);
        }
        var isMoved = running.containsKey(rule) && random.nextBoolean();
        if (!rule.equals("complainant-reply")) {
            running.put(rule, due);
        }
        return isMoved
                ? new ClockMoved(kind, rule, RECEIVED, due)
                : random.nextBoolean()
                        ? new ClockStarted(kind, rule, "60 menit", RECEIVED, due)
                        : new ClockResumed(kind, rule, RECEIVED, due);
    }

    private static Map.@Nullable Entry<String, Instant> nearestOf(Map<String, Instant> clocks) {
        return clocks.entrySet().stream().min(Map.Entry.comparingByValue()).orElse(null);
    }
}
