package id.tanggap.intake.tracking;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.intake.tracking.Course.Fact;
import id.tanggap.intake.tracking.Verdicts.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One complaint as the tables hold it for its citizen after all that was heard and said: the same decisions without them. */
public final class TrackedComplaint {
    private final Instant receivedAt;
    private final Told told;
    private final List<Fact> said = new ArrayList<>();
    private final List<Done> done = new ArrayList<>();

    public TrackedComplaint(UUID id, Instant receivedAt) {
        this.receivedAt = receivedAt;
        this.told = new Told(id);
    }

    /**
     * Hears what was told, of which the citizen is shown something.
     *
     * @param id that the event has, or that of the proposal whose taking it tells
     */
    public void hear(UUID id, Event event) {
        var statement = Progress.saidIn(event);
        if (statement != null) {
            said.add(statement);
        } else if (Progress.isNews(event)) {
            told.take(event);
        }
        var verdict = Verdicts.in(id, event);
        if (verdict != null) {
            done.replaceAll(one -> verdict.act().equals(one.act) ? one.judged(verdict) : one);
        }
    }

    /**
     * Keeps what the citizen adds, or that an officer screens it out.
     *
     * @param act the event that proposes it to routing; null when it has its effect at once
     */
    public void add(Step step, Instant at, @Nullable UUID act) {
        done.add(new Done(step, at, act, null));
    }

    /** Whether an officer has screened it out, and nobody said that it has no effect. */
    public boolean isScreenedOut() {
        return done.stream().anyMatch(one -> one.step == Step.REJECTED && !one.isRefused());
    }

    public Course course() {
        return new Course(Stream.of(
                        Stream.of(new Fact(Step.RECEIVED, receivedAt, null)),
                        Milestone.facts(told),
                        said.stream(),
                        done.stream().filter(Done::isShown).map(Done::fact))
                .flatMap(facts -> facts)
                .toList());
    }

    /** By when the government promised an answer; null while it did not, as far as is known here. */
    public @Nullable Instant dueAt() {
        return told.dueAt();
    }

    /** The agency that has it, as the citizen reads; null while none has. */
    public @Nullable String agency() {
        return told.agency();
    }

    /** Why what was done has no effect, as who did it is told; null while nobody said so. */
    public @Nullable ActRefusal refusal(UUID act) {
        return done.stream()
                .filter(one -> act.equals(one.act))
                .map(Done::refused)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private record Done(
            Step step,
            Instant at,
            @Nullable UUID act,
            @Nullable Verdict verdict) {

        private Done judged(Verdict by) {
            return new Done(step, at, act, by);
        }

        private @Nullable ActRefusal refused() {
            return verdict == null ? null : verdict.refused();
        }

        private boolean isRefused() {
            return refused() != null;
        }

        /** What an officer does is shown when it is certain. */
        private boolean isShown() {
            return step != Step.REJECTED || act == null || (verdict != null && !isRefused());
        }

        private Fact fact() {
            var takenAt = verdict == null ? null : verdict.takenAt();
            return new Fact(step, takenAt == null ? at : takenAt, null, isRefused());
        }
    }
}
