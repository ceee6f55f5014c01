package id.tanggap.notification.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A letter as officers see it.
 *
 * @param number of the complaint
 * @param since when the last way to the citizen came to its end
 * @param done null as long as it is to be printed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterView(
        UUID id,
        UUID complaintId,
        String number,
        Kind message,
        Instant since,
        Why why,
        @Nullable Done done) {

    /** What it tells. */
    @Schema(name = "LetterKind")
    enum Kind {
        INFORMATION_REQUESTED,
        ANSWERED,
        REFERRED_OUTSIDE,
        SCREENED_OUT
    }

    /** Why it did not go out on a way of ours. */
    @Schema(name = "LetterCause")
    enum Why {
        NO_ADDRESS,
        FAILED
    }

    /** @param by the officer's id */
    @Schema(name = "LetterDone")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(Instant at, String by, @Nullable String remark) {}

    static LetterView of(Row row) {
        return new LetterView(
                row.getUUID("id"),
                row.getUUID("complaint_id"),
                row.getString("number"),
                Kind.valueOf(row.getString("message")),
                row.getOffsetDateTime("since").toInstant(),
                Why.valueOf(row.getString("why")),
                doneIn(row));
    }

    private static @Nullable Done doneIn(Row row) {
        var at = row.getOffsetDateTime("done_at");
        return at == null ? null : new Done(at.toInstant(), row.getString("done_by"), row.getString("remark"));
    }

    /** By what the list of open letters is ordered, and that of those done. */
    Instant place() {
        return done == null ? since : done.at();
    }
}
