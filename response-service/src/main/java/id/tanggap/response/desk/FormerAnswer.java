package id.tanggap.response.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer that stands on a case: what stands there again should the next have no effect. */
record FormerAnswer(
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable String followUp,
        @Nullable LocalDate followUpBy,
        @Nullable Instant followUpDueAt,
        @Nullable Instant resolvedAt) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FormerAnswer NONE = new FormerAnswer(null, null, null, null, null, null, null);

    /** Null when there is none. */
    static @Nullable FormerAnswer of(DeskCase it) {
        return it.answeredAt == null
                ? null
                : new FormerAnswer(
                        it.answer,
                        it.answeredAt,
                        it.answeredBy,
                        it.followUp,
                        it.followUpBy,
                        it.followUpDueAt,
                        it.resolvedAt);
    }

    /** Puts back what stood on it; nothing when nothing did. */
    static void restore(@Nullable FormerAnswer former, DeskCase it) {
        var stood = former == null ? NONE : former;
        it.answer = stood.answer;
        it.answeredAt = stood.answeredAt;
        it.answeredBy = stood.answeredBy;
        it.followUp = stood.followUp;
        it.followUpBy = stood.followUpBy;
        it.followUpDueAt = stood.followUpDueAt;
        it.resolvedAt = stood.resolvedAt;
    }

    /** By the columns it stands in, as JSON. */
    String written() {
        try {
            return JSON.writeValueAsString(columns());
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
