package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How satisfied the citizen was, once for each complaint.
 *
 * @param day on which the survey was filled in, by the government's own clock
 */
record SurveyFact(UUID complaint, String government, SurveyAnswered told, LocalDate day) {
    private static final String SQL = """
            insert into satisfaction_survey (complaint_id, government, answered_at, month, scores, remark)
            select complaint_id, government, answered_at, month, string_to_array(scores, ',')::int[], remark
            from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::date[], $5::text[], $6::text[])
                as t (complaint_id, government, answered_at, month, scores, remark)
            on conflict (complaint_id) do nothing
            """;

    /** @throws IntakeFact.UnknownGovernment when the month of a survey cannot be told */
    static Upsert statement(List<ReceivedEvent> events, Governments governments) {
        var facts = new TreeMap<UUID, SurveyFact>();
        for (var event : events) {
            if (event.event() instanceof SurveyAnswered told) {
                var subject = event.envelope().subject();
                var government = event.envelope().government();
                facts.putIfAbsent(
                        subject,
                        new SurveyFact(
                                subject, government, told, IntakeFact.day(government, told.answeredAt(), governments)));
            }
        }
        return Upsert.of(
                SQL,
                facts,
                columns -> columns.uuids(SurveyFact::complaint)
                        .texts(SurveyFact::government)
                        .times(fact -> fact.told.answeredAt())
                        .dates(fact -> fact.day.withDayOfMonth(1))
                        .texts(fact -> fact.told.scores().inOrder().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")))
                        .texts(fact -> fact.told.comment()));
    }
}
