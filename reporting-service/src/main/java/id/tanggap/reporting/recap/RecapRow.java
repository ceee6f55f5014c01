package id.tanggap.reporting.recap;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tanggap.contracts.Channel;
import id.tanggap.contracts.Visibility;
import id.tanggap.rest.PageKey;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One complaint of the recap.
 *
 * @param no its place in the month, counted from 1
 * @param key where the page after it begins
 */
record RecapRow(
        int no,
        Instant receivedAt,
        String complaint,
        @Nullable String agency,
        @Nullable String agencyName,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        Channel channel,
        String link,
        String number,
        @JsonIgnore PageKey key) {
    /** Of a secret complaint the recap tells that it came and whether it was answered, and none of its words. */
    private static final String SECRET = "(rahasia)";

    static RecapRow of(int no, Row row, String publicUrl) {
        var secret = Visibility.valueOf(row.getString("visibility")) == Visibility.SECRET;
        var receivedAt = row.getOffsetDateTime("received_at").toInstant();
        var answeredAt = instant(row.getOffsetDateTime("answered_at"));
        var number = row.getString("number");
        return new RecapRow(
                no,
                receivedAt,
                secret ? SECRET : complaint(row.getString("title"), row.getString("text")),
                row.getString("agency"),
                row.getString("agency_name"),
                answeredAt,
                answeredAt != null && secret ? SECRET : row.getString("answer"),
                Channel.valueOf(row.getString("channel")),
                publicUrl + "/#lacak/" + number,
                number,
                new PageKey(receivedAt, row.getUUID("complaint_id")));
    }

    private static String complaint(@Nullable String title, @Nullable String text) {
        if (title == null || text == null) {
            return title == null ? (text == null ? "" : text) : title;
        }
        return title + "\n" + text;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
