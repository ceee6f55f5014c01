package id.tanggap.response.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.life.Story;
import id.tanggap.contracts.vocabulary.DeskStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the day on which a case lies on a desk, the desk shows what the published stories tell. */
class StoriesTest {
    private static final Map<Class<? extends Event>, Action> ACTS = Map.of(
            Accepted.class, Action.ACCEPT,
            DispositionIssued.class, Action.DISPOSE,
            DivisionAnswered.class, Action.ANSWER_AS_DIVISION,
            InformationRequested.class, Action.REQUEST_INFORMATION,
            AnswerPublished.class, Action.PUBLISH,
            Resolved.class, Action.RESOLVE);

    static List<Story> stories() {
        return Story.published();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void showsWhatThePublishedStoriesTell(Story story) {
        var onTheDesk = new OnTheDesk(false, DeskStatus.DISPATCHED, null);
        for (var step : story.steps()) {
            onTheDesk = onTheDesk.after(step.type());
            if (onTheDesk.began()) {
                assertThat(onTheDesk.status().shown()).as("after %s", step).isEqualTo(step.state());
            }
        }
    }

    /** @param before the status in which a detour began */
    private record OnTheDesk(
            boolean began, DeskStatus status, @Nullable DeskStatus before) {

        OnTheDesk after(Class<? extends Event> event) {
            if (event == Dispatched.class) {
                return new OnTheDesk(true, status, before);
            }
            if (event == ReturnedAsMisrouted.class || event == Redelegated.class) {
                return taken();
            }
            var act = ACTS.get(event);
            return act == null ? heard(event) : done(act);
        }

        private OnTheDesk taken() {
            return Lifecycle.BACK_TO_THE_QUEUE_FROM.contains(status) ? at(DeskStatus.DISPATCHED) : this;
        }

        private OnTheDesk done(Action act) {
            var step = Lifecycle.of(act);
            var to = Objects.requireNonNull(step.to());
            if (!began || !step.from().contains(status)) {
                return this;
            }
            return to == DeskStatus.NEEDS_INFO ? new OnTheDesk(true, to, status) : at(to);
        }

        private OnTheDesk heard(Class<? extends Event> event) {
            var turn = Lifecycle.turnOf(event);
            if (turn == null || !turn.from().contains(status)) {
                return this;
            }
            return at(turn.to() == null ? Objects.requireNonNull(before) : turn.to());
        }

        private OnTheDesk at(DeskStatus to) {
            return new OnTheDesk(began, to, null);
        }
    }
}
