package id.tanggap.story.service;

import id.tanggap.clock.Clock;
import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.routing.cases.Case;
import id.tanggap.story.log.Fault;
import id.tanggap.story.service.Post.Granted;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where a planted fault touches what is told and heard; without one nothing changes. */
public record Planted(Fault fault) {

    /** Who hears. */
    enum Reader {
        ROUTING,
        DESK,
        CITIZEN,
        RECAP,
        MAIL
    }

    Function<ReceivedEvent, Stream<ReceivedEvent>> heard(
            Function<ReceivedEvent, Stream<ReceivedEvent>> interest, Reader reader) {
        return received -> interest.apply(received)
                .filter(part -> !isMissedBy(reader, part.event()))
                .map(part -> fault == Fault.TAKEN_UNDER_ANOTHER_ID && received.event() instanceof ActTaken
                        ? renamed(part)
                        : part);
    }

    private boolean isMissedBy(Reader reader, Event event) {
        return switch (fault) {
            case DESK_HEARS_NO_REFUSAL -> reader == Reader.DESK && event instanceof ActRefused;
            case CITIZEN_HEARS_NO_REFUSAL -> reader == Reader.CITIZEN && event instanceof ActRefused;
            case CITIZEN_HEARS_OF_NO_CALLED_OFF_MOVE -> reader == Reader.CITIZEN && event instanceof MoveCalledOff;
            case CITIZEN_HEARS_OF_NO_PAUSE ->
                reader == Reader.CITIZEN && (event instanceof ClockPaused || event instanceof ClockResumed);
            default -> false;
        };
    }

    private static ReceivedEvent renamed(ReceivedEvent part) {
        var id = part.envelope().id();
        var another = new UUID(id.getMostSignificantBits() + 1, id.getLeastSignificantBits());
        return new ReceivedEvent(part.envelope().of(another, part.envelope().type()), part.event(), part.payload());
    }

    /** As the recap counts it. */
    Event counted(Event event) {
        return fault == Fault.RECAP_COUNTS_PROPOSALS && event instanceof Act act ? act.takenAt(act.at()) : event;
    }

    /** As messages are planned for it. */
    ReceivedEvent mailed(ReceivedEvent received) {
        return fault == Fault.MAILS_BEFORE_THE_DECISION && received.event() instanceof Act act
                ? new ReceivedEvent(received.envelope(), act.takenAt(act.at()), received.payload())
                : received;
    }

    /** As routing tells it. */
    Stream<Event> told(Event event, Post post) {
        if (fault == Fault.TAKEN_AT_ITS_OWN_TIME && event instanceof ActTaken taken) {
            var at = post.granted().stream()
                    .filter(granted -> granted.id().equals(taken.actId()))
                    .map(Granted::act)
                    .map(Act::at)
                    .findFirst()
                    .orElseThrow();
            return Stream.of(
                    new ActTaken(taken.actId(), OneAct.of(taken.act().it().takenAt(at)), taken.rule()));
        }
        return fault == Fault.MISSED_DEADLINES_ARE_NOT_TOLD && event instanceof ClocksChanged changed
                ? changed.parts().stream().filter(part -> !(part instanceof DeadlineMissed))
                : Stream.of(event);
    }

    /** Before routing keeps its case. */
    void kept(Case it) {
        if (fault == Fault.CLOCKS_RUN_ON && it.memory().shown().isEnd()) {
            it.clocks().stream().filter(clock -> clock.endedAt() != null).forEach(Clock::reopen);
        }
    }
}
