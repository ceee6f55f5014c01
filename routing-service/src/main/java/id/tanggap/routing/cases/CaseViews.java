package id.tanggap.routing.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.clock.Clock;
import id.tanggap.clock.Explanation;
import id.tanggap.clock.Pause;
import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.life.Life;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.dispatch.Proposal;
import id.tanggap.rest.PageKey;
import id.tanggap.search.Question;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What officers are shown of cases. */
public final class CaseViews {
    private static final String REACHED = EventCodec.wireName(AnswerReached.class);

    /**
     * @param agency null while none holds it
     * @param sop number of the procedure it runs by
     * @param options what was proposed, best first
     */
    public record CaseView(
            UUID id,
            String number,
            CaseState state,
            @Nullable String agency,
            @Nullable String rule,
            @Nullable String reason,
            int hop,
            Instant receivedAt,
            @Nullable Instant dispatchedAt,
            String sop,
            List<Proposal.Option> options,
            List<Move> moves,
            List<ClockView> clocks) {

        public static CaseView of(Case it, List<Move> moves) {
            var memory = it.memory();
            return new CaseView(
                    memory.id,
                    memory.number,
                    memory.state(),
                    memory.agency,
                    memory.rule,
                    memory.reason,
                    memory.hop,
                    memory.receivedAt,
                    memory.dispatchedAt,
                    it.sop().profile().number(),
                    memory.proposal.proposal().options(),
                    moves,
                    it.clocks().stream().map(clock -> ClockView.of(it, clock)).toList());
        }
    }

    /** One move from an agency to another. */
    public record Move(int hop, String from, String to, MisroutingReason reason, Instant at) {}

    /**
     * @param state RUNNING, PAUSED, MET or ENDED
     * @param late null while it runs and when it ended unmet
     * @param tookSeconds in the time it counts; null while it runs
     * @param reachedBy how it is known that the answer is with its citizen; null of all clocks that do not wait for that
     * @param reachedWay on which way it went; null where it went on none
     */
    public record ClockView(
            ClockKind clock,
            String rule,
            String standard,
            String state,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant missedAt,
            @Nullable Instant metAt,
            @Nullable Boolean late,
            @Nullable Long tookSeconds,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Reached reachedBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ContactWay reachedWay) {

        private static ClockView of(Case about, Clock clock) {
            var took = clock.took();
            var tells = clock.metAt() != null && clock.rule().completes().contains(REACHED);
            return new ClockView(
                    clock.kind(),
                    clock.rule().id(),
                    clock.rule().standard().text(),
                    state(clock),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.missedAt(),
                    clock.metAt(),
                    clock.metAt() == null ? null : clock.isLate(),
                    took == null ? null : took.toSeconds(),
                    tells ? about.memory().reachedBy : null,
                    tells ? about.memory().reachedWay : null);
        }

        private static String state(Clock clock) {
            return clock.metAt() != null
                    ? "MET"
                    : clock.endedAt() != null ? "ENDED" : clock.isPaused() ? "PAUSED" : "RUNNING";
        }
    }

    /** A clock with everything that makes it due when it is. */
    public record ExplainedClock(ClockView summary, List<Pause> pauses, Explanation explanation) {
        static ExplainedClock of(Case about, Clock clock) {
            return new ExplainedClock(ClockView.of(about, clock), clock.memory().pauses(), clock.explanation());
        }
    }

    /**
     * A case that waits for somebody to take it or to decide on it.
     *
     * @param dueAt when the step it waits in is due
     * @param text masked; null for a secret complaint, as are place and channel
     * @param channel null too for what came before it was kept
     * @param found what of the words that were looked for stands in title and text, as it is written there; null when none were
     */
    public record Waiting(
            UUID id,
            String number,
            CaseState state,
            @Nullable String agency,
            int hop,
            Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable String title,
            @Nullable String text,
            @Nullable String category,
            @Nullable String region,
            @Nullable Channel channel,
            List<Proposal.Option> options,
            @Nullable String target,
            @Nullable MisroutingReason returnReason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> found) {

        boolean isMeantBy(Question asked) {
            return asked.matches(number, title, text);
        }

        PageKey key() {
            return new PageKey(receivedAt, id);
        }
    }

    /** @param next null on the last page */
    public record WaitingPage(List<Waiting> items, @Nullable String next) {
        public static WaitingPage of(List<Waiting> found, int limit) {
            if (found.size() <= limit) {
                return new WaitingPage(found, null);
            }
            var items = found.subList(0, limit);
            return new WaitingPage(List.copyOf(items), items.getLast().key().encode());
        }
    }

    /** @param waiting counted up to {@value #MOST} */
    public record WaitingCount(int waiting) {
        static final int MOST = 1_000;
    }

    /** How often complaints went from one agency to another, and why. */
    public record MisroutingRow(String from, String to, MisroutingReason reason, long count) {}

    /**
     * One row of the lifecycle.
     *
     * @param to null for the way back from a detour
     */
    public record MoveView(
            String event, List<CaseState> from, @Nullable CaseState to, List<String> by, String wording) {
        public static MoveView of(Lifecycle.Move move, String wireName) {
            return new MoveView(
                    wireName,
                    move.from().stream().sorted().toList(),
                    move.to(),
                    move.by().stream().map(Enum::name).sorted().toList(),
                    Life.turn(move.event()).words().id());
        }
    }

    private CaseViews() {}
}
