package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Rows;
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
    private static final Rows<SurveyFact> FACT = Rows.of(SurveyFact.class)
            .uuid("complaint_id", SurveyFact::complaint)
            .text("government", SurveyFact::government)
            .time("answered_at", fact -> fact.told.answeredAt())
            .date("month", fact -> fact.day.withDayOfMonth(1))
            .text("remark", fact -> fact.told.comment());
    private static final Rows<SurveyFact> ROWS = FACT.text("scores", SurveyFact::scores);
    private static final String SQL = """
            insert into satisfaction_survey (%1$s, scores)
            select %1$s, string_to_array(scores, ',')::int[] from %2$s
            on conflict (complaint_id) do nothing
            """.formatted(FACT.names(), ROWS.as("told"));

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
        return Upsert.of(SQL, ROWS, facts);
    }

    /** With commas between them: no array has elements of its own. */
    private String scores() {
        return told.scores().inOrder().stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
