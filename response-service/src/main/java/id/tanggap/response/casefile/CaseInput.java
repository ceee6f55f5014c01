package id.tanggap.response.casefile;

import id.tanggap.rest.sent.Within;
import id.tanggap.rest.sent.Words;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What officers send with a deed, and the small things that they are answered. */
final class CaseInput {
    static final String REQUIRED = "Wajib diisi.";

    private CaseInput() {}

    record SecretText(String text) {}

    /** @param mine whether the caller takes it; nobody has it otherwise */
    record Assignment(boolean mine) {}

    /** @param dueAt by when the division shall answer */
    record NewDisposition(
            @NotBlank(message = REQUIRED) String division,

            @NotBlank(message = REQUIRED) @Size(max = 2_000, message = "Tulis paling banyak 2.000 karakter.") @Words
            String instruction,

            @NotNull(message = REQUIRED) @Future(message = "Pilih waktu yang belum lewat.") @Within(years = 1)
            Instant dueAt) {}

    record DivisionAnswer(
            @NotBlank(message = REQUIRED) @Size(max = 10_000, message = "Tulis paling banyak 10.000 karakter.") @Words
            String text) {}

    /** @param identityMeant whether what identifies a person in it shall leave with it */
    record Question(
            @NotBlank(message = REQUIRED)
            @Size(min = 10, max = 2_000, message = "Tulis 10 sampai 2.000 karakter.")
            @Words
            String question,

            boolean identityMeant) {}

    /** What is about to leave. */
    record Leaving(
            @NotNull(message = REQUIRED) @Size(max = 10_000, message = "Tulis paling banyak 10.000 karakter.")
            String text) {}

    /** @param version of the draft over which it was written; 0 when there was none */
    record DraftInput(
            @NotNull(message = REQUIRED) @Size(max = 10_000, message = "Tulis paling banyak 10.000 karakter.")
            String text,

            @Min(value = 0, message = "Paling sedikit 0.") int version,

            @Nullable @Size(max = 2_000, message = "Tulis paling banyak 2.000 karakter.")
            String followUp,

            @Nullable @Within(years = 2) LocalDate followUpBy) {}

    record Saved(int version, OffsetDateTime editedAt) {}

    record DraftRead(@NotNull(message = REQUIRED) Integer draftVersion) {}

    record Remark(
            @NotBlank(message = REQUIRED) @Size(max = 2_000, message = "Tulis paling banyak 2.000 karakter.") @Words
            String remark) {}

    /**
     * The official text as the citizen will read it.
     *
     * @param draftVersion of the draft that is published; the rest is absent then
     * @param followUpBy the day by which the follow-up is promised
     * @param identityMeant whether what identifies a person in it shall leave with it
     */
    record Publication(
            @Nullable Integer draftVersion,

            @Nullable @Size(min = 10, max = 10_000, message = "Tulis 10 sampai 10.000 karakter.") @Words
            String text,

            @Nullable @Size(max = 2_000, message = "Tulis paling banyak 2.000 karakter.")
            String followUp,

            @Nullable @FutureOrPresent(message = "Pilih hari yang belum lewat.") @Within(years = 2)
            LocalDate followUpBy,

            boolean identityMeant) {}

    record NewNote(
            @NotBlank(message = REQUIRED) @Size(max = 4_000, message = "Tulis paling banyak 4.000 karakter.") @Words
            String text) {}
}
