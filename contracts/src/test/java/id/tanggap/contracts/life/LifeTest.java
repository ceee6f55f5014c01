package id.tanggap.contracts.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tanggap.contracts.event.ConversationEvent;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.event.RecapEvent;
import id.tanggap.contracts.event.ResponseEvent.AnswerApproved;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.event.RoutingEvent.ClockEvent;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.life.Turn.Leads;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.wire.EventCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifeTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Set<Class<?>> UNSEEN =
            Set.of(ClocksChanged.class, AnswerApproved.class, ActTaken.class, ActRefused.class, MaskedAnew.class);

    static List<Story> stories() {
        return Story.published();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void isWhatTheStoriesTell(Story story) {
        var seen = Seen.NOTHING;
        for (var step : story.steps()) {
            seen = seen.after(Life.turn(step.type()));

            assertThat(seen.state()).as("after %s", step).isEqualTo(step.state());
        }
    }

    @Test
    void isToldInEveryTurnAndEveryState() {
        var told = stories().stream().flatMap(story -> story.steps().stream()).toList();

        assertThat(told.stream().map(Story.Step::type).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Life.TABLE.stream()
                        .filter(turn -> !ofMerging(turn))
                        .<Class<? extends Event>>map(Turn::event)
                        .toList());
        assertThat(told.stream().map(Story.Step::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PublicState.values())
                        .filter(state -> state != PublicState.MERGED)
                        .toList());
    }

    /** Nobody links complaints yet. */
    private static boolean ofMerging(Turn turn) {
        return turn.event() == ComplaintsLinked.class || turn.event() == ComplaintsUnlinked.class;
    }

    @Test
    void knowsEveryEventThatTheOutsideSees() {
        var seen = EventCodec.types().values().stream()
                .filter(type -> !NotificationEvent.class.isAssignableFrom(type)
                        && !RecapEvent.class.isAssignableFrom(type)
                        && !ImportEvent.class.isAssignableFrom(type)
                        && !ConversationEvent.class.isAssignableFrom(type)
                        && !ClockEvent.class.isAssignableFrom(type)
                        && !UNSEEN.contains(type))
                .toList();

        assertThat(Life.TABLE).extracting(Turn::event).containsExactlyInAnyOrderElementsOf(seen);
        assertThat(EventCodec.types().values()).filteredOn(Life::turns).containsExactlyInAnyOrderElementsOf(seen);
        assertThatIllegalArgumentException().isThrownBy(() -> Life.turn(ClockMet.class));
    }

    @Test
    void beginsWithTheReceiptAlone() {
        assertThat(Life.TABLE).filteredOn(turn -> turn.from().isEmpty()).containsExactly(Life.TABLE.getFirst());
        assertThat(Life.TABLE).filteredOn(Seen.NOTHING::allows).containsExactly(Life.TABLE.getFirst());
    }

    @Test
    void leavesNoEndButForASurveyOrWhenItWasMerged() {
        for (var turn : Life.TABLE) {
            assertThat(turn.from())
                    .as(turn.event().getSimpleName())
                    .noneMatch(state -> state.isEnd() && !isAllowedAtAnEnd(turn, state));
        }
    }

    private static boolean isAllowedAtAnEnd(Turn turn, PublicState state) {
        return state == PublicState.MERGED || turn.leads() instanceof Leads.Nowhere;
    }

    @Test
    void speaksBothLanguagesWithTheSameInThem() {
        var words = Stream.of(
                        Life.TABLE.stream().map(Turn::words),
                        Arrays.stream(PublicState.values()).map(PublicState::words),
                        Arrays.stream(DeskStatus.values()).map(DeskStatus::words))
                .flatMap(all -> all);

        assertThat(words).allSatisfy(it -> {
            assertThat(it.id()).isNotBlank();
            assertThat(it.en()).isNotBlank();
            assertThat(placeholders(it.id())).isEqualTo(placeholders(it.en()));
        });
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
