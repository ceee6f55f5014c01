package id.tanggap.routing.destination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agencies that come into question for a complaint, and whether the first may be chosen without a person.
 *
 * @param options best first
 * @param automatic whether the first is sure enough for the system to dispatch by itself
 */
public record Proposal(List<Option> options, boolean automatic) {

    public Proposal {
        options = List.copyOf(options);
    }

    /**
     * @param confidence from 0 to 1
     * @param by id of the rule that speaks for it, or of the learned proposer
     * @param reason for the officer who reads it, in Indonesian
     */
    public record Option(String agency, double confidence, String by, String reason) {}

    /** Null when nothing speaks for any agency. */
    public @Nullable Option best() {
        return options.isEmpty() ? null : options.getFirst();
    }
}
