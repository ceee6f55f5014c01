package id.tanggap.intake.past;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import that is taken back as a whole, and how far that has come.
 *
 * @param months of the compiled recaps that count what it told, the earliest first; empty unless {@link State#REFUSED}
 * @param total complaints that it told of
 * @param gone that it alone had told of
 * @param restored of which holds again what was told before
 * @param stayed that another import tells of as well, or of which is not known what was told before
 * @param endedAt null unless {@link State#DONE}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TakeBack(
        State state,
        Instant askedAt,
        List<String> months,
        int total,
        int gone,
        int restored,
        int stayed,
        @Nullable Instant endedAt) {

    @Schema(name = "TakeBackState")
    enum State {
        /** Waits for reporting's word whether a compiled recap counts what it told. */
        ASKED,
        UNDER_WAY,
        DONE,
        REFUSED
    }

    /** Null when nobody asked for it. */
    static @Nullable TakeBack of(@Nullable JsonObject row) {
        if (row == null) {
            return null;
        }
        var months = row.getJsonArray("months");
        var endedAt = row.getString("ended_at");
        return new TakeBack(
                State.valueOf(row.getString("state")),
                time(row.getString("asked_at")),
                months == null
                        ? List.of()
                        : IntStream.range(0, months.size())
                                .mapToObj(months::getString)
                                .toList(),
                row.getInteger("total"),
                row.getInteger("gone"),
                row.getInteger("restored"),
                row.getInteger("stayed"),
                endedAt == null ? null : time(endedAt));
    }

    /** As PostgreSQL writes it in JSON. */
    static Instant time(String written) {
        return OffsetDateTime.parse(written).toInstant();
    }
}
