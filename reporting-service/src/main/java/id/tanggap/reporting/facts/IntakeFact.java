package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.IntakeEvent;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What intake tells of a complaint: the receipt, and what the citizen and the intake officer did since. */
final class IntakeFact {
    private static final Rows<IntakeFact> FACT = Rows.of(IntakeFact.class)
            .uuid("complaint_id", fact -> fact.complaint)
            .text("government", fact -> fact.government)
            .text("number", fact -> fact.receipt(ComplaintReceived::number))
            .text("channel", fact -> fact.receipt(it -> it.channel().name()))
            .text("type", fact -> fact.receipt(it -> it.type().name()))
            .text("visibility", fact -> fact.receipt(it -> it.visibility().name()))
            .text("category", fact -> fact.receipt(ComplaintReceived::category))
            .text("region", fact -> fact.where(Location::regionCode))
            .time("received_at", fact -> fact.receipt(ComplaintReceived::receivedAt))
            .date("received_on", fact -> fact.day)
            .date("month", fact -> fact.day == null ? null : fact.day.withDayOfMonth(1))
            .time("screened_out_at", fact -> fact.screenedOut == null ? null : fact.screenedOut.screenedOutAt())
            .text(
                    "screening_reason",
                    fact -> fact.screenedOut == null
                            ? null
                            : fact.screenedOut.reason().name())
            .time("withdrawn_at", fact -> fact.withdrawn.at())
            .time("linked_at", fact -> fact.linked.at())
            .time("unlinked_at", fact -> fact.unlinked.at())
            .time("objected_at", fact -> fact.objected.at())
            .time("replied_at", fact -> fact.replied.at());
    private static final Rows<IntakeFact> ROWS = FACT.text("title", fact -> fact.receipt(ComplaintReceived::title))
            .text("text", fact -> fact.receipt(ComplaintReceived::text))
            .text("address", fact -> fact.where(Location::address));
    private static final String SQL = """
            with told as (
                select * from %2$s
            ), words as (
                insert into complaint_words (complaint_id, title, text, address)
                select complaint_id, title, text, address from told where received_at is not null
                on conflict (complaint_id) do update set
                    title = excluded.title,
                    text = excluded.text,
                    address = excluded.address
            )
            insert into complaint_fact as fact (%1$s) select %1$s from told
            on conflict (complaint_id) do update set
                number = coalesce(excluded.number, fact.number),
                channel = coalesce(excluded.channel, fact.channel),
                type = coalesce(excluded.type, fact.type),
                visibility = coalesce(excluded.visibility, fact.visibility),
                category = coalesce(excluded.category, fact.category),
                region = coalesce(excluded.region, fact.region),
                received_at = coalesce(excluded.received_at, fact.received_at),
                month = coalesce(excluded.month, fact.month),
                screened_out_at = greatest(excluded.screened_out_at, fact.screened_out_at),
                screening_reason = coalesce(excluded.screening_reason, fact.screening_reason),
                withdrawn_at = greatest(excluded.withdrawn_at, fact.withdrawn_at),
                linked_at = greatest(excluded.linked_at, fact.linked_at),
                unlinked_at = greatest(excluded.unlinked_at, fact.unlinked_at),
                objected_at = greatest(excluded.objected_at, fact.objected_at),
                replied_at = greatest(excluded.replied_at, fact.replied_at),
                received_on = coalesce(excluded.received_on, fact.received_on)
            """.formatted(FACT.names(), ROWS.as("known"));

    private final UUID complaint;
    private final String government;
    private @Nullable ComplaintReceived received;
    private @Nullable LocalDate day;
    private @Nullable ComplaintScreenedOut screenedOut;
    private final Moment withdrawn = Moment.latest();
    private final Moment linked = Moment.latest();
    private final Moment unlinked = Moment.latest();
    private final Moment objected = Moment.latest();
    private final Moment replied = Moment.latest();

    private IntakeFact(UUID complaint, String government) {
        this.complaint = complaint;
        this.government = government;
    }

    /** @throws UnknownGovernment when the month of a receipt cannot be told */
    static Upsert statement(List<ReceivedEvent> events, Governments governments) {
        var facts = Upsert.gathered(
                events, IntakeEvent.class, IntakeFact::new, (fact, told, _) -> fact.hear(told, governments));
        return Upsert.of(SQL, ROWS, facts);
    }

    private boolean hear(IntakeEvent told, Governments governments) {
        return switch (told) {
            case ComplaintReceived it -> received(it, governments);
            case ComplaintScreenedOut it -> screenedOut(it);
            case ComplaintWithdrawn it -> withdrawn.told(it.withdrawnAt());
            case ComplaintsLinked it -> linked.told(it.linkedAt());
            case ComplaintsUnlinked it -> unlinked.told(it.unlinkedAt());
            case ObjectionRaised it -> objected.told(it.raisedAt());
            case ComplainantReplied it -> replied.told(it.repliedAt());
            case SurveyAnswered _ -> false;
        };
    }

    private boolean received(ComplaintReceived it, Governments governments) {
        received = it;
        day = day(government, it.receivedAt(), governments);
        return true;
    }

    private boolean screenedOut(ComplaintScreenedOut it) {
        screenedOut = it;
        return true;
    }

    /**
     * The day of the receipt by the government's own clock: a complaint of the last evening counts in the month that
     * people there write on their papers.
     */
    static LocalDate day(String government, Instant receivedAt, Governments governments) {
        var known = governments.find(government);
        if (known == null) {
            throw new UnknownGovernment();
        }
        return LocalDate.ofInstant(receivedAt, known.calendar().zone());
    }

    private <T> @Nullable T receipt(Function<ComplaintReceived, @Nullable T> part) {
        return received == null ? null : part.apply(received);
    }

    private @Nullable String where(Function<Location, @Nullable String> part) {
        return received == null || received.location() == null ? null : part.apply(received.location());
    }

    /** The event becomes a dead letter, to be replayed once the government is added to the installation. */
    static final class UnknownGovernment extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownGovernment() {
            super("The installation has no such government");
        }
    }
}
