package id.tanggap.routing.cases;

import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.RoutingEvent.ClockStarted;
import id.tanggap.contracts.RoutingEvent.Dispatched;
import id.tanggap.governments.Government;
import id.tanggap.routing.clock.WorkingCalendar;
import java.time.Instant;
import java.util.Objects;

/**
 * The decision on a new complaint: to whom it goes, why, and by when the government promises an answer. The promise runs
 * from the receipt, however late the dispatch.
 */
record Dispatch(Dispatched dispatched, ClockStarted promise) {

    /** Surakarta row 3 (by system), Karanganyar row 3 without the group. */
    static Dispatch of(
            ComplaintReceived complaint, Government government, WorkingCalendar calendar, Instant dispatchedAt) {
        var location = complaint.location();
        var route = government.route(
                complaint.category(),
                Objects.requireNonNullElse(complaint.title(), "") + "\n"
                        + Objects.requireNonNullElse(complaint.text(), ""),
                location == null ? null : location.regionCode());
        var promise = government.promise();
        return new Dispatch(
                new Dispatched(
                        route.agency().id(),
                        route.agency().name(),
                        route.rule().reason(),
                        route.rule().id(),
                        0,
                        dispatchedAt),
                new ClockStarted(
                        ClockKind.PROMISE,
                        promise.text(),
                        complaint.receivedAt(),
                        calendar.due(complaint.receivedAt(), promise)));
    }
}
