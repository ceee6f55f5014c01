package id.tanggap.reporting.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.contracts.book.BookWords;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.search.Question;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One complaint of the record book; on the wire one flat object, its parts one after the other. Of a secret one it tells
 * that it came and what became of it, and none of its words.
 *
 * @param found what of the words that were looked for stands in text and address, as it is written there; null when none were
 */
record RecordRow(
        @JsonUnwrapped Head head,
        @JsonUnwrapped Matter matter,
        @JsonUnwrapped Dispatch dispatch,
        @JsonUnwrapped Outcome outcome,
        @JsonUnwrapped Verdict verdict,
        @JsonUnwrapped Origin origin,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> found) {
    static RecordRow of(int no, Row row, String publicUrl, @Nullable Question asked) {
        var visibility = Visibility.ofName(row.getString("visibility"));
        var matter = Matter.of(row, visibility);
        return new RecordRow(
                Head.of(no, row),
                matter,
                Dispatch.of(row),
                Outcome.of(row, visibility),
                Verdict.of(row, visibility),
                Origin.of(row, publicUrl),
                asked == null
                        ? null
                        : asked.foundIn(matter.text(), matter.place().address()));
    }

    /**
     * Which complaint it is, and when it came in.
     *
     * @param no its place in what was asked for, counted from 1
     */
    record Head(int no, UUID complaint, String number, Instant receivedAt) {
        static Head of(int no, Row row) {
            return new Head(
                    no,
                    row.getUUID("complaint_id"),
                    row.getString("number"),
                    row.getOffsetDateTime("received_at").toInstant());
        }
    }

    /**
     * What it is about.
     *
     * @param text title and text, masked by intake
     */
    record Matter(@JsonUnwrapped Kind kind, @JsonUnwrapped Place place, String text) {
        static Matter of(Row row, Visibility visibility) {
            return new Matter(
                    Kind.of(row, visibility),
                    Place.of(row, visibility),
                    visibility.isSecret() ? BookWords.WITHHELD : words(row.getString("title"), row.getString("text")));
        }

        private static String words(@Nullable String title, @Nullable String text) {
            if (title == null || text == null) {
                return title == null ? (text == null ? "" : text) : title;
            }
            return title + "\n" + text;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kind(
            Channel channel,
            ComplaintType type,
            Visibility visibility,
            @Nullable String category) {
        static Kind of(Row row, Visibility visibility) {
            return new Kind(
                    Channel.valueOf(row.getString("channel")),
                    ComplaintType.valueOf(row.getString("type")),
                    visibility,
                    row.getString("category"));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(@Nullable String area, @Nullable String address) {
        static Place of(Row row, Visibility visibility) {
            return new Place(row.getString("region"), visibility.open(row.getString("address")));
        }
    }

    /**
     * To which agency it was sent.
     *
     * @param moves how often it was redelegated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dispatch(
            @Nullable String agency,
            @Nullable String agencyName,
            @Nullable Instant dispatchedAt,
            int moves) {
        static Dispatch of(Row row) {
            return new Dispatch(
                    row.getString("agency"),
                    row.getString("agency_name"),
                    instant(row, "dispatched_at"),
                    row.getInteger("moves"));
        }
    }

    /**
     * What became of it, and whether in time.
     *
     * @param lateness ON_TIME, LATE or OVERDUE; null while it is open and in time, or when there is no promise
     * @param lateBySeconds by how much the promise was missed by the clock on the wall; what was left of it is negative;
     *     null without an answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            @Nullable Instant dueAt,
            @Nullable Instant answeredAt,
            @Nullable String answer,
            String state,
            @Nullable String lateness,
            @Nullable Long lateBySeconds) {
        static Outcome of(Row row, Visibility visibility) {
            var dueAt = instant(row, "promise_due_at");
            var answeredAt = instant(row, "answered_at");
            return new Outcome(
                    dueAt,
                    answeredAt,
                    visibility.isSecret() ? (answeredAt == null ? null : BookWords.WITHHELD) : row.getString("answer"),
                    row.getString("state"),
                    row.getString("lateness"),
                    dueAt == null || answeredAt == null
                            ? null
                            : Duration.between(dueAt, answeredAt).toSeconds());
        }
    }

    /**
     * What became of the answer, and what the citizen says of it.
     *
     * @param resolvedAt when the agency said that it is done in the field (tuntas); null when the citizen objected since
     * @param closedAt when the complaint came to its end
     * @param satisfaction 25 to 100; null without a survey
     * @param remark what was remarked in it, masked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(
            @Nullable Instant objectedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            @Nullable Double satisfaction,
            @Nullable String remark) {
        static Verdict of(Row row, Visibility visibility) {
            return new Verdict(
                    instant(row, "objected_at"),
                    since(instant(row, "objected_at"), instant(row, "resolved_at")),
                    instant(row, "closed_at"),
                    row.getDouble("satisfaction"),
                    visibility.open(row.getString("remark")));
        }
    }

    /**
     * @param source whose record it was taken over from; null for what was lodged here
     * @param link where the citizen follows it; null for what was not lodged here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Origin(@Nullable String source, @Nullable String link) {
        static Origin of(Row row, String publicUrl) {
            var source = row.getString("source");
            return new Origin(source, source == null ? publicUrl + BookWords.FOLLOWED + row.getString("number") : null);
        }
    }

    private static @Nullable Instant since(@Nullable Instant objectedAt, @Nullable Instant at) {
        return at == null || objectedAt != null && !at.isAfter(objectedAt) ? null : at;
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
