package id.tanggap.intake.complaint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.attachment.Ticket;
import id.tanggap.rest.sent.Phone;
import id.tanggap.rest.sent.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The electronic complaint form (Surakarta row 2: Form Aduan Elektronik, Identitas Pengadu).
 *
 * @param attachments the tickets of the files that were uploaded for it, at most five. Without any, the form is written as
 *     it was before there were files, so that a request that is repeated across a change of version is known again
 */
public record SubmitComplaint(
        @NotBlank(message = WANTED) String government,
        @NotNull(message = WANTED) Channel channel,

        @NotBlank(message = WANTED)
        @Size(min = 10, max = 5000, message = "Tulis 10 sampai 5.000 karakter.")
        @Words(message = "Tulis aduan Anda dengan kata-kata.")
        String text,

        @Size(max = 200, message = "Paling banyak 200 karakter.") @Nullable
        String title,

        @Nullable ComplaintType type,
        @Nullable String category,
        @Valid @Nullable Place location,
        @Valid @Nullable Person complainant,
        @Nullable Visibility visibility,

        @Ticket.Few @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<@NotBlank(message = WANTED) @Size(max = Ticket.LONGEST, message = Ticket.WANTED) String> attachments) {

    private static final String WANTED = "Wajib diisi.";

    /** What any mail server takes (RFC 5321 dot-string, a domain of two labels or more): no quotes, nothing beyond ASCII. */
    private static final String SENDABLE = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]{2,}";

    /** Where the matter is. */
    public record Place(
            @Size(max = 300, message = "Paling banyak 300 karakter.") @Nullable
            String address,

            @Nullable String regionCode,

            @DecimalMin(value = "-90", message = "Lintang antara -90 dan 90.")
            @DecimalMax(value = "90", message = "Lintang antara -90 dan 90.")
            @Nullable
            Double lat,

            @DecimalMin(value = "-180", message = "Bujur antara -180 dan 180.")
            @DecimalMax(value = "180", message = "Bujur antara -180 dan 180.")
            @Nullable
            Double lon) {

        @AssertTrue(message = "Tulis lintang dan bujur, keduanya atau tidak sama sekali.")
        @JsonIgnore
        boolean isWholePoint() {
            return (lat == null) == (lon == null);
        }
    }

    /** Who complains; all of it may be left out. */
    public record Person(
            @Size(max = 100, message = "Paling banyak 100 karakter.") @Nullable
            String name,

            @Size(max = 40, message = "Paling banyak 40 karakter.") @Phone @Nullable
            String phone,

            @Size(max = 254, message = "Paling banyak 254 karakter.")
            @Email(regexp = SENDABLE, message = "Tulis alamat surel, misalnya nama@contoh.id.")
            @Nullable
            String email) {}

    List<String> tickets() {
        return attachments == null ? List.of() : attachments;
    }

    /** Alleged misconduct is secret unless the citizen says otherwise. */
    public Visibility effectiveVisibility() {
        if (visibility != null) {
            return visibility;
        }
        return effectiveType() == ComplaintType.OVERSIGHT ? Visibility.SECRET : Visibility.PUBLIC;
    }

    ComplaintType effectiveType() {
        return type == null ? ComplaintType.ORDINARY : type;
    }

    /** Shows nothing, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "SubmitComplaint[…]";
    }
}
