package id.tanggap.intake.vault;

import id.tanggap.rest.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Response;

/** @param purpose what it is needed for; kept in the access log */
public record Disclosure(
        @NotBlank(message = WANTED)
        @Size(min = SHORTEST, max = LONGEST, message = LENGTH)
        @Pattern(regexp = "\\P{Cntrl}*", message = "Tulis dalam satu baris.")
        String purpose) {

    public static final String WANTED = "Sebutkan keperluannya.";
    static final String LENGTH = "Tulis 3 sampai 200 karakter.";
    static final int SHORTEST = 3;
    static final int LONGEST = 200;

    /** What was erased is shown for no purpose. */
    public static Response erased() {
        return Problem.of(410, "dihapus", "Data telah dihapus", "Data pribadi aduan ini telah dihapus.");
    }
}
