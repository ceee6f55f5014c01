package id.tanggap.reporting.recap;

import id.tanggap.clock.Clock;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.loop.Deed;
import id.tanggap.reporting.recap.loop.MonthlyRecap;
import id.tanggap.reporting.recap.loop.RecapRoles.Act;
import id.tanggap.reporting.recap.loop.RecapState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recap of a month, as people read it.
 *
 * @param state how far it has come; RUNNING also when nobody has asked for it yet
 * @param preliminary what the figures tell of was not over
 * @param asOf of when the figures are
 * @param version whose figures these are; null when they are those of this moment
 * @param compiling whether a new version is being compiled
 * @param loops how often it was returned
 * @param lateArrivals complaints of the month that the version in hand does not tell of
 * @param seal of the archived recap; null before
 * @param acts what the caller may do now
 */
record RecapView(
        String government,
        String governmentName,
        String month,
        ZoneId zone,
        RecapState state,
        boolean preliminary,
        Instant asOf,
        @Nullable Integer version,
        boolean compiling,
        int loops,
        long lateArrivals,
        @Nullable String seal,
        List<Version> versions,
        List<Step> steps,
        List<Done> deeds,
        List<Act> acts,
        Figures figures) {

    /** @param root of the Merkle tree over head and complaints */
    record Version(
            int version,
            boolean preliminary,
            Instant asOf,
            int complaints,
            String root,
            @Nullable String by) {}

    /**
     * A step of the SOP that has begun.
     *
     * @param row of the SOP's table; null for what the table does not show
     * @param late whether it was, or is, done after it was due
     */
    record Step(
            String id,
            @Nullable Integer row,
            String activity,
            String role,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant metAt,
            boolean late) {
        static Step of(Clock clock, MonthlyRecap recap, Instant now) {
            var step = recap.sop().step(clock.rule().id());
            if (step == null) {
                throw new IllegalStateException("A clock of a step that the SOP does not have");
            }
            var end = clock.metAt() == null ? now : clock.metAt();
            return new Step(
                    step.id(),
                    step.row(),
                    step.activity(),
                    step.role().name(),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.metAt(),
                    end.isAfter(clock.dueAt()));
        }
    }

    /** What was done with it; without a name what the platform did by itself. */
    record Done(
            Deed.Kind kind,
            int version,
            @Nullable String by,
            @Nullable String text,
            Instant at) {
        static Done of(Deed deed) {
            return new Done(
                    deed.kind(),
                    deed.version(),
                    deed.by() == null ? null : deed.by().name(),
                    deed.text(),
                    deed.at());
        }
    }
}
