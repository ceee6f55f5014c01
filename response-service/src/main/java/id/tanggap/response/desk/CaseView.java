package id.tanggap.response.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as the desk shows it. A secret complaint has no text here; the vault shows it to who may look. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        UUID id,
        String number,
        String government,
        String agency,
        String agencyName,
        String status,
        @Nullable String category,
        String channel,
        String type,
        String visibility,
        @Nullable String title,
        @Nullable String text,
        @Nullable String address,
        Instant receivedAt,
        Instant dispatchedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable Instant acceptedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        int version) {

    static CaseView of(Row row, Instant now) {
        var due = instant(row, "due_at");
        var answered = instant(row, "answered_at");
        return new CaseView(
                row.getUUID("id"),
                row.getString("number"),
                row.getString("government"),
                row.getString("agency"),
                row.getString("agency_name"),
                row.getString("status"),
                row.getString("category"),
                row.getString("channel"),
                row.getString("type"),
                row.getString("visibility"),
                row.getString("title"),
                row.getString("text"),
                row.getString("address"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getOffsetDateTime("dispatched_at").toInstant(),
                due,
                due != null && answered == null && due.isBefore(now),
                instant(row, "accepted_at"),
                row.getString("answer"),
                answered,
                row.getInteger("version"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
