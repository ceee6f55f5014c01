package id.tanggap.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What routing-service tells: topic {@code complaint.routing.v1}. */
public sealed interface RoutingEvent extends Event {

    /**
     * The complaint was sent to the agency that must answer (Surakarta row 3, Karanganyar row 3).
     *
     * @param agency agency id within the government
     * @param agencyName as shown to people
     * @param reason why this agency, readable by an officer
     * @param rule id of the routing rule that decided
     * @param hop 0 for the first dispatch, counted up by each redelegation
     */
    @WireName("complaint.dispatched.v1")
    record Dispatched(String agency, String agencyName, String reason, String rule, int hop, Instant dispatchedAt)
            implements RoutingEvent {}

    /**
     * A deadline began to run.
     *
     * @param standard the standard as the government wrote it, such as {@code 3 hari kerja}
     * @param dueAt the last instant that is still in time
     */
    @WireName("complaint.clock-started.v1")
    record ClockStarted(ClockKind clock, String standard, Instant startedAt, Instant dueAt) implements RoutingEvent {}

    /** What the clock waited for happened; {@code late} when that was after {@code dueAt}. */
    @WireName("complaint.clock-met.v1")
    record ClockMet(ClockKind clock, Instant dueAt, Instant metAt, boolean late) implements RoutingEvent {}

    /** The deadline passed unanswered. Emitted once per clock, soon after {@code dueAt}. */
    @WireName("complaint.deadline-missed.v1")
    record DeadlineMissed(
            ClockKind clock, Instant dueAt, @Nullable String agency) implements RoutingEvent {}
}
