package id.tanggap.routing.cases;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.messaging.Columns;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The masked words of complaints, for whoever must find the agency. Of a secret one nothing is kept. */
@ApplicationScoped
class CaseTexts {
    private static final String KEEP = """
            insert into case_text (complaint_id, title, text, category, region)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
            on conflict do nothing
            """;

    Uni<Void> keep(SqlConnection transaction, List<ReceivedEvent> events) {
        var open = events.stream()
                .filter(event -> event.event() instanceof ComplaintReceived received
                        && !received.visibility().isSecret())
                .map(event -> new Words(event.envelope().subject(), (ComplaintReceived) event.event()))
                .toList();
        return open.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(KEEP)
                        .execute(Columns.of(open)
                                .uuids(Words::id)
                                .texts(words -> words.complaint().title())
                                .texts(words -> words.complaint().text())
                                .texts(words -> words.complaint().category())
                                .texts(Words::region)
                                .tuple())
                        .replaceWithVoid();
    }

    private record Words(UUID id, ComplaintReceived complaint) {
        @Nullable
        String region() {
            Location location = complaint.location();
            return location == null ? null : location.regionCode();
        }
    }
}
