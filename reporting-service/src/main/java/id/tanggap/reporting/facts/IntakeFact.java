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
import id.tanggap.messaging.Columns;
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
    private static final String SQL = """
            with told as (
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                                     $8::text[], $9::timestamptz[], $10::date[], $11::text[], $12::text[], $13::text[],
                                     $14::timestamptz[], $15::text[], $16::timestamptz[], $17::timestamptz[],
                                     $18::timestamptz[], $19::timestamptz[], $20::timestamptz[], $21::date[])
                    as t (complaint_id, government, number, channel, type, visibility, category, region, received_at,
                          month, title, text, address, screened_out_at, screening_reason, withdrawn_at, linked_at,
                          unlinked_at, objected_at, replied_at, received_on)
            ), words as (
                insert into complaint_words (complaint_id, title, text, address)
                select complaint_id, title, text, address from told where received_at is not null
                on conflict (complaint_id) do update set
                    title = excluded.title,
                    text = excluded.text,
                    address = excluded.address
            )
            insert into complaint_fact as fact (complaint_id, government, number, channel, type, visibility, category,
                                                region, received_at, month, screened_out_at, screening_reason,
                                                withdrawn_at, linked_at, unlinked_at, objected_at, replied_at,
                                                received_on)
            select complaint_id, government, number, channel, type, visibility, category, region, received_at, month,
                   screened_out_at, screening_reason, withdrawn_at, linked_at, unlinked_at, objected_at, replied_at,
                   received_on
            from told
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
            """;

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
        return Upsert.of(SQL, facts, IntakeFact::columns);
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

    private static Columns<IntakeFact> columns(Columns<IntakeFact> columns) {
        return columns.uuids(fact -> fact.complaint)
                .texts(fact -> fact.government)
                .texts(fact -> fact.receipt(ComplaintReceived::number))
                .texts(fact -> fact.receipt(it -> it.channel().name()))
                .texts(fact -> fact.receipt(it -> it.type().name()))
                .texts(fact -> fact.receipt(it -> it.visibility().name()))
                .texts(fact -> fact.receipt(ComplaintReceived::category))
                .texts(fact -> fact.where(Location::regionCode))
                .times(fact -> fact.receipt(ComplaintReceived::receivedAt))
                .dates(fact -> fact.day == null ? null : fact.day.withDayOfMonth(1))
                .texts(fact -> fact.receipt(ComplaintReceived::title))
                .texts(fact -> fact.receipt(ComplaintReceived::text))
                .texts(fact -> fact.where(Location::address))
                .times(fact -> fact.screenedOut == null ? null : fact.screenedOut.screenedOutAt())
                .texts(fact -> fact.screenedOut == null
                        ? null
                        : fact.screenedOut.reason().name())
                .times(fact -> fact.withdrawnAt)
                .times(fact -> fact.linkedAt)
                .times(fact -> fact.unlinkedAt)
                .times(fact -> fact.objectedAt)
                .times(fact -> fact.repliedAt)
                .dates(fact -> fact.day);
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
