package id.tanggap.reporting.facts;

import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.IntakeEvent.Location;
import id.tanggap.contracts.Visibility;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.ReceivedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What intake tells of a complaint.
 *
 * @param month first day of the month of the receipt by the government's own clock: a complaint of the last evening
 *     counts in the month that people there write on their papers
 */
record ReceiptFact(UUID complaint, String government, ComplaintReceived received, LocalDate month) {
    private static final String SQL = """
            with told as (
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                                     $8::text[], $9::timestamptz[], $10::date[], $11::text[], $12::text[], $13::text[])
                    as t (complaint_id, government, number, channel, type, visibility, category,
                          region, received_at, month, title, text, address)
            ), words as (
                insert into complaint_words (complaint_id, title, text, address)
                select complaint_id, title, text, address from told
                on conflict (complaint_id) do update set
                    title = excluded.title,
                    text = excluded.text,
                    address = excluded.address
            )
            insert into complaint_fact (complaint_id, government, number, channel, type, visibility, category, region,
                                        received_at, month)
            select complaint_id, government, number, channel, type, visibility, category, region, received_at, month
            from told
            on conflict (complaint_id) do update set
                number = excluded.number,
                channel = excluded.channel,
                type = excluded.type,
                visibility = excluded.visibility,
                category = excluded.category,
                region = excluded.region,
                received_at = excluded.received_at,
                month = excluded.month
            """;

    /** @throws UnknownGovernment when its month cannot be told */
    static Upsert statement(List<ReceivedEvent> events, Governments governments) {
        var facts = new TreeMap<UUID, ReceiptFact>();
        for (var event : events) {
            if (event.event() instanceof ComplaintReceived received) {
                var fact = of(event, received, governments);
                facts.put(fact.complaint(), fact);
            }
        }
        return Upsert.of(
                SQL,
                facts,
                columns -> columns.uuids(ReceiptFact::complaint)
                        .texts(ReceiptFact::government)
                        .texts(fact -> fact.received().number())
                        .texts(fact -> fact.received().channel().name())
                        .texts(fact -> fact.received().type().name())
                        .texts(fact -> fact.received().visibility().name())
                        .texts(fact -> fact.received().category())
                        .texts(fact -> fact.where(Location::regionCode))
                        .times(fact -> fact.received().receivedAt())
                        .dates(ReceiptFact::month)
                        .texts(fact -> fact.unlessSecret(fact.received().title()))
                        .texts(fact -> fact.unlessSecret(fact.received().text()))
                        .texts(fact -> fact.unlessSecret(fact.where(Location::address))));
    }

    private static ReceiptFact of(ReceivedEvent event, ComplaintReceived received, Governments governments) {
        var government = governments.find(event.envelope().government());
        if (government == null) {
            throw new UnknownGovernment();
        }
        var day =
                LocalDate.ofInstant(received.receivedAt(), government.calendar().zone());
        return new ReceiptFact(event.envelope().subject(), government.id(), received, day.withDayOfMonth(1));
    }

    /** Intake sends none of it; should it ever, it is not kept here. */
    private @Nullable String unlessSecret(@Nullable String words) {
        return received.visibility() == Visibility.SECRET ? null : words;
    }

    private @Nullable String where(Function<Location, @Nullable String> part) {
        return received.location() == null ? null : part.apply(received.location());
    }

    /** The event becomes a dead letter, to be replayed once the government is added to the installation. */
    static final class UnknownGovernment extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownGovernment() {
            super("The installation has no such government");
        }
    }
}
