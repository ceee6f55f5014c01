package id.tanggap.response.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer that stands on a case, by the columns it stands in: what stands there again should the next have no effect. */
final class FormerAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Null when there is none. */
    static @Nullable String of(DeskCase it) {
        return it.answeredAt == null ? null : written(columns(it));
    }

    private static Map<String, @Nullable Object> columns(DeskCase it) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("answer", it.answer);
        columns.put("answered_at", Objects.toString(it.answeredAt, null));
        columns.put("answered_by", it.answeredBy);
        columns.put("follow_up", it.followUp);
        columns.put("follow_up_by", Objects.toString(it.followUpBy, null));
        columns.put("follow_up_due_at", Objects.toString(it.followUpDueAt, null));
        columns.put("resolved_at", Objects.toString(it.resolvedAt, null));
        return columns;
    }

    private static String written(Map<String, @Nullable Object> columns) {
        try {
            return JSON.writeValueAsString(columns);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts cannot be written", impossible);
        }
    }

    private FormerAnswer() {}
}
