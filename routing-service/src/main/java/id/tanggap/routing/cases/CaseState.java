package id.tanggap.routing.cases;

import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.PublicState;

/** Where a case stands. {@link Lifecycle} says how it gets from one to the next. */
public enum CaseState {
    /** The citizen has a receipt; nobody has looked. */
    RECEIVED(PublicState.RECEIVED, DeskStatus.DISPATCHED),
    /** The citizen is asked for more; pausable clocks stand still. */
    NEEDS_INFO(PublicState.NEEDS_INFO, DeskStatus.NEEDS_INFO),
    /** Complete; its destination is not decided. */
    VERIFIED(PublicState.RECEIVED, DeskStatus.DISPATCHED),
    /** Before the coordination group. */
    FORWARDED(PublicState.FORWARDED, DeskStatus.DISPATCHED),
    /** With an agency that has not taken it in hand. */
    DISPATCHED(PublicState.DISPATCHED, DeskStatus.DISPATCHED),
    /** Taken from an agency, and not yet with the next. */
    REDELEGATED(PublicState.DISPATCHED, DeskStatus.DISPATCHED),
    /** With a division of the agency. */
    DISPOSED(PublicState.IN_PROGRESS, DeskStatus.DISPOSED),
    /** The agency works on it. */
    IN_PROGRESS(PublicState.IN_PROGRESS, DeskStatus.IN_PROGRESS),
    /** Answered; the citizen may object. */
    ANSWERED(PublicState.ANSWERED, DeskStatus.ANSWERED),
    /** The promised follow-up is done (tuntas). */
    RESOLVED(PublicState.RESOLVED, DeskStatus.RESOLVED),
    /** The citizen disputes the answer. */
    OBJECTED(PublicState.OBJECTED, DeskStatus.OBJECTED),
    /** Final (selesai). */
    CLOSED(PublicState.CLOSED, DeskStatus.CLOSED),
    /** Not taken on. */
    REJECTED(PublicState.REJECTED, DeskStatus.DISPATCHED),
    /** Referred outside. */
    OUT_OF_JURISDICTION(PublicState.OUT_OF_JURISDICTION, DeskStatus.REFERRED),
    /** Taken back by the citizen. */
    WITHDRAWN(PublicState.WITHDRAWN, DeskStatus.WITHDRAWN),
    /** Carried on in another case. */
    MERGED(PublicState.MERGED, DeskStatus.MERGED);

    private final PublicState shown;

    private final DeskStatus onTheDesk;

    CaseState(PublicState shown, DeskStatus onTheDesk) {
        this.shown = shown;
        this.onTheDesk = onTheDesk;
    }

    /** Where it stands on its agency's desk; what lies on none would come to one as new. */
    DeskStatus onTheDesk() {
        return onTheDesk;
    }

    /** What the outside sees of it; but see {@link CaseMemory#shown()}. */
    PublicState shown() {
        return shown;
    }

    /** Whether nothing is left to wait for. */
    boolean isEnded() {
        return shown.isEnd();
    }
}
