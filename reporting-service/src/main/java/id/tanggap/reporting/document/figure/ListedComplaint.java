package id.tanggap.reporting.document.figure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One complaint as documents list it: where it went and what became of it, and no word of its own.
 *
 * @param no its place in the recap, from 1
 * @param moves how often it was redelegated
 * @param late whether the answer came after the promise; null without an answer or a promise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListedComplaint(
        int no,
        String number,
        Instant receivedAt,
        String channel,
        @Nullable String category,
        @Nullable String agency,
        @Nullable Instant dispatchedAt,
        int moves,
        @Nullable Instant promiseDueAt,
        @Nullable Instant answeredAt,
        @Nullable Boolean late,
        String state) {

    public String outcome() {
        return switch (state) {
            case "ANSWERED" -> late == null ? "Dijawab" : late ? "Terlambat" : "Tepat waktu";
            case "ENDED" -> "Berakhir";
            default -> "Belum dijawab";
        };
    }
}
