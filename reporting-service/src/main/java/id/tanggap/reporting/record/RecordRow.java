package id.tanggap.reporting.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One complaint of the record book. Of a secret one it tells that it came and what became of it, and none of its words.
 *
 * @param no its place in what was asked for, counted from 1
 * @param text title and text, masked by intake
 * @param moves how often it was redelegated
 * @param lateness ON_TIME, LATE or OVERDUE; null while it is open and in time, or when there is no promise
 * @param lateBySeconds by how much the promise was missed by the clock on the wall; what was left of it is negative; null
 *     without an answer
 * @param satisfaction 25 to 100; null without a survey
 * @param remark what was remarked in it, masked
 * @param source whose record it was taken over from; null for what was lodged here
 * @param link where the citizen follows it; null for what was not lodged here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordRow(
        int no,
        UUID complaint,
        String number,
        Instant receivedAt,
        Channel channel,
        ComplaintType type,
        Visibility visibility,
        @Nullable String category,
        @Nullable String area,
        @Nullable String address,
        String text,
        @Nullable String agency,
        @Nullable String agencyName,
        @Nullable Instant dispatchedAt,
        int moves,
        @Nullable Instant dueAt,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        String state,
        @Nullable String lateness,
        @Nullable Long lateBySeconds,
        @Nullable Instant objectedAt,
        @Nullable Double satisfaction,
        @Nullable String remark,
        @Nullable String source,
        @Nullable String link) {
    private static final String SECRET = "(rahasia)";

    static RecordRow of(int no, Row row, String publicUrl) {
        var visibility = Visibility.ofName(row.getString("visibility"));
        var secret = visibility.isSecret();
        var number = row.getString("number");
        var source = row.getString("source");
        var dueAt = instant(row, "promise_due_at");
        var answeredAt = instant(row, "answered_at");
        return new RecordRow(
                no,
                row.getUUID("complaint_id"),
                number,
                row.getOffsetDateTime("received_at").toInstant(),
                Channel.valueOf(row.getString("channel")),
                ComplaintType.valueOf(row.getString("type")),
                visibility,
                row.getString("category"),
                row.getString("region"),
                visibility.open(row.getString("address")),
                secret ? SECRET : words(row.getString("title"), row.getString("text")),
                row.getString("agency"),
                row.getString("agency_name"),
                instant(row, "dispatched_at"),
                row.getInteger("moves"),
                dueAt,
                answeredAt,
                secret ? (answeredAt == null ? null : SECRET) : row.getString("answer"),
                row.getString("state"),
                row.getString("lateness"),
                dueAt == null || answeredAt == null
                        ? null
                        : Duration.between(dueAt, answeredAt).toSeconds(),
                instant(row, "objected_at"),
                row.getDouble("satisfaction"),
                visibility.open(row.getString("remark")),
                source,
                source == null ? publicUrl + "/#lacak/" + number : null);
    }

    private static String words(@Nullable String title, @Nullable String text) {
        if (title == null || text == null) {
            return title == null ? (text == null ? "" : text) : title;
        }
        return title + "\n" + text;
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
