package id.tanggap.story;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.reporting.facts.known.State;
import id.tanggap.routing.cases.CaseMemory;
import id.tanggap.story.log.Told;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A house in which all is heard, and what can be asked there. */
record Quiet(House house) {

    /** The case as routing has it. */
    CaseMemory known() {
        return Objects.requireNonNull(house.routing().memory(), "Routing has not heard of the complaint");
    }

    /** What routing told, in its order. */
    List<Event> story() {
        return house.log().once(Topics.ROUTING).stream().map(Told::event).toList();
    }

    /** What routing told, one by one. */
    Stream<Event> parts() {
        return story().stream().flatMap(event -> event.parts().stream());
    }

    /** What routing said of what was proposed: empty for each time that it was taken. */
    List<Optional<ActRefusal>> verdictsOn(UUID act) {
        return story().stream().flatMap(event -> verdict(event, act)).toList();
    }

    private static Stream<Optional<ActRefusal>> verdict(Event event, UUID act) {
        return switch (event) {
            case ActTaken it when it.actId().equals(act) -> Stream.of(Optional.empty());
            case ActRefused it when it.actId().equals(act) -> Stream.of(Optional.of(it.reason()));
            default -> Stream.empty();
        };
    }

    /** How the recap has to count it. */
    State counted() {
        var answered = lastOf(AnswerPublished.class);
        var objected = lastOf(ObjectionRaised.class);
        if (answered != null && (objected == null || !objected.isAfter(answered))) {
            return State.ANSWERED;
        }
        return known().shown().isUnanswered() ? State.ENDED : State.OPEN;
    }

    private @Nullable Instant lastOf(Class<? extends Act> kind) {
        return all(kind).map(Act::at).max(Instant::compareTo).orElse(null);
    }

    /** How often such a thing happened. */
    long happened(Class<? extends Event> kind) {
        return all(kind).count();
    }

    /** All that has its effect, wherever it was told. */
    private <E extends Event> Stream<E> all(Class<E> kind) {
        return Topics.ALL.stream()
                .flatMap(topic -> house.log().once(topic).stream())
                .flatMap(told -> told.event().parts().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** @throws AssertionError when it is not so, with all that happened */
    void same(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("%s: expected %s, but is %s".formatted(what, expected, actual));
        }
    }
}
