package id.tanggap.intake.page.proof;

import org.jspecify.annotations.Nullable;

/**
 * What the page shows; the secret is not shown again.
 *
 * @param number as it was typed
 * @param root as it was typed, or as the code on a report says it
 */
public record ProofView(String number, String root, Outcome outcome) {
    public Outcome.@Nullable Untold untold() {
        return outcome instanceof Outcome.Untold untold ? untold : null;
    }

    public Outcome.@Nullable Checked checked() {
        return outcome instanceof Outcome.Checked checked ? checked : null;
    }
}
