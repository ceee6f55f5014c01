package id.tanggap.routing.cases;

import static org.assertj.core.api.Assertions.tuple;

import id.tanggap.clock.Clock;
import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.Escalated;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.sop.SopStep;
import id.tanggap.routing.destination.ProposedByRules;
import id.tanggap.routing.sop.Jurisdiction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/** Tells what happens to one case, in local time, and remembers what it told. Each act loads it anew, as real ones do. */
final class Story {
    private static final Governments GOVERNMENTS = Governments.load(null);

    private final Jurisdiction home;
    private final UUID id = UUID.randomUUID();
    private final List<Event> all = new ArrayList<>();
    private List<Event> acts = List.of();
    private List<Event> news = List.of();
    private Instant now;
    private @Nullable CaseMemory memory;
    private List<Clock> clocks = List.of();
    private final Map<Run, Optional<String>> agencies = new HashMap<>();

    /** A run of a clock. */
    private record Run(String rule, Instant startedAt) {
        static Run of(Clock clock) {
            return new Run(clock.rule().id(), clock.startedAt());
        }
    }

    private Story(Jurisdiction home) {
        this.home = home;
        this.now = instant("2026-11-02T09:00");
    }

    static Story in(String government) {
        return in(Objects.requireNonNull(GOVERNMENTS.find(government)));
    }

    static Story in(Government government) {
        return new Story(new Jurisdiction(government));
    }

    Story at(String local) {
        now = instant(local);
        return this;
    }

    Story receive(ReceivedFixture complaint) {
        return receive(complaint, Duration.ZERO);
    }

    /** Heard of that long after it was received. */
    Story receive(ReceivedFixture complaint, Duration late) {
        var event = complaint.at(now).event();
        now = now.plus(late);
        var proposal = ProposedByRules.to(event, home.government());
        return keep(Case.open(id, home, event, proposal, now));
    }

    Story hear(Act act) {
        return act(it -> it.hear(act, act.at(), now));
    }

    /** All in one piece of work, as a backlog is heard. */
    Story hear(Act... acts) {
        var it = loaded();
        for (var act : acts) {
            it.hear(act, act.at(), now);
        }
        return keep(it);
    }

    /** Somebody acts elsewhere, and it is for the case to say what becomes of it. */
    Story propose(Act act) {
        var it = loaded();
        it.judge(UUID.randomUUID(), act.asProposal(), now);
        return keep(it);
    }

    /** It is known that the answer is with the citizen. */
    Story reached(Reached by) {
        var it = loaded();
        it.reached(new AnswerReached(by, null, now));
        return keep(it);
    }

    /** How that is known; null when it is not. */
    @Nullable
    Reached reachedBy() {
        return kept().reachedBy;
    }

    Story claim(String agency) {
        return act(it -> it.claim(agencyNamed(agency), now));
    }

    Story giveBack(String agency, @Nullable String target) {
        return act(it -> it.giveBack(agency, MisroutingReason.NOT_OUR_DUTY, target, now));
    }

    Story coordinatorSendsTo(String agency) {
        return act(it -> it.decide(agency, now));
    }

    Story refer(String institution) {
        return act(it -> it.refer(institution, now));
    }

    /** What stands in the way; nothing of it is kept. */
    @Nullable
    Refusal refusalOf(Function<Case, @Nullable Refusal> act) {
        return act.apply(loaded());
    }

    /** Lets time pass up to then, alarm by alarm as they fall due. */
    Story until(String local) {
        var end = instant(local);
        for (var next = nextAlarm(); next != null && !next.isAfter(end); next = nextAlarm()) {
            now = next;
            look();
        }
        now = end;
        return this;
    }

    /** Looks at the clocks now. */
    Story look() {
        var it = loaded();
        it.timeUp(now);
        return keep(it);
    }

    UUID id() {
        return id;
    }

    Instant now() {
        return now;
    }

    /** The events of the last act. */
    List<Event> events() {
        return acts;
    }

    /** What the last act told, one by one. */
    List<Event> news() {
        return news;
    }

    /** What was ever told. */
    List<Event> all() {
        return all;
    }

    <E extends Event> List<E> told(Class<E> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    CaseState state() {
        return kept().state();
    }

    @Nullable
    String agency() {
        return kept().agency;
    }

    int hop() {
        return kept().hop;
    }

    Agency agencyNamed(String agency) {
        return Objects.requireNonNull(home.government().agency(agency));
    }

    /** In local time. */
    String due(String rule) {
        return running(rule).dueAt().atZone(zone()).toLocalDateTime().toString();
    }

    boolean runs(String rule) {
        return clocks.stream()
                .anyMatch(clock -> clock.isOpen() && clock.rule().id().equals(rule));
    }

    boolean met(String rule) {
        return clocks.stream()
                .anyMatch(clock -> clock.metAt() != null && clock.rule().id().equals(rule));
    }

    /** Whether it was met after it was due. */
    boolean lateness(String rule) {
        return told(ClockMet.class).stream().anyMatch(met -> rule.equals(met.rule()) && met.late());
    }

    boolean missed(String rule) {
        return told(DeadlineMissed.class).stream().anyMatch(missed -> rule.equals(missed.rule()));
    }

    /** At which share of a clock's time who was told, in its order. */
    List<Tuple> escalations(String rule) {
        return told(Escalated.class).stream()
                .filter(escalated -> escalated.rule().equals(rule))
                .map(escalated -> tuple(escalated.share(), escalated.position()))
                .toList();
    }

    private Story act(Function<Case, @Nullable Refusal> act) {
        var it = loaded();
        var refusal = act.apply(it);
        // One that comes too early is remembered all the same.
        if (refusal != null && !it.hasMoved()) {
            throw new AssertionError("Refused: " + refusal);
        }
        return keep(it);
    }

    private Story keep(Case it) {
        acts = it.finish();
        news = acts.stream().flatMap(event -> event.parts().stream()).toList();
        all.addAll(news);
        memory = it.memory();
        clocks = it.clocks();
        clocks.stream()
                .filter(Clock::hasChanged)
                .forEach(clock -> agencies.put(Run.of(clock), Optional.ofNullable(it.memory().agency)));
        return this;
    }

    /** As it comes back from the database. */
    private Case loaded() {
        var restored = clocks.stream()
                .map(clock -> new Clock(
                        clock.kind(),
                        clock.rule(),
                        home.government().sop().policy().longestPause(),
                        home.calendar(stepOf(clock), agencyOf(clock)),
                        clock.memory()))
                .toList();
        return new Case(home, home.government().sop(), kept(), restored);
    }

    private @Nullable SopStep stepOf(Clock clock) {
        return clock.kind() == ClockKind.STEP
                ? home.government().sop().step(clock.rule().id())
                : null;
    }

    /** Who had the case when the clock was last kept. */
    private @Nullable String agencyOf(Clock clock) {
        return Objects.requireNonNull(agencies.get(Run.of(clock))).orElse(null);
    }

    private @Nullable Instant nextAlarm() {
        return clocks.stream()
                .map(Clock::nextAlarmAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Clock running(String rule) {
        return clocks.stream()
                .filter(clock -> clock.isOpen() && clock.rule().id().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " does not run"));
    }

    private CaseMemory kept() {
        return Objects.requireNonNull(memory);
    }

    private ZoneId zone() {
        return home.calendar(null).zone();
    }

    private Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(zone()).toInstant();
    }
}
