package id.tanggap.reporting.facts.known;

import static id.tanggap.reporting.facts.known.Columns.on;
import static id.tanggap.reporting.facts.known.Merge.Own.LAST;
import static id.tanggap.reporting.facts.known.Merge.Own.LATEST;

import id.tanggap.contracts.event.IntakeEvent;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.reporting.facts.known.Columns.Telling;
import id.tanggap.reporting.facts.known.Merge.With;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What intake tells of a complaint: the receipt, and what the citizen and the intake officer did since. */
final class IntakeFact {
    /** However they come: a receipt that is heard late brings back no words that were masked anew since. */
    private static final With OF_THE_LAST = LATEST.by("masked_at");

    static Columns<IntakeEvent> columns(WallCalendar wall) {
        return Columns.of(IntakeEvent.class)
                .text("number", LAST, received(ComplaintReceived::number))
                .text("channel", LAST, received(it -> it.channel().name()))
                .text("type", LAST, received(it -> it.type().name()))
                .text("visibility", LAST, received(it -> it.visibility().name()))
                .text("category", LAST, received(ComplaintReceived::category))
                .text("region", LAST, where(Location::regionCode))
                .time("received_at", LAST, received(ComplaintReceived::receivedAt))
                .date("received_on", LAST, wall.day(received(ComplaintReceived::receivedAt)))
                .date("month", LAST, wall.month(received(ComplaintReceived::receivedAt)))
                .time("screened_out_at", LATEST, on(ComplaintScreenedOut.class, ComplaintScreenedOut::screenedOutAt))
                .text(
                        "screening_reason",
                        LATEST.by("screened_out_at"),
                        on(ComplaintScreenedOut.class, it -> it.reason().name()))
                .time("withdrawn_at", LATEST, on(ComplaintWithdrawn.class, ComplaintWithdrawn::withdrawnAt))
                .time("linked_at", LATEST, on(ComplaintsLinked.class, ComplaintsLinked::linkedAt))
                .time("unlinked_at", LATEST, on(ComplaintsUnlinked.class, ComplaintsUnlinked::unlinkedAt))
                .time("objected_at", LATEST, on(ObjectionRaised.class, ObjectionRaised::raisedAt))
                .time("replied_at", LATEST, on(ComplainantReplied.class, ComplainantReplied::repliedAt))
                .time("masked_at", LATEST, first(received(ComplaintReceived::receivedAt), anew(MaskedAnew::maskedAt)))
                .words("title", OF_THE_LAST, first(received(ComplaintReceived::title), anew(MaskedAnew::title)))
                .words("text", OF_THE_LAST, first(received(ComplaintReceived::text), anew(MaskedAnew::text)))
                .words("address", OF_THE_LAST, first(where(Location::address), anew(MaskedAnew::address)));
    }

    private static <V> Telling<IntakeEvent, V> received(Function<ComplaintReceived, @Nullable V> part) {
        return on(ComplaintReceived.class, part);
    }

    private static <V> Telling<IntakeEvent, V> anew(Function<MaskedAnew, @Nullable V> part) {
        return on(MaskedAnew.class, part);
    }

    private static <V> Telling<IntakeEvent, V> first(Telling<IntakeEvent, V> one, Telling<IntakeEvent, V> other) {
        return (told, by) -> {
            var value = one.of(told, by);
            return value == null ? other.of(told, by) : value;
        };
    }

    private static Telling<IntakeEvent, String> where(Function<Location, @Nullable String> part) {
        return received(it -> it.location() == null ? null : part.apply(it.location()));
    }

    private IntakeFact() {}
}
