package id.tanggap.intake.tracking;

import id.tanggap.contracts.life.Seen;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.governments.sop.Ombudsman;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The course of a complaint (perjalanan aduan), put together from facts that came over several topics: what happened is
 * gone through in the order of its times, whatever the order in which it was heard.
 *
 * <p>What intake knows may lag behind. That keeps a citizen waiting for a question or an answer that is not known here
 * yet, and lets a word pass that comes too late: the case closed a moment ago, or the office went on. Such a word is
 * accepted all the same. Routing, which has the case, says what becomes of it (ADR 31); nothing is lost, for the words lie
 * in the vault; and a word that was refused does not {@linkplain Passed#counts() count}, and the citizen reads why. Asking
 * routing first would make citizens wait for it and would not close the gap.
 */
public final class Course {
    private static final Comparator<Fact> IN_TIME =
            Comparator.comparing(Fact::at).thenComparing(Fact::step);

    private final List<Passed> passed = new ArrayList<>();
    private Seen seen = Seen.NOTHING;

    Course(Collection<Fact> facts) {
        facts.stream().sorted(IN_TIME).forEach(this::pass);
    }

    /**
     * @param words as the public may read them; null when there are none, and of a secret complaint
     * @param refused whether routing said that it has no effect
     * @param addition what the citizen added with it; null of all else
     */
    public record Fact(
            Step step,
            Instant at,
            @Nullable String words,
            boolean refused,
            @Nullable UUID addition) {
        Fact(Step step, Instant at, @Nullable String words, boolean refused) {
            this(step, at, words, refused, null);
        }

        Fact(Step step, Instant at, @Nullable String words) {
            this(step, at, words, false);
        }
    }

    /** @param counts false for what came too late to change anything */
    record Passed(Fact fact, boolean counts) {}

    private void pass(Fact fact) {
        if (isNews(fact)) {
            var counts = !fact.refused() && canFollow(fact.step());
            passed.add(new Passed(fact, counts));
            seen = counts ? seen.turned(fact.step().turn()) : seen;
        }
    }

    /** That it is in hand is told once, though an agency that has it gives it to a division. */
    private boolean isNews(Fact fact) {
        return fact.step() != Step.IN_PROGRESS || seen.state() != PublicState.IN_PROGRESS;
    }

    /** Whether it may be true though what must have come before it is not known here yet. */
    private boolean canFollow(Step step) {
        return switch (step) {
            case REPLIED, REPLY_OVERDUE, OBJECTED -> seen.allows(step.turn());
            case SURVEYED -> happened(Step.ANSWERED) && !happened(Step.SURVEYED);
            case OMBUDSMAN_AGREED -> seen.allows(step.turn()) && !isTold(Step.OMBUDSMAN_AGREED);
            case REJECTED -> isNotWithTheOffices();
            // Routing had sent it on before it heard of the rejection, which it leaves without effect then.
            case FORWARDED, DISPATCHED -> !hasEnded() || seen.state() == PublicState.REJECTED;
            default -> !hasEnded();
        };
    }

    private boolean hasEnded() {
        return seen.state() != null && seen.state().isEnd();
    }

    /** Whether it was said, with an effect or without. */
    private boolean isTold(Step step) {
        return passed.stream().anyMatch(one -> one.fact().step() == step);
    }

    private boolean happened(Step step) {
        return passed.stream().anyMatch(one -> one.counts() && one.fact().step() == step);
    }

    private boolean isNotWithTheOffices() {
        return seen.allows(Step.REJECTED.turn());
    }

    /** Where it stands. */
    public PublicState status() {
        return seen.state() == null ? PublicState.RECEIVED : seen.state();
    }

    List<Passed> passed() {
        return List.copyOf(passed);
    }

    /** What the citizen may add now. */
    List<Step> open() {
        return Stream.of(Step.REPLIED, Step.SUPPLEMENTED, Step.OBJECTED, Step.WITHDRAWN, Step.SURVEYED)
                .filter(this::canFollow)
                .toList();
    }

    /** Why the citizen, or the officer who screens, cannot add this now; null when it can be added. */
    @Nullable
    public Refusal refusal(Step step) {
        if (canFollow(step)) {
            return null;
        }
        if (step == Step.SURVEYED) {
            return happened(Step.SURVEYED) ? Refusal.IS_SURVEYED : Refusal.IS_NOT_ANSWERED;
        }
        if (step == Step.OMBUDSMAN_AGREED) {
            return isTold(step) ? Refusal.IS_AGREED : Refusal.NOT_LONG_ENOUGH;
        }
        return switch (status()) {
            case CLOSED -> Refusal.IS_CLOSED;
            case OUT_OF_JURISDICTION -> Refusal.IS_REFERRED;
            case WITHDRAWN -> Refusal.IS_WITHDRAWN;
            case REJECTED -> Refusal.IS_REJECTED;
            case OBJECTED -> step == Step.OBJECTED ? Refusal.IS_OBJECTED : notNow(step);
            default -> notNow(step);
        };
    }

    /** Why the citizen cannot agree now that the Ombudsman is told; null when that is possible. */
    @Nullable
    public Refusal refusalToAgree(@Nullable Ombudsman ombudsman, Instant now) {
        var refusal = refusal(Step.OMBUDSMAN_AGREED);
        if (refusal != null) {
            return refusal;
        }
        var days = Duration.between(waitsSince(), now).toDays();
        return ombudsman == null || days < ombudsman.afterDays() ? Refusal.NOT_LONG_ENOUGH : null;
    }

    /** Whether an answer is owed: the first one, or one to an objection. */
    boolean isAnswerOwed() {
        return seen.allows(Step.OMBUDSMAN_AGREED.turn());
    }

    /** Whether it is an objection that waits for its answer. */
    boolean isDisputed() {
        var dispute = dispute();
        return isAnswerOwed() && dispute != null && dispute.step() == Step.OBJECTED;
    }

    /** The last word of answer and objection; null when there was neither. */
    private @Nullable Fact dispute() {
        return passed.reversed().stream()
                .filter(Passed::counts)
                .map(Passed::fact)
                .filter(fact -> fact.step() == Step.OBJECTED || fact.step() == Step.ANSWERED)
                .findFirst()
                .orElse(null);
    }

    /** Since when an answer is owed, where one is: the objection, or else the receipt. */
    private Instant waitsSince() {
        var dispute = dispute();
        return dispute != null && isDisputed()
                ? dispute.at()
                : passed.getFirst().fact().at();
    }

    private static Refusal notNow(Step step) {
        return switch (step) {
            case OBJECTED -> Refusal.NOT_ANSWERED;
            case REJECTED -> Refusal.IS_WITH_THE_OFFICES;
            default -> Refusal.NOT_ASKED;
        };
    }

    /** The newest of its kind; null when there is none. */
    @Nullable
    public Fact last(Step step) {
        return passed.reversed().stream()
                .map(Passed::fact)
                .filter(fact -> fact.step() == step)
                .findFirst()
                .orElse(null);
    }

    /** What the office wants to know now; null while it asks nothing, and of a secret complaint. */
    @Nullable
    String question() {
        return status() == PublicState.NEEDS_INFO
                ? Objects.requireNonNull(last(Step.NEEDS_INFO)).words()
                : null;
    }

    /** When something happens now: after all that happened, though another machine's clock may run ahead of ours. */
    public Instant next(Instant now) {
        var earliest = passed.getLast().fact().at().plus(1, ChronoUnit.MICROS);
        return now.isBefore(earliest) ? earliest : now.truncatedTo(ChronoUnit.MICROS);
    }
}
