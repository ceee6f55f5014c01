package id.tanggap.intake.page.follow;

import id.tanggap.intake.term.Purpose;
import id.tanggap.intake.term.Reckoned;
import org.jspecify.annotations.Nullable;

/** How the dates of the own complaint came about, on their page. */
public record DatesView(Reckoned reckoned) {

    /** @param purpose null for the promised answer */
    public String label(@Nullable Purpose purpose) {
        return Wording.of(purpose);
    }
}
