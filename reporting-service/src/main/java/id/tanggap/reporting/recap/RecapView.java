package id.tanggap.reporting.recap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.clock.Clock;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.loop.Deed;
import id.tanggap.reporting.recap.loop.MonthlyRecap;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.RecapRoles.Act;
import id.tanggap.reporting.recap.loop.RecapState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recap of a month, as people read it; on the wire one flat object, its parts one after the other.
 *
 * @param state how far it has come; RUNNING also when nobody has asked for it yet
 */
record RecapView(
        @JsonUnwrapped Title title,
        RecapState state,
        @JsonUnwrapped Basis basis,
        @JsonUnwrapped Progress progress,
        @JsonUnwrapped Course course,
        Figures figures) {

    /** Of which month, and whose. */
    record Title(String government, String governmentName, String month, ZoneId zone) {
        static Title of(RecapMonth month) {
            return new Title(
                    month.government().id(),
                    month.government().name(),
                    month.month().toString(),
                    month.zone());
        }
    }

    /**
     * Of what the figures are.
     *
     * @param preliminary what they tell of was not over
     * @param asOf of when they are
     * @param version whose figures these are; null when they are those of this moment
     */
    record Basis(
            boolean preliminary, Instant asOf, @Nullable Integer version) {}

    /**
     * @param owed whether the office has to make it; not of a time of which only imports tell, and then it has no clock
     * @param compiling whether a new version is being compiled
     * @param loops how often it was returned
     * @param lateArrivals complaints of the month that the version in hand does not tell of
     * @param seal of the archived recap; null before
     */
    record Progress(
            boolean owed,
            boolean compiling,
            int loops,
            long lateArrivals,
            @Nullable String seal) {}

    /**
     * What was done with it and what is to be done.
     *
     * @param acts what the caller may do now
     */
    record Course(List<Version> versions, List<Step> steps, List<Done> deeds, List<Act> acts) {}

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
