package id.tanggap.bench.routing;

import id.tanggap.dispatch.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * What the service decided on a complaint.
 *
 * @param arm what decided, or what would have to have the right to decide; null when nothing speaks clearly
 * @param agency that the file's agency means; null when none has its duty, and then every dispatch counts as wrong
 */
record Answered(
        Decision decision,
        Proposal proposal,
        @Nullable Arm arm,
        @Nullable String agency) {

    /** By whose word a complaint goes. */
    enum Arm {
        LAW("legal class"),
        CHOICE("category"),
        MEASURED("measured word rules"),
        WORDS("other word rules"),
        LEARNED("learned");

        final String title;

        Arm(String title) {
            this.title = title;
        }
    }

    boolean isDispatched() {
        return proposal.automatic();
    }

    boolean isClaimed() {
        return proposal.claim() != null;
    }

    boolean isRight() {
        var claim = proposal.claim();
        return claim != null && claim.agency().equals(agency);
    }
}
