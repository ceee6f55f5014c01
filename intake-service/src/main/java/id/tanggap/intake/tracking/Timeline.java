package id.tanggap.intake.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen is told of a complaint, in words of the outside world (Dikirim, Diteruskan, Ditindaklanjuti, Dijawab).
 *
 * @param dueAt by when the government promised an answer
 * @param answer the official text; null while there is none, and while that of a secret complaint cannot be had
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Timeline(
        String number,
        String status,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable String agency,
        @Nullable String answer,
        List<Entry> entries) {

    record Entry(Instant at, String status, String text) {}

    static Timeline of(
            String number,
            Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable String agency,
            @Nullable Instant dispatchedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant answeredAt,
            @Nullable String answer) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(receivedAt, "RECEIVED", "Aduan diterima."));
        if (dispatchedAt != null) {
            entries.add(new Entry(dispatchedAt, "DISPATCHED", "Aduan diteruskan ke " + agency + "."));
        }
        if (acceptedAt != null) {
            entries.add(new Entry(acceptedAt, "IN_PROGRESS", "Aduan sedang ditindaklanjuti."));
        }
        if (answeredAt != null) {
            entries.add(new Entry(
                    answeredAt,
                    "ANSWERED",
                    answer == null
                            ? "Aduan dijawab. Jawabannya belum dapat ditampilkan; buka lagi beberapa saat lagi."
                            : "Aduan dijawab."));
        }
        return new Timeline(number, entries.getLast().status(), receivedAt, dueAt, agency, answer, entries);
    }
}
