package id.tanggap.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agencies that come into question for a complaint, and whether the first may be chosen without a person.
 *
 * @param options best first
 * @param claim the option whose word would send the complaint if it has, or had, the right to; how often it comes true is
 *     measured. Null when nothing speaks clearly enough
 * @param sure whether the claim has the right, and so the first option is held to be right
 * @param automatic whether the system may dispatch by itself to the first
 */
public record Proposal(List<Option> options, @Nullable Option claim, boolean sure, boolean automatic) {

    public Proposal {
        options = List.copyOf(options);
    }

    /**
     * @param confidence from 0 to 1; zero when it was not measured
     * @param by id of the rule that speaks for it, or of the learned proposer
     * @param reason for the officer who reads it, in Indonesian
     */
    public record Option(String agency, double confidence, String by, String reason) {}

    /** Null when nothing speaks for any agency. */
    public @Nullable Option best() {
        return options.isEmpty() ? null : options.getFirst();
    }

    /** The agency that is held to be right; null when the system is not sure of one. */
    public @Nullable String sureOf() {
        var best = best();
        return sure && best != null ? best.agency() : null;
    }
}
