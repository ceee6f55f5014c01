package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Rows;
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
    private static final Rows<ImportFact> FACT = Rows.of(ImportFact.class)
            .uuid("complaint_id", ImportFact::complaint)
            .text("government", ImportFact::government)
            .fixed()
            .text("number", fact -> fact.told.number())
            .text("source", fact -> fact.told.source().name())
            .text("channel", fact -> fact.told.channel().name())
            .text("type", fact -> fact.told.type().name())
            .text("visibility", fact -> fact.told.visibility().name())
            .text("category", fact -> fact.told.category())
            .text("region", fact -> fact.told.regionCode())
            .text("agency", fact -> fact.told.agency())
            .text("agency_name", fact -> fact.told.agencyName())
            .time("received_at", fact -> fact.told.receivedAt())
            .date("received_on", ImportFact::day)
            .date("month", fact -> fact.day.withDayOfMonth(1))
            .time("answered_at", fact -> fact.told.answeredAt())
            .text("told_state", fact -> fact.told.state().name());
    private static final Rows<ImportFact> ROWS = FACT.text("title", fact -> fact.told.title())
            .text("text", fact -> fact.told.text())
            .text("answer", fact -> fact.told.answer());
    private static final String SQL = """
            with told as (
                select * from %3$s
            ), words as (
                insert into complaint_words (complaint_id, title, text, answer)
                select complaint_id, title, text, answer from told
                on conflict (complaint_id) do update set
                    title = excluded.title,
                    text = excluded.text,
                    answer = excluded.answer
            )
            insert into complaint_fact (%1$s) select %1$s from told
            %2$s
            """.formatted(FACT.names(), FACT.overwritingBy("complaint_id"), ROWS.as("known"));

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
        return Upsert.of(SQL, ROWS, facts);
    }
}
