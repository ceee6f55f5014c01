package id.tanggap.intake.tracking;

import static java.util.stream.Collectors.joining;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.intake.tracking.Course.Fact;
import id.tanggap.messaging.Rows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that offices do, of which the newest is kept in a column of its own, and what the citizen is told of it.
 *
 * @param at when it was done last; null when it was not
 */
record Milestone(Step step, String column, Function<Told, @Nullable Instant> at) {

    private static final List<Milestone> ALL = List.of(
            new Milestone(Step.FORWARDED, "forwarded_at", of(ForwardedToGroup.class, ForwardedToGroup::forwardedAt)),
            new Milestone(Step.DISPATCHED, "dispatched_at", of(Dispatched.class, Dispatched::dispatchedAt)),
            // Another agency was said to be in charge; the later of the two words for it.
            new Milestone(
                    Step.REDELEGATED,
                    "taken_back_at",
                    later(
                            of(ReturnedAsMisrouted.class, ReturnedAsMisrouted::returnedAt),
                            of(Redelegated.class, Redelegated::redelegatedAt))),
            new Milestone(Step.MOVE_CALLED_OFF, "called_off_at", of(MoveCalledOff.class, MoveCalledOff::calledOffAt)),
            new Milestone(Step.IN_PROGRESS, "accepted_at", of(Accepted.class, Accepted::acceptedAt)),
            new Milestone(Step.IN_PROGRESS, "disposed_at", of(DispositionIssued.class, DispositionIssued::issuedAt)),
            new Milestone(Step.REPLY_OVERDUE, "reply_overdue_at", of(ReplyOverdue.class, ReplyOverdue::overdueAt)),
            new Milestone(Step.RESOLVED, "resolved_at", of(Resolved.class, Resolved::resolvedAt)),
            new Milestone(
                    Step.OUT_OF_JURISDICTION, "referred_at", of(ReferredOutside.class, ReferredOutside::referredAt)),
            new Milestone(Step.CLOSED, "closed_at", of(CaseClosed.class, CaseClosed::closedAt)));

    private static <E extends Event> Function<Told, @Nullable Instant> of(Class<E> type, Function<E, Instant> at) {
        return told -> told.of(type, at);
    }

    private static Function<Told, @Nullable Instant> later(
            Function<Told, @Nullable Instant> one, Function<Told, @Nullable Instant> other) {
        return told -> Stream.of(one, other)
                .map(word -> word.apply(told))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A column for each. */
    static Rows<Told> addTo(Rows<Told> rows) {
        var all = rows;
        for (var milestone : ALL) {
            all = all.time(milestone.column, milestone.at);
        }
        return all;
    }

    /** Step and time of each, as SQL's {@code values} over the columns. */
    static String asValues() {
        return ALL.stream()
                .map(it -> "('%s', %s, null)".formatted(it.step, it.column))
                .collect(joining(", "));
    }

    /** Those that were told. */
    static Stream<Fact> facts(Told told) {
        return ALL.stream().flatMap(it -> {
            var at = it.at.apply(told);
            return at == null ? Stream.empty() : Stream.of(new Fact(it.step, at, null));
        });
    }
}
