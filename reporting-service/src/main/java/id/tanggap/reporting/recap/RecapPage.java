package id.tanggap.reporting.recap;

import id.tanggap.reporting.recap.RecapView.Basis;
import id.tanggap.reporting.recap.RecapView.Course;
import id.tanggap.reporting.recap.RecapView.Done;
import id.tanggap.reporting.recap.RecapView.Progress;
import id.tanggap.reporting.recap.RecapView.Step;
import id.tanggap.reporting.recap.RecapView.Title;
import id.tanggap.reporting.recap.RecapView.Version;
import id.tanggap.reporting.recap.compilation.Head;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.loop.MonthlyRecap;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.RecapRoles;
import id.tanggap.reporting.recap.loop.RecapRoles.Act;
import id.tanggap.reporting.recap.loop.RecapState;
import id.tanggap.rest.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is read for one look at the recap of a month, and what the look says of it.
 *
 * @param live the figures of this moment
 */
record RecapPage(RecapMonth month, MonthlyRecap recap, Versions versions, Figures live, Instant now) {

    /**
     * @param compiling whether one more is being compiled
     * @param head of the version that was asked for; null when the figures of this moment were
     */
    record Versions(
            List<Version> compiled,
            boolean compiling,
            @Nullable Head head) {}

    RecapView view(Caller caller) {
        var head = versions.head();
        return new RecapView(
                Title.of(month),
                month.state(recap.state(), now),
                head == null
                        ? new Basis(month.isPreliminary(now), now, null)
                        : new Basis(head.preliminary(), head.asOf(), head.version()),
                new Progress(recap.isOwed(), versions.compiling(), recap.loops(), lateArrivals(), seal()),
                new Course(versions.compiled(), steps(), deeds(), acts(caller)),
                head == null ? live : head.figures());
    }

    private long lateArrivals() {
        return versions.compiled().stream()
                .filter(version -> version.version() == recap.version())
                .findFirst()
                .map(inHand -> live.totals().received() - inHand.complaints())
                .orElse(0L);
    }

    private @Nullable String seal() {
        return recap.state() == RecapState.ARCHIVED
                ? recap.deeds().getLast().link().hex()
                : null;
    }

    private List<Step> steps() {
        return recap.clocks(month.workingCalendar()).stream()
                .map(clock -> Step.of(clock, recap, now))
                .toList();
    }

    private List<Done> deeds() {
        return recap.deeds().stream().map(Done::of).toList();
    }

    private List<Act> acts(Caller caller) {
        return recap.possible().stream()
                .filter(act -> RecapRoles.of(recap.sop(), act).stream().anyMatch(caller::has))
                .toList();
    }
}
