package id.tanggap.intake.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
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
}
