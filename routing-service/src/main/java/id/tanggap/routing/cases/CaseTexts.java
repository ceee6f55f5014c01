package id.tanggap.routing.cases;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The masked words of complaints, for whoever must find the agency. Of a secret one nothing is kept. */
@ApplicationScoped
public class CaseTexts {
    private static final Rows<Words> ROWS = Rows.of(Words.class)
            .uuid("complaint_id", Words::id)
            .text("title", words -> words.complaint().title())
            .text("text", words -> words.complaint().text())
            .text("category", words -> words.complaint().category())
            .text("region", Words::region)
            .text("channel", words -> words.complaint().channel().name());
    private static final String KEEP = ROWS.insertInto("case_text") + "on conflict do nothing";
    private static final Rows<Anew> ANEW = Rows.of(Anew.class)
            .uuid("complaint_id", Anew::id)
            .text("title", anew -> anew.words().title())
            .text("text", anew -> anew.words().text());
    private static final String REPLACE = """
            update case_text as known set title = told.title, text = told.text
            from %s where known.complaint_id = told.complaint_id
            """.formatted(ANEW.as("told"));

    /** Those of what is new, and in place of what was kept those that intake has masked anew. */
    public Uni<Void> keep(SqlConnection transaction, List<ReceivedEvent> events) {
        return keepNew(transaction, events).chain(() -> replace(transaction, events));
    }

    private static Uni<Void> keepNew(SqlConnection transaction, List<ReceivedEvent> events) {
        var open = events.stream()
                .filter(event -> event.event() instanceof ComplaintReceived received
                        && !received.visibility().isSecret())
                .map(event -> new Words(event.envelope().subject(), (ComplaintReceived) event.event()))
                .toList();
        return open.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(KEEP).execute(ROWS.tuple(open)).replaceWithVoid();
    }

    /** The last telling of a case counts. */
    private static Uni<Void> replace(SqlConnection transaction, List<ReceivedEvent> events) {
        var anew = new TreeMap<UUID, Anew>();
        for (var event : events) {
            if (event.event() instanceof MaskedAnew words) {
                anew.put(event.envelope().subject(), new Anew(event.envelope().subject(), words));
            }
        }
        return anew.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(REPLACE)
                        .execute(ANEW.tuple(anew.values()))
                        .replaceWithVoid();
    }

    private record Anew(UUID id, MaskedAnew words) {}

    private record Words(UUID id, ComplaintReceived complaint) {
        @Nullable
        String region() {
            Location location = complaint.location();
            return location == null ? null : location.regionCode();
        }
    }
}
