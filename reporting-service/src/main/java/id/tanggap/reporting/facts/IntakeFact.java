package id.tanggap.reporting.facts;

import static id.tanggap.reporting.facts.Times.latest;

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
import java.util.TreeMap;
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
            .time("withdrawn_at", fact -> fact.withdrawnAt)
            .time("linked_at", fact -> fact.linkedAt)
            .time("unlinked_at", fact -> fact.unlinkedAt)
            .time("objected_at", fact -> fact.objectedAt)
            .time("replied_at", fact -> fact.repliedAt);
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
    private @Nullable Instant withdrawnAt;
    private @Nullable Instant linkedAt;
    private @Nullable Instant unlinkedAt;
    private @Nullable Instant objectedAt;
    private @Nullable Instant repliedAt;

    private IntakeFact(UUID complaint, String government) {
        this.complaint = complaint;
        this.government = government;
    }

    /** @throws UnknownGovernment when the month of a receipt cannot be told */
    static Upsert statement(List<ReceivedEvent> events, Governments governments) {
        var facts = new TreeMap<UUID, IntakeFact>();
        for (var event : events) {
            if (event.event() instanceof IntakeEvent told && !(told instanceof SurveyAnswered)) {
                var envelope = event.envelope();
                facts.computeIfAbsent(envelope.subject(), id -> new IntakeFact(id, envelope.government()))
                        .hear(told, governments);
            }
        }
        return Upsert.of(SQL, ROWS, facts);
    }

    private void hear(IntakeEvent told, Governments governments) {
        switch (told) {
            case ComplaintReceived it -> {
                received = it;
                day = day(government, it.receivedAt(), governments);
            }
            case ComplaintScreenedOut it -> screenedOut = it;
            case ComplaintWithdrawn it -> withdrawnAt = latest(withdrawnAt, it.withdrawnAt());
            case ComplaintsLinked it -> linkedAt = latest(linkedAt, it.linkedAt());
            case ComplaintsUnlinked it -> unlinkedAt = latest(unlinkedAt, it.unlinkedAt());
            case ObjectionRaised it -> objectedAt = latest(objectedAt, it.raisedAt());
            case ComplainantReplied it -> repliedAt = latest(repliedAt, it.repliedAt());
            case SurveyAnswered _ -> {}
        }
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
