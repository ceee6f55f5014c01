package id.tanggap.intake.past.owner;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.intake.past.owner.FileOwner.Another;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * By which a file seems to be another government's.
 *
 * @param place whose it seems to be; null when it names several, or none
 * @param elsewhere rows that name an office or a place of others
 * @param ours rows that name an office or a place of the government
 * @param titled whether a title above the table names another government
 * @param meantAt when an officer said that it is meant all the same; null before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Elsewhere(
        @Nullable String place,
        int elsewhere,
        int ours,
        boolean titled,
        @Nullable Instant meantAt) {

    /** Null when there is nothing to ask. */
    public static @Nullable Elsewhere of(@Nullable Another found) {
        return found == null
                ? null
                : new Elsewhere(found.place(), found.elsewhere(), found.ours(), found.titled(), null);
    }

    /** Null when there is nothing to ask. */
    public static @Nullable Elsewhere of(@Nullable JsonObject row) {
        if (row == null) {
            return null;
        }
        var meantAt = row.getString("meant_at");
        return new Elsewhere(
                row.getString("place"),
                row.getInteger("elsewhere"),
                row.getInteger("ours"),
                row.getBoolean("titled"),
                meantAt == null ? null : OffsetDateTime.parse(meantAt).toInstant());
    }
}
