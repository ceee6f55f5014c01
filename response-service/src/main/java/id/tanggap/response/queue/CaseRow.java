package id.tanggap.response.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.search.Question;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list; on the wire one flat object, its parts one after the other. A secret complaint has no words here.
 *
 * @param found what of the words that were looked for stands in title and summary, as it is written there; null when none were
 */
public record CaseRow(
        @JsonUnwrapped Head head,
        @JsonUnwrapped Complaint complaint,
        @JsonUnwrapped Holder holder,
        @JsonUnwrapped Times times,
        boolean approvalRequested,
        int version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> found) {

    /** Which case it is, and where it stands. */
    public record Head(UUID id, String number, DeskStatus status) {
        static Head of(Row row) {
            return new Head(row.getUUID("id"), row.getString("number"), DeskStatus.valueOf(row.getString("status")));
        }
    }

    /** @param summary how the text begins */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Complaint(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String category,
            String channel,
            String type,
            String visibility) {
        static Complaint of(Row row) {
            return new Complaint(
                    row.getString("title"),
                    row.getString("summary"),
                    row.getString("category"),
                    row.getString("channel"),
                    row.getString("type"),
                    row.getString("visibility"));
        }
    }

    /** With whom it lies. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Holder(
            String agency,
            String agencyName,
            @Nullable String division,
            @Nullable String divisionName,
            @Nullable String assignee,
            @Nullable String assigneeName) {
        static Holder of(Row row) {
            return new Holder(
                    row.getString("agency"),
                    row.getString("agency_name"),
                    row.getString("division"),
                    row.getString("division_name"),
                    row.getString("assignee"),
                    row.getString("assignee_name"));
        }
    }

    /**
     * @param dueAt what the citizens were promised
     * @param nextDueAt when the nearest clock that runs falls due: what somebody at the desk has to do next; null when it is
     *     nobody's turn
     * @param nextClock which clock that is: PROMISE, DIVISION (what a division was asked), FOLLOW_UP, the id of a step of the
     *     SOP, or STEP for one that is not known; null when none runs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Times(
            Instant receivedAt,
            Instant dispatchedAt,
            @Nullable Instant dueAt,
            @Nullable Instant nextDueAt,
            @Nullable String nextClock,
            boolean overdue) {
        static Times of(Row row, Instant now) {
            var next = instant(row, "next_due_at");
            return new Times(
                    row.getOffsetDateTime("received_at").toInstant(),
                    row.getOffsetDateTime("dispatched_at").toInstant(),
                    instant(row, "due_at"),
                    next,
                    row.getString("next_clock"),
                    next != null && next.isBefore(now));
        }
    }

    static final String COLUMNS = """
            c.id, c.number, c.status, t.title, left(t.text, 160) as summary, c.category, c.channel, c.type, c.visibility,
            c.agency, c.agency_name, c.division, c.division_name, c.assignee, c.assignee_name, c.received_at,
            c.dispatched_at, c.due_at, c.next_due_at, c.next_clock, c.approval_requested, c.version
            """;

    static CaseRow of(Row row, Instant now, @Nullable Question asked) {
        var complaint = Complaint.of(row);
        return new CaseRow(
                Head.of(row),
                complaint,
                Holder.of(row),
                Times.of(row, now),
                row.getBoolean("approval_requested"),
                row.getInteger("version"),
                asked == null ? null : asked.foundIn(complaint.title(), complaint.summary()));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
