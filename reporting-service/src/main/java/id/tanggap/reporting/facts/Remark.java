package id.tanggap.reporting.facts;

import id.tanggap.contracts.event.IntakeEvent.AddedKind;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.reporting.facts.known.Upsert.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What a citizen remarked in the survey, masked anew by intake. A survey that was not heard of stays so. */
record Remark(UUID complaint, String words) {
    private static final Rows<Remark> ROWS =
            Rows.of(Remark.class).uuid("complaint_id", Remark::complaint).text("remark", Remark::words);
    private static final String REPLACE = """
            update satisfaction_survey as known set remark = told.remark
            from %s where known.complaint_id = told.complaint_id
            """.formatted(ROWS.as("told"));

    /** @return nothing where none was */
    static Stream<Statement> statement(List<ReceivedEvent> events) {
        var last = new TreeMap<UUID, Remark>();
        events.stream().flatMap(Remark::in).forEach(remark -> last.put(remark.complaint(), remark));
        return last.isEmpty() ? Stream.empty() : Stream.of(new Statement(REPLACE, ROWS.tuple(last.values())));
    }

    private static Stream<Remark> in(ReceivedEvent event) {
        return event.event() instanceof MaskedAnew anew
                ? anew.added().stream()
                        .filter(added -> added.kind() == AddedKind.SURVEYED)
                        .flatMap(added -> Stream.ofNullable(added.words()))
                        .map(words -> new Remark(event.envelope().subject(), words))
                : Stream.empty();
    }

    /** Shows nothing of the words, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Remark[" + complaint + "]";
    }
}
