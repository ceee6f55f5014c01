package id.tanggap.story;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.ClockEvent;
import id.tanggap.contracts.life.Life;
import id.tanggap.contracts.life.Seen;
import id.tanggap.story.service.Post.Granted;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/** What routing tells, event after event. Acts that have their effect at once stand on other topics. */
final class OneStory {
    private final Quiet quiet;
    private Seen seen = Seen.NOTHING.after(Life.turn(ComplaintReceived.class));
    private Instant last = Instant.MIN;

    private OneStory(Quiet quiet) {
        this.quiet = quiet;
    }

    static void check(Quiet quiet) {
        if (quiet.house().post().granted().stream().allMatch(Granted::isProposed)) {
            var story = new OneStory(quiet);
            quiet.parts().forEach(story::hear);
        }
    }

    private void hear(Event event) {
        if (Life.turns(event.getClass())) {
            var turn = Life.turn(event.getClass());
            quiet.same("whether this is possible in " + seen + ": " + event, true, seen.allows(turn));
            seen = seen.after(turn);
        }
        if (!(event instanceof ClockEvent) && !(event instanceof ActRefused)) {
            var at = momentOf(event);
            quiet.same("whether this is after " + last + ": " + event, false, at.isBefore(last));
            last = at;
        }
    }

    /** Each event has one moment. */
    private static Instant momentOf(Event event) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .filter(component -> component.getType() == Instant.class)
                .map(component -> (Instant) value(component, event))
                .findFirst()
                .orElseThrow();
    }

    private static Object value(RecordComponent component, Event event) {
        try {
            return Objects.requireNonNull(component.getAccessor().invoke(event));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
