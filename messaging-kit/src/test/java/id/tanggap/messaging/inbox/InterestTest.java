package id.tanggap.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.event.RoutingEvent.ClockEvent;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.event.RoutingEvent.DeadlineApproaching;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.Escalated;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.Position;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.contracts.wire.EventCodec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is interested in a clock hears the same, whether it was told by itself or with others. */
class InterestTest {
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");

    /** One of each kind for each clock, in the order in which an act tells them. */
    private static final List<ClockEvent> CLOCKS = Stream.<Class<?>>of(
                    ClockStarted.class,
                    ClockPaused.class,
                    ClockResumed.class,
                    ClockMoved.class,
                    ClockMet.class,
                    DeadlineApproaching.class,
                    DeadlineMissed.class,
                    Escalated.class)
            .flatMap(kind -> Stream.of(ClockKind.values()).map(clock -> told(kind, clock)))
            .toList();

    static Stream<Interest> interests() {
        var none = Interest.in(List.of(Dispatched.class));
        var each = EventCodec.types().values().stream()
                .filter(ClockEvent.class::isAssignableFrom)
                .map(type -> Interest.in(List.of(type)));
        return Stream.concat(
                Stream.of(
                        none,
                        none.and(ClockStarted.class, it -> it.clock() == ClockKind.PROMISE),
                        none.and(ClockPaused.class, it -> it.clock() != ClockKind.CEILING)
                                .and(DeadlineMissed.class, it -> it.clock() == ClockKind.STEP),
                        none.and(ClockMet.class, it -> false)),
                each);
    }

    @ParameterizedTest
    @MethodSource("interests")
    void hearsOfAClockHoweverItIsTold(Interest interest) {
        var alone = CLOCKS.stream().flatMap(clock -> heard(interest, clock)).toList();
        var together = heard(interest, ClocksChanged.of(CLOCKS)).toList();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void leavesClocksUnreadThatConcernNobody() {
        assertThat(Interest.in(List.of(Dispatched.class)).in(ClocksChanged.class))
                .isFalse();
    }

    @Test
    void hearsTheWholeOfWhatItWantsWhole() {
        assertThat(heard(Interest.inAll(), ClocksChanged.of(CLOCKS))).containsExactly(ClocksChanged.of(CLOCKS));
    }

    private static final List<Act> ACTS = List.of(
            new ComplainantReplied("Sisi utara.", AT),
            new ObjectionRaised("Belum.", AT),
            new ComplaintWithdrawn(AT),
            new ComplaintScreenedOut(ScreeningReason.SPAM, AT),
            new ComplaintsLinked(new UUID(0, 3), AT),
            new ComplaintsUnlinked(AT),
            new Accepted("dpupr", AT),
            new DispositionIssued("dpupr", "bina-marga", AT),
            new DivisionAnswered("dpupr", "bina-marga", AT),
            new InformationRequested("dpupr", "Di mana?", AT),
            new AnswerPublished("dpupr", "Sudah.", AT),
            new Resolved("dpupr", AT));

    @Test
    void knowsEveryAct() {
        assertThat(ACTS.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(Act.class.getPermittedSubclasses());
    }

    static List<Act> acts() {
        return ACTS;
    }

    /** An act is one thing, told by two events or by one; whoever wants it hears it once, under the id it began with. */
    @ParameterizedTest
    @MethodSource("acts")
    void hearsOfAnActOnceItIsTaken(Act act) {
        var interest = Interest.in(List.of(act.getClass()));
        var proposed = received(act.asProposal());
        var taken = received(new ActTaken(new UUID(0, 7), OneAct.of(act), null));

        assertThat(interest.heardIn(received(act)).map(ReceivedEvent::event)).containsExactly(act);
        assertThat(interest.heardIn(proposed)).isEmpty();
        assertThat(interest.in(ActTaken.class)).isTrue();
        assertThat(interest.heardIn(taken)).singleElement().satisfies(heard -> {
            assertThat(heard.event()).isEqualTo(act);
            assertThat(heard.envelope().id()).isEqualTo(new UUID(0, 7));
            assertThat(heard.envelope().type()).isEqualTo(EventCodec.wireName(act.getClass()));
        });
        assertThat(interest.andProposals().heardIn(proposed)).containsExactly(proposed);
        assertThat(Interest.inAll().heardIn(proposed)).containsExactly(proposed);
        assertThat(Interest.inAll().heardIn(taken)).containsExactly(taken);
        assertThat(Interest.in(List.of(Dispatched.class)).in(ActTaken.class)).isFalse();
    }

    private static ReceivedEvent received(Event event) {
        return new ReceivedEvent(envelope(event), event, new byte[0]);
    }

    /** As a reader of the topic does: what it need not read passes by. */
    private static Stream<Event> heard(Interest interest, Event event) {
        var received = new ReceivedEvent(envelope(event), event, new byte[0]);
        return interest.in(event.getClass())
                ? interest.heardIn(received)
                        .peek(part -> assertThat(part.envelope()).isEqualTo(envelope(part.event())))
                        .map(ReceivedEvent::event)
                : Stream.empty();
    }

    private static Envelope envelope(Event event) {
        return new Envelope(
                new UUID(0, 1),
                EventCodec.wireName(event.getClass()),
                "/tanggap/routing",
                new UUID(0, 2),
                "surakarta",
                AT,
                null);
    }

    private static ClockEvent told(Class<?> kind, ClockKind clock) {
        var rule = clock.name();
        return switch (kind.getSimpleName()) {
            case "ClockStarted" -> new ClockStarted(clock, rule, "3 hari", AT, AT);
            case "ClockPaused" -> new ClockPaused(clock, rule, AT, AT);
            case "ClockResumed" -> new ClockResumed(clock, rule, AT, AT);
            case "ClockMoved" -> new ClockMoved(clock, rule, AT, AT);
            case "ClockMet" -> new ClockMet(clock, rule, "dpupr", AT, 1L, AT, AT, false);
            case "DeadlineApproaching" -> new DeadlineApproaching(clock, rule, 0.5, AT, "dpupr");
            case "DeadlineMissed" -> new DeadlineMissed(clock, rule, AT, "dpupr");
            default -> new Escalated(clock, rule, 1, Position.AGENCY_HEAD, "dpupr", AT);
        };
    }
}
