package id.tanggap.routing.cases;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an act that meets a case on which others act as well (ADR 31). Whoever acted saw the case as it was some
 * moments before; the one order in which routing hears of all decides. Published in {@code docs/crossings.md}.
 */
public enum Crossing {
    /** It has its effect. */
    TAKEN,
    /**
     * An answer of the agency that has just lost the case settles it while nobody else works on it: the citizen asked for
     * an answer, not for a move. The move is called off.
     */
    CALLS_OFF_THE_MOVE,
    /** Another agency has the case, or will. */
    MOVED,
    /** The case is at its end. */
    ENDED,
    /** Something else came first, after which this cannot happen. */
    OVERTAKEN;

    static Crossing of(Act act, CaseMemory memory) {
        if (memory.state().isEnded() && memory.refusal(moveOf(act)) != null) {
            return ENDED;
        }
        var agency = agencyOf(act);
        if (agency != null && !memory.isWith(agency)) {
            return act instanceof AnswerPublished && memory.isOnItsWayFrom(agency) ? CALLS_OFF_THE_MOVE : MOVED;
        }
        return memory.refusal(moveOf(act)) == null ? TAKEN : OVERTAKEN;
    }

    /** Null for what no agency does. */
    private static @Nullable String agencyOf(Act act) {
        return switch (act) {
            case Accepted it -> it.agency();
            case DispositionIssued it -> it.agency();
            case DivisionAnswered it -> it.agency();
            case InformationRequested it -> it.agency();
            case AnswerPublished it -> it.agency();
            case Resolved it -> it.agency();
            default -> null;
        };
    }

    private static Lifecycle.Move moveOf(Act act) {
        return Objects.requireNonNull(Lifecycle.moveOf(act.getClass()));
    }
}
