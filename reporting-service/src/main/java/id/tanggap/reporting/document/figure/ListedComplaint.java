package id.tanggap.reporting.document.figure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One complaint as documents list it: where it went and what became of it, and no word of its own.
 *
 * @param no its place in the recap, from 1
 * @param source whose record it was taken over from; null for what was lodged here, and in recaps that did not tell yet
 * @param agencyName as it was told; null without an agency, and in recaps that did not tell yet
 * @param moves how often it was redelegated
 * @param late whether the answer came after the promise; null without an answer or a promise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListedComplaint(
        int no,
        String number,
        Instant receivedAt,
        String channel,
        @Nullable String source,
        @Nullable String category,
        @Nullable String agency,
        @Nullable String agencyName,
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
