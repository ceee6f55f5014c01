package id.tanggap.intake.term;

import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.sop.Sop;
import id.tanggap.intake.term.Reckonings.Explanation;
import id.tanggap.intake.term.Reckonings.Reckoning;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the dates of a complaint came about that concern its citizen, in the order in which they began to run.
 *
 * @param number of the complaint
 */
public record Reckoned(String number, List<Dated> dates) {

    /** @param purpose null for the promised answer */
    public record Dated(@Nullable Purpose purpose, Explanation how) {}

    /** @param sop null when it is not here */
    public static Reckoned of(String number, List<Reckoning> all, @Nullable Sop sop) {
        return new Reckoned(
                number,
                sop == null
                        ? List.of()
                        : all.stream()
                                .map(one -> dated(one, sop))
                                .filter(Objects::nonNull)
                                .toList());
    }

    private static @Nullable Dated dated(Reckoning one, Sop sop) {
        var clock = one.summary().clock();
        var purpose = Purpose.of(clock, one.summary().rule(), sop);
        return clock == ClockKind.PROMISE || purpose != null ? new Dated(purpose, one.explanation()) : null;
    }
}
