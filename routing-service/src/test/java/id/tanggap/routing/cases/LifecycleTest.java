package id.tanggap.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.ConversationEvent;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent;
import id.tanggap.contracts.event.IntakeEvent.ComplaintSupplemented;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.IntakeEvent.OmbudsmanAgreed;
import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.RecapEvent;
import id.tanggap.contracts.event.ResponseEvent.AnswerApproved;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.event.RoutingEvent.ClockEvent;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.life.Story;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.dispatch.Proposal;
import id.tanggap.governments.sop.LegalClasses;
import id.tanggap.governments.sop.Position;
import id.tanggap.governments.sop.SopEvents;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleTest {

    static List<Lifecycle.Move> table() {
        return Lifecycle.TABLE;
    }

    @ParameterizedTest
    @MethodSource("table")
    void refusesByNameWhatTheTableDoesNotAllow(Lifecycle.Move move) {
        for (var state : CaseState.values()) {
            var refusal = Lifecycle.refusal(move, state, null);

            if (move.from().contains(state)) {
                assertThat(refusal).isNull();
            } else {
                assertThat(refusal).isEqualTo(Refusal.in(state));
                assertThat(Objects.requireNonNull(refusal).text()).endsWith(".");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void beginsWithTheReceiptOnly(Lifecycle.Move move) {
        assertThat(Lifecycle.refusal(move, null, null)).isEqualTo(move.isFirst() ? null : Refusal.NOT_YET_RECEIVED);
    }

    @ParameterizedTest
    @MethodSource("table")
    void saysWhoMay(Lifecycle.Move move) {
        assertThat(move.by()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void reachesEveryStateAndLeavesItUnlessItIsTheEnd(CaseState state) {
        assertThat(Lifecycle.TABLE).anyMatch(move -> move.to() == state);
        assertThat(Lifecycle.TABLE.stream().anyMatch(move -> move.from().contains(state)))
                .isEqualTo(!state.isEnded() || state == CaseState.MERGED);
    }

    @Test
    void reachesAnEndFromEveryOpenState() {
        var ending = Arrays.stream(CaseState.values())
                .filter(CaseState::isEnded)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)));
        for (var before = 0; before < ending.size(); ) {
            before = ending.size();
            Lifecycle.TABLE.stream()
                    .filter(move -> move.to() != null && ending.contains(move.to()))
                    .forEach(move -> ending.addAll(move.from()));
        }

        assertThat(ending).containsExactlyInAnyOrder(CaseState.values());
    }

    static List<Story> stories() {
        return Story.published();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void showsWhatThePublishedStoriesTell(Story story) {
        var memory = notYetReceived();
        for (var step : story.steps()) {
            var move = Lifecycle.moveOf(step.type());
            if (move != null && memory.refusal(move) == null) {
                memory.enter(move.to());
                memory.forwardedAt = step.type() == ForwardedToGroup.class ? Instant.EPOCH : memory.forwardedAt;
            }
            assertThat(memory.shown()).as("after %s", step).isEqualTo(step.state());
        }
    }

    private static CaseMemory notYetReceived() {
        var proposal = new Proposal(List.of(), null, false, false);
        return CaseMemory.of(
                UUID.randomUUID(), "gerbang", "1", ReceivedFixture.received().event(), proposal);
    }

    /** What is asked of the citizen by an agency stays that agency's. */
    @ParameterizedTest
    @MethodSource("table")
    void allowsOnADetourWhatWasPossibleBeforeIt(Lifecycle.Move move) {
        for (var prior : CaseState.values()) {
            var allowed = Lifecycle.refusal(move, CaseState.NEEDS_INFO, prior) == null;
            var fits = move.to() == null || move.from().contains(prior);

            assertThat(allowed).isEqualTo(move.from().contains(CaseState.NEEDS_INFO) && fits);
        }
    }

    /** Every event that could move a case stands in the table; the others tell of clocks, verdicts, messages, approvals, surveys, other words, recaps, conversations and the past. */
    @Test
    void knowsEveryEvent() {
        var still = Set.of(
                ClocksChanged.class,
                ActTaken.class,
                ActRefused.class,
                AnswerApproved.class,
                SurveyAnswered.class,
                ComplaintSupplemented.class,
                OmbudsmanAgreed.class,
                MaskedAnew.class);
        var moving = EventCodec.types().values().stream()
                .filter(type -> !NotificationEvent.class.isAssignableFrom(type)
                        && !RecapEvent.class.isAssignableFrom(type)
                        && !ImportEvent.class.isAssignableFrom(type)
                        && !ConversationEvent.class.isAssignableFrom(type)
                        && !ClockEvent.class.isAssignableFrom(type)
                        && !still.contains(type))
                .toList();

        assertThat(Lifecycle.TABLE).extracting(Lifecycle.Move::event).containsExactlyInAnyOrderElementsOf(moving);
    }

    /**
     * The names that a SOP file may use are the names on the wire; it may wait for whatever moves a case, and for an answer to
     * be with its citizen.
     */
    @Test
    void sharesItsNamesWithTheSopFiles() {
        Stream<Class<? extends Event>> moving =
                Stream.concat(Lifecycle.TABLE.stream().map(Lifecycle.Move::event), Stream.of(AnswerReached.class));

        assertThat(SopEvents.OF_A_COMPLAINT)
                .containsExactlyInAnyOrderElementsOf(moving.filter(event -> event != DestinationProposed.class)
                        .map(EventCodec::wireName)
                        .filter(name -> !name.equals("complaint.unlinked.v1"))
                        .toList());
        assertThat(names(Position.values())).isEqualTo(names(id.tanggap.contracts.vocabulary.Position.values()));
        assertThat(LegalClasses.ALL).isEqualTo(names(id.tanggap.contracts.vocabulary.ComplaintType.values()));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
