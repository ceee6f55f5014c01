package id.tanggap.routing.cases;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    public Uni<Void> keep(SqlConnection transaction, List<ReceivedEvent> events) {
        var open = events.stream()
                .filter(event -> event.event() instanceof ComplaintReceived received
                        && !received.visibility().isSecret())
                .map(event -> new Words(event.envelope().subject(), (ComplaintReceived) event.event()))
                .toList();
        return open.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(KEEP).execute(ROWS.tuple(open)).replaceWithVoid();
    }

    private record Words(UUID id, ComplaintReceived complaint) {
        @Nullable
        String region() {
            Location location = complaint.location();
            return location == null ? null : location.regionCode();
        }
    }
}
