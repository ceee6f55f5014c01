package id.tanggap.response.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer that stands on a case: what stands there again should the next have no effect. */
public record FormerAnswer(
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable String followUp,
        @Nullable LocalDate followUpBy,
        @Nullable Instant followUpDueAt,
        @Nullable Instant resolvedAt) {
    private static final ObjectMapper JSON = new ObjectMapper();
    public static final FormerAnswer NONE = new FormerAnswer(null, null, null, null, null, null, null);

    static FormerAnswer of(DeskCase it) {
        return new FormerAnswer(
                it.answer, it.answeredAt, it.answeredBy, it.followUp, it.followUpBy, it.followUpDueAt, it.resolvedAt);
    }

    void standOn(DeskCase it) {
        it.answer = answer;
        it.answeredAt = answeredAt;
        it.answeredBy = answeredBy;
        it.followUp = followUp;
        it.followUpBy = followUpBy;
        it.followUpDueAt = followUpDueAt;
        it.resolvedAt = resolvedAt;
    }

    FormerAnswer resolvedAt(@Nullable Instant time) {
        return new FormerAnswer(answer, answeredAt, answeredBy, followUp, followUpBy, followUpDueAt, time);
    }

    /** As it was {@link #written()}. */
    public static FormerAnswer read(@Nullable String written) {
        try {
            return written == null ? NONE : of(JSON.readTree(written));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A former answer is no JSON", impossible);
        }
    }

    private static FormerAnswer of(JsonNode columns) {
        return new FormerAnswer(
                columns.path("answer").textValue(),
                instant(columns, "answered_at"),
                columns.path("answered_by").textValue(),
                columns.path("follow_up").textValue(),
                columns.path("follow_up_by").isTextual()
                        ? LocalDate.parse(columns.path("follow_up_by").textValue())
                        : null,
                instant(columns, "follow_up_due_at"),
                instant(columns, "resolved_at"));
    }

    private static @Nullable Instant instant(JsonNode columns, String column) {
        var text = columns.path(column).textValue();
        return text == null ? null : Instant.parse(text);
    }

    /** By the columns it stands in, as JSON; null where there is none. */
    public @Nullable String written() {
        try {
            return equals(NONE) ? null : JSON.writeValueAsString(columns());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts cannot be written", impossible);
        }
    }

    private Map<String, @Nullable Object> columns() {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("answer", answer);
        columns.put("answered_at", Objects.toString(answeredAt, null));
        columns.put("answered_by", answeredBy);
        columns.put("follow_up", followUp);
        columns.put("follow_up_by", Objects.toString(followUpBy, null));
        columns.put("follow_up_due_at", Objects.toString(followUpDueAt, null));
        columns.put("resolved_at", Objects.toString(resolvedAt, null));
        return columns;
    }
}
