package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Columns;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What was known of a complaint that another system handled. No other topic tells of it, and the last that was told
 * holds.
 *
 * @param day of the receipt, by the government's own clock
 */
record ImportFact(UUID complaint, String government, ComplaintImported told, LocalDate day) {
    private static final String SQL = """
            with told as (
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                                     $8::text[], $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::date[],
                                     $14::date[], $15::timestamptz[], $16::text[], $17::text[], $18::text[], $19::text[])
                    as t (complaint_id, government, number, source, channel, type, visibility, category, region, agency,
                          agency_name, received_at, received_on, month, answered_at, told_state, title, text, answer)
            ), words as (
                insert into complaint_words (complaint_id, title, text, answer)
                select complaint_id, title, text, answer from told
                on conflict (complaint_id) do update set
                    title = excluded.title,
                    text = excluded.text,
                    answer = excluded.answer
            )
            insert into complaint_fact as fact (complaint_id, government, number, source, channel, type, visibility,
                                                category, region, agency, agency_name, received_at, received_on, month,
                                                answered_at, told_state)
            select complaint_id, government, number, source, channel, type, visibility, category, region, agency,
                   agency_name, received_at, received_on, month, answered_at, told_state
            from told
            on conflict (complaint_id) do update set
                number = excluded.number,
                source = excluded.source,
                channel = excluded.channel,
                type = excluded.type,
                visibility = excluded.visibility,
                category = excluded.category,
                region = excluded.region,
                agency = excluded.agency,
                agency_name = excluded.agency_name,
                received_at = excluded.received_at,
                received_on = excluded.received_on,
                month = excluded.month,
                answered_at = excluded.answered_at,
                told_state = excluded.told_state
            """;

    /** @throws IntakeFact.UnknownGovernment when the month of a receipt cannot be told */
    static Upsert statement(List<ReceivedEvent> events, Governments governments) {
        var facts = new TreeMap<UUID, ImportFact>();
        for (var event : events) {
            if (event.event() instanceof ComplaintImported told) {
                var subject = event.envelope().subject();
                var government = event.envelope().government();
                facts.put(
                        subject,
                        new ImportFact(
                                subject, government, told, IntakeFact.day(government, told.receivedAt(), governments)));
            }
        }
        return Upsert.of(SQL, facts, ImportFact::columns);
    }

    private static Columns<ImportFact> columns(Columns<ImportFact> columns) {
        return columns.uuids(ImportFact::complaint)
                .texts(ImportFact::government)
                .texts(fact -> fact.told.number())
                .texts(fact -> fact.told.source().name())
                .texts(fact -> fact.told.channel().name())
                .texts(fact -> fact.told.type().name())
                .texts(fact -> fact.told.visibility().name())
                .texts(fact -> fact.told.category())
                .texts(fact -> fact.told.regionCode())
                .texts(fact -> fact.told.agency())
                .texts(fact -> fact.told.agencyName())
                .times(fact -> fact.told.receivedAt())
                .dates(ImportFact::day)
                .dates(fact -> fact.day.withDayOfMonth(1))
                .times(fact -> fact.told.answeredAt())
                .texts(fact -> fact.told.state().name())
                .texts(fact -> fact.told.title())
                .texts(fact -> fact.told.text())
                .texts(fact -> fact.told.answer());
    }
}
